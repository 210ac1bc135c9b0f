import { FAULT_STATUS, readFormBody } from '@/forms/form-body'
import { type ContactReceipt, submitContact } from '@/leads/actions'
import { FORM_FIELDS, readContactForm, type TypedForm } from '@/leads/form/contact-form'
import type { FormState } from '@/leads/form/form-state'
import { contactOffer, rulesOf } from '@/leads/queries'
import { clientAddress } from '@/platform/client-address'
import { currentPayload } from '@/platform/current-payload'
import { log } from '@/platform/log'
import { respond } from '@/platform/render-context'
import { contactPath, receiptPath } from '@/site/urls'

/** Answers with the form page, in the same response, holding everything that was typed. */
function comeBack(status: number, state: Omit<FormState, 'form'>, headers: HeadersInit = {}): Response {
  respond({ renderInstead: { url: contactPath(), status, form: { form: 'contact', ...state } satisfies FormState } })
  return new Response(null, { headers })
}

function answer(receipt: ContactReceipt, typed: TypedForm): Response {
  if (receipt.state === 'received') {
    return new Response(null, { status: 303, headers: { location: receiptPath(receipt.reference, receipt.token) } })
  }
  const { retryAfterSeconds } = receipt
  const notice = { kind: 'limited' as const, minutes: Math.ceil(retryAfterSeconds / 60) }
  return comeBack(429, { typed, problems: [], notice }, { 'retry-after': String(retryAfterSeconds) })
}

/** Takes the contact form: 303 to a receipt, or the form again with what is wrong. */
export async function POST(request: Request): Promise<Response> {
  const { fields: typed, fault } = await readFormBody(request, FORM_FIELDS)
  if (fault) return comeBack(FAULT_STATUS[fault], { typed: {}, problems: [], notice: { kind: 'unreadable' } })
  try {
    const payload = currentPayload()
    const offer = await contactOffer(payload)
    const result = readContactForm(typed, rulesOf(offer))
    if (!result.ok) return comeBack(422, { typed, problems: result.problems })
    const address = clientAddress(request.headers)
    return answer(await submitContact(payload, { message: result.message, typed, offer, address }), typed)
  } catch (error) {
    log().error({ err: error }, 'A message could not be stored')
    return comeBack(503, { typed, problems: [], notice: { kind: 'unavailable' } }, { 'retry-after': '60' })
  }
}
