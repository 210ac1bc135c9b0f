import { answerMailLink } from '@/leads/links/answer-mail-link'

/** Takes the click behind a link in a mail. */
export const POST = (request: Request) => answerMailLink(request, 'answered')
