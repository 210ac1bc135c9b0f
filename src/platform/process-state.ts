/** State of this process under a name: it lives on `globalThis`, since Next's bundles and the server are different instances of one module. */
export function processState<T>(name: string, create: () => T): T {
  const states = globalThis as Record<symbol, unknown>
  const key = Symbol.for(`site.${name}`)
  states[key] ??= create()
  return states[key] as T
}
