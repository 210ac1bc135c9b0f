import type { ListViewServerProps } from 'payload'

/** Above the list of leads: what it shows, as a file for a spreadsheet. */
export function ExportCsv({ payload, searchParams }: Pick<ListViewServerProps, 'payload' | 'searchParams'>) {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(searchParams ?? {})) {
    if (key !== 'search' && !key.startsWith('where')) continue
    for (const part of [value].flat()) if (typeof part === 'string') query.append(key, part)
  }
  const path = `${payload.config.routes.api}/leads/csv`
  return (
    <p>
      <a download href={query.size > 0 ? `${path}?${query}` : path}>
        Export these leads as CSV
      </a>
    </p>
  )
}
