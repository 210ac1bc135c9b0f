/** True, or what is wrong with a path of this site: it starts with one slash and has no scheme, host or query. */
export function pathProblem(value: unknown): true | string {
  const isPath = typeof value === 'string' && /^\/(?!\/)[^\s?#\\]*$/.test(value)
  return isPath || 'Write a path that starts with one slash, such as /old-page.'
}
