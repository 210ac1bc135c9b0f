import { newContext } from '@/platform/render-context'
import type { Answer } from './answer'
import type { Renderer } from './renderer'

const HEALTH_LIMIT_MS = 5_000

/**
 * The app's own word about its health. When it cannot say anything, that is the answer: 503 in the same form, for
 * whoever watches the process.
 */
export async function health({ render }: Pick<Renderer, 'render'>, id?: string): Promise<Answer> {
  const options = { lane: 'health', limitMs: HEALTH_LIMIT_MS, passFailures: true } as const
  const answer = await render('/healthz', newContext({ id, keep: false }), {}, options).catch(() => undefined)
  const isReport = answer && 'body' in answer && String(answer.headers['content-type']).startsWith('application/json')
  if (isReport) return answer
  return {
    status: 503,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: Buffer.from(JSON.stringify({ status: 'down', problems: ['The app does not answer.'] })),
  }
}
