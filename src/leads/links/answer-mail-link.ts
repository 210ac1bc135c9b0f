import { FAULT_STATUS, readFormBody } from '@/forms/form-body'
import { currentPayload } from '@/platform/current-payload'
import { mailLinkPath } from '@/site/urls'
import type { MailLink } from './mail-link-url'
import { followMailLink } from './mail-links'

/** Takes the form of a page behind a link in a mail: does what it is for, and leads back to the page, which says so. */
export async function answerMailLink(request: Request, name: MailLink): Promise<Response> {
  const { fields, fault } = await readFormBody(request, ['link'])
  if (fault) return new Response(null, { status: FAULT_STATUS[fault] })
  const token = fields.link ?? ''
  await followMailLink(currentPayload(), name, token)
  return new Response(null, { status: 303, headers: { location: mailLinkPath(name, token) } })
}
