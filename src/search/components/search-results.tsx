import type { Site } from '@/site/queries'
import { markMatches, words } from '../fold'
import type { SearchResults as Results, SearchHit } from '../site-index'

/** What a search found, as a ledger; in plain words where it found nothing. */
export function SearchResults({ query, results, site }: { query: string; results: Results; site: Site }) {
  const { search } = site.messages
  const terms = words(query)
  if (results.total === 0) {
    return (
      <>
        <p className="lead">{search.none(query)}</p>
        <p className="mt-3 text-soft">{search.hint}</p>
      </>
    )
  }
  return (
    <>
      <ol className="ledger">
        {results.hits.map((hit) => (
          <Hit key={hit.id} hit={hit} terms={terms} kind={search.kinds[hit.kind]} />
        ))}
      </ol>
      {results.total > results.hits.length ? <p className="label mt-4">{search.more(results.hits.length)}</p> : null}
    </>
  )
}

function Hit({ hit, terms, kind }: { hit: SearchHit; terms: string[]; kind: string }) {
  return (
    <li>
      <p className="ledger-data label">{kind}</p>
      <div>
        <h2 className="ledger-title">
          <a href={hit.path}>
            <Marked text={hit.title} terms={terms} />
          </a>
        </h2>
        <p className="ledger-text">
          <Marked text={hit.summary} terms={terms} />
        </p>
      </div>
    </li>
  )
}

function Marked({ text, terms }: { text: string; terms: string[] }) {
  return markMatches(text, terms).map((piece, index) => {
    const key = `${index}-${piece.text}`
    return piece.match ? <mark key={key}>{piece.text}</mark> : piece.text
  })
}
