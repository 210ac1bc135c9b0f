export type Crumb = { name: string; path: string }

/** The way from the front page; the page itself is named by its heading and not repeated here. */
export function Breadcrumbs({ crumbs, label }: { crumbs: Crumb[]; label: string }) {
  return (
    <nav className="breadcrumbs label" aria-label={label}>
      <ol>
        {crumbs.map(({ name, path }) => (
          <li key={path}>
            <a href={path}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
