import { APIError, addDataAndFileToRequest, type Endpoint, Forbidden } from 'payload'
import { v7, validate } from 'uuid'
import { mayServeLeads } from '@/access/roles'
import { mailSettings } from '../follow-up/emails/mail-settings'
import { quoteIntro } from './reply-text'
import { answerableLead, defaultSubject, type Reply, sendReply } from './send-reply'

/** What the box for a reply is made of. */
export type ReplyOffer = {
  /** Makes one reply of however many tries. */
  key: string
  /** Where the answer to the reply goes. */
  replyTo: string
  addresses: string[]
  messages: { id: string; label: string; address: string; subject: string; quoteIntro: string; quote: string }[]
}

/** `GET /api/leads/:id/reply`, for whoever works with leads: a `ReplyOffer`. */
const offerEndpoint: Endpoint = {
  path: '/:id/reply',
  method: 'get',
  async handler(req) {
    const { payload, user } = req
    if (!mayServeLeads(user)) throw new Forbidden(req.t)
    const { addresses, messages } = await answerableLead(payload, String(req.routeParams?.id))
    const settings = await payload.findGlobal({ slug: 'settings', depth: 0 })
    const offer: ReplyOffer = {
      key: v7(),
      replyTo: user?.email ?? '',
      addresses,
      messages: messages.map((message) => {
        const { submission } = message
        const words = mailSettings(settings, submission.locale)
        return {
          id: submission.id,
          label: `${submission.enquiryLabel}, ${words.moment(submission.receivedAt)} (${submission.reference})`,
          address: submission.email,
          subject: defaultSubject(message),
          quoteIntro: quoteIntro(submission, words),
          quote: submission.message,
        }
      }),
    }
    return Response.json(offer)
  },
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

function readReply(data: Record<string, unknown> | undefined): Reply {
  const [key, submission, to, subject, text] = ['key', 'submission', 'to', 'subject', 'text'].map((name) =>
    textOf(data?.[name]),
  )
  if (!validate(key)) throw new APIError('The key of the reply has to be a UUID.', 400, undefined, true)
  return { key: String(key), submission: submission ?? '', to: to ?? '', subject: subject ?? '', text: text ?? '' }
}

/**
 * `POST /api/leads/:id/reply` with a `Reply`, for whoever works with leads: answers 201 with an `AcceptedReply` once the
 * mail stands in the outbox.
 */
const sendEndpoint: Endpoint = {
  path: '/:id/reply',
  method: 'post',
  async handler(req) {
    const { payload, user } = req
    if (!mayServeLeads(user) || !user) throw new Forbidden(req.t)
    await addDataAndFileToRequest(req)
    const reply = readReply(req.data)
    return Response.json(await sendReply(payload, String(req.routeParams?.id), reply, user), { status: 201 })
  },
}

export const replyEndpoints: Endpoint[] = [offerEndpoint, sendEndpoint]
