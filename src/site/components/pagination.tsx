import type { Messages } from '../messages'
import { paginationItems } from '../pagination'

type PaginationProps = {
  page: number
  pages: number
  pathOf: (page: number) => string
  messages: Messages
}

/** Links to the pages of a listing; nothing for a single page. */
export function Pagination({ page, pages, pathOf, messages: { pagination } }: PaginationProps) {
  if (pages < 2) return null
  return (
    <nav aria-label={pagination.label}>
      <ul className="pagination">
        {page > 1 ? (
          <li>
            <a href={pathOf(page - 1)} rel="prev">
              ← {pagination.previous}
            </a>
          </li>
        ) : null}
        {paginationItems(page, pages).map((item, index) =>
          item === undefined ? (
            <li key={`gap-${index}`}>
              <span aria-hidden="true">…</span>
            </li>
          ) : (
            <li key={item}>
              <a
                href={pathOf(item)}
                aria-current={item === page ? 'page' : undefined}
                aria-label={item === page ? pagination.position(page, pages) : pagination.page(item)}
              >
                {item}
              </a>
            </li>
          ),
        )}
        {page < pages ? (
          <li>
            <a href={pathOf(page + 1)} rel="next">
              {pagination.next} →
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}
