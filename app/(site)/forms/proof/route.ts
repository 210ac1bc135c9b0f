import { FAULT_STATUS, readFormBody } from '@/forms/form-body'
import { takeProof } from '@/leads/abuse/take-proof'
import { currentPayload } from '@/platform/current-payload'

/** Takes the proof of work of a receipt. The answer is the same for a good and a bad one: it tells nothing. */
export async function POST(request: Request): Promise<Response> {
  const { fields, fault } = await readFormBody(request, ['proof'])
  if (fault) return new Response(null, { status: FAULT_STATUS[fault] })
  await takeProof(currentPayload(), fields.proof ?? '')
  return new Response(null, { status: 204 })
}
