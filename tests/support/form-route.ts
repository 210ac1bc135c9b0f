import { CLIENT_ADDRESS } from '@/platform/client-address'
import { newContext, runInContext } from '@/platform/render-context'

/**
 * Hands a body to a form's route as the page server does.
 * @param type media type of a body that does not say its own
 * @returns the answer, or the page that answers in its place with what it is told
 */
export async function postForm<Form = unknown>(
  handler: (request: Request) => Promise<Response>,
  body: BodyInit,
  { address, type }: { address: string; type?: string },
) {
  const context = newContext({ keep: false })
  const headers = { [CLIENT_ADDRESS]: address, ...(type ? { 'content-type': type } : {}) }
  const request = new Request('http://localhost/forms/any', { method: 'POST', body, headers })
  const response = await runInContext(context, () => handler(request))
  const { renderInstead } = context
  return {
    status: renderInstead?.status ?? response.status,
    location: response.headers.get('location'),
    retryAfter: response.headers.get('retry-after'),
    page: renderInstead?.url,
    form: renderInstead?.form as Form | undefined,
  }
}
