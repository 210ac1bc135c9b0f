import type { Metadata } from 'next'
import { SearchResults } from '@/search/components/search-results'
import { searchSite } from '@/search/queries'
import { JsonLd } from '@/site/components/json-ld'
import { PageHead } from '@/site/components/page-head'
import { SearchForm } from '@/site/components/search-form'
import { pageMetadata } from '@/site/metadata'
import { loadSite } from '@/site/queries'
import { itemList, organization, searchResultsPage } from '@/site/structured-data'
import { searchPath } from '@/site/urls'
import { xmlSafe } from '@/site/xml'
import { Section } from '@/ui/section'

type Props = { searchParams: Promise<{ q?: string | string[] }> }

/** What was asked for: one line of text, whatever the address holds. */
async function queryOf(searchParams: Props['searchParams']): Promise<string> {
  const { q } = await searchParams
  const text = Array.isArray(q) ? (q[0] ?? '') : (q ?? '')
  return xmlSafe(text).replace(/\s+/g, ' ').trim().slice(0, 100)
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [site, query] = await Promise.all([loadSite(), queryOf(searchParams)])
  const { search } = site.messages
  return pageMetadata({
    site,
    title: query ? search.resultsTitle(query) : search.title,
    description: search.description(site.name),
    path: searchPath(),
    hidden: true,
  })
}

export default async function SearchPage({ searchParams }: Props) {
  const [site, query] = await Promise.all([loadSite(), queryOf(searchParams)])
  const { search } = site.messages
  const results = query ? await searchSite(query) : undefined
  return (
    <>
      <JsonLd
        nodes={[
          searchResultsPage(site),
          ...(results?.hits.length ? [itemList(results.hits.map(({ title, path }) => ({ name: title, path })))] : []),
          organization(site),
        ]}
      />
      <div className="sheet frame">
        <PageHead title={query ? search.resultsTitle(query) : search.title}>
          <div className="mt-8">
            <SearchForm messages={site.messages} query={query} />
          </div>
        </PageHead>
        {results ? (
          <Section label={search.count(results.total)}>
            <SearchResults query={query} results={results} site={site} />
          </Section>
        ) : null}
      </div>
    </>
  )
}
