import { AsyncLocalStorage } from 'node:async_hooks'
import { processState } from './process-state'

/** What a page tells the page server while it renders, and the page server the page. */
export type RenderContext = {
  /** The `X-Request-Id` of the request that began the render, which may answer several. */
  id?: string
  /** What the render read: `articles` (any list of them), `articles:<id>`, `articles/slug:<slug>`, `settings`. */
  dependencies: Set<string>
  /** What changed while it rendered; an answer that depends on any of it is sent but not kept. */
  invalidated: Set<string>
  /** Database reads so far. */
  queries: number
  /** True when a signed-in person asked to see drafts; never kept. */
  preview: boolean
  status?: number
  location?: string
  /** False: rendered for each visitor. */
  keep?: boolean
  /** When the answer stops being true, for pages that compare with now. */
  until?: Date
  /** True: the page needs Next's runtime in the browser. */
  scripts?: boolean
  /** Set by a form's route handler: render this page in place of its own answer. */
  renderInstead?: { url: string; status: number; form: unknown }
  /** What the page behind `renderInstead` finds: the values typed and their errors. */
  form?: unknown
}

export type Said = Pick<RenderContext, 'status' | 'location' | 'keep' | 'until' | 'scripts' | 'renderInstead'>

/** Who keeps pages in this process; absent in scripts and tests, where nothing is kept. */
export type PageKeeper = { invalidate(tags: Iterable<string>): void; clear(): void }

const renders = () => processState('renders', () => new AsyncLocalStorage<RenderContext>())
const writes = () => processState('writes', () => new AsyncLocalStorage<{ tags: Set<string>; id?: string }>())
const keeper = () => processState<{ current?: PageKeeper }>('page-keeper', () => ({}))

export const newContext = (given: Partial<RenderContext> = {}): RenderContext => ({
  dependencies: new Set(),
  invalidated: new Set(),
  queries: 0,
  preview: false,
  ...given,
})

/** The context of the page being rendered, if one is. */
export const renderContext = (): RenderContext | undefined => renders().getStore()

export const runInContext = <T>(context: RenderContext, run: () => T): T => renders().run(context, run)

/** Runs something with no page around it: a timer started while a page renders would keep that page's context. */
export const outsideContext = <T>(run: () => T): T => renders().exit(() => writes().exit(run))

/** Records what the page being rendered reads; to be called *before* the read, so that a write in between is seen. */
export function dependOn(...tags: string[]): void {
  const context = renderContext()
  if (context) for (const tag of tags) context.dependencies.add(tag)
}

/**
 * Says what the page being rendered means, in place of Next's `notFound()`, `redirect()` and `draftMode()`. Several parts
 * of a page may speak: the earliest `until` holds, of the rest the last word.
 */
export function respond(answer: Said): void {
  const context = renderContext()
  if (!context) return
  const { until } = context
  Object.assign(context, answer)
  if (until && answer.until) context.until = until < answer.until ? until : answer.until
}

/** Runs a request that may write; the tags it invalidates are collected in `tags`. @param id its `X-Request-Id` */
export const runWrites = <T>(tags: Set<string>, run: () => T, id?: string): T => writes().run({ tags, id }, run)

/** The `X-Request-Id` of the request being answered, if one is. */
export const requestId = (): string | undefined => renderContext()?.id ?? writes().getStore()?.id

export function setPageKeeper(current: PageKeeper): void {
  keeper().current = current
}

/** Drops this process's pages that depend on any of the tags, and those being rendered. */
export function invalidatePages(tags: Iterable<string>): void {
  const collected = writes().getStore()?.tags
  if (collected) for (const tag of tags) collected.add(tag)
  keeper().current?.invalidate(tags)
}

/** Drops every page of this process, when what was missed is unknown. */
export function clearPages(): void {
  keeper().current?.clear()
}
