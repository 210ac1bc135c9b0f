/**
 * The page number in a path segment: a plain positive integer without sign, exponent or leading zero, so that each page
 * has one address. Undefined for everything else (`0`, `-1`, `1e1`, `01`, `two`), which is not found.
 */
export function pageNumber(segment: string): number | undefined {
  return /^[1-9]\d{0,5}$/.test(segment) ? Number(segment) : undefined
}

/** What stands in a pagination: the ends, the current page and its neighbours, `undefined` for a gap between them. */
export function paginationItems(page: number, pages: number): (number | undefined)[] {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])]
    .filter((n) => n >= 1 && n <= pages)
    .sort((a, b) => a - b)
  return shown.flatMap((n, index) => {
    const before = shown[index - 1]
    if (before === undefined || n - before === 1) return [n]
    return n - before === 2 ? [n - 1, n] : [undefined, n]
  })
}
