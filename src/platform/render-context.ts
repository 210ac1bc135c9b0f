import { AsyncLocalStorage } from 'node:async_hooks'
import { processState } from './process-state'

export type RenderContext = {
  dependencies: Set<string>
  invalidated: Set<string>
  queries: number
  preview: boolean
  status?: number
  location?: string
  keep?: boolean
  until?: Date
  scripts?: boolean
  renderInstead?: { url: string; status: number; form: unknown }
  form?: unknown
}

const contexts = () => processState('contexts', () => new AsyncLocalStorage<RenderContext>())
export const renderContext = () => contexts().getStore()
export const dependOn = (...tags: string[]) => {
  for (const tag of tags) renderContext()?.dependencies.add(tag)
}
export const invalidatePages = (_tags: string[]) => {}
export const respond = (
  answer: Pick<RenderContext, 'status' | 'location' | 'keep' | 'until' | 'scripts' | 'renderInstead'>,
) => {
  Object.assign(renderContext() ?? {}, answer)
}
export const clearPages = () => {}
export const outsideContext = <T>(run: () => T): T => contexts().exit(run)
