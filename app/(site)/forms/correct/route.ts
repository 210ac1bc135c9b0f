import { parseEmailAddress } from '@/forms/email-address'
import { FAULT_STATUS, readFormBody } from '@/forms/form-body'
import { correctAddress, correctableMessage } from '@/leads/correction/correct-address'
import type { CorrectionState } from '@/leads/correction/correction-state'
import { currentPayload } from '@/platform/current-payload'
import { respond } from '@/platform/render-context'
import { contactPath, receiptPath } from '@/site/urls'

/** Answers with the receipt, in the same response, holding what was typed. */
function comeBack(status: number, url: string, form: CorrectionState): Response {
  respond({ renderInstead: { url, status, form } })
  return new Response(null)
}

/** Takes the corrected address of a receipt: 303 to the receipt, or the receipt again with what is wrong. */
export async function POST(request: Request): Promise<Response> {
  const { fields, fault } = await readFormBody(request, ['receipt', 'email'])
  if (fault) return new Response(null, { status: FAULT_STATUS[fault] })
  const payload = currentPayload()
  const token = fields.receipt ?? ''
  const typed = fields.email?.trim() ?? ''
  const message = await correctableMessage(payload, token)
  // Nothing is left here for whoever comes late; a person writes again.
  if (!message) return new Response(null, { status: 303, headers: { location: contactPath() } })
  const url = receiptPath(message.reference, token)
  const email = parseEmailAddress(typed)
  if (!email) return comeBack(422, url, { form: 'correct', typed, problem: 'invalid' })
  const { state } = await correctAddress(payload, { token, email })
  if (state === 'often') return comeBack(429, url, { form: 'correct', typed, problem: 'often' })
  return new Response(null, { status: 303, headers: { location: url } })
}
