import type { Metadata } from 'next'
import { bookingNotice, ComeBack } from '@/booking/components/come-back'
import { NothingToBook, TypeList } from '@/booking/components/type-list'
import { currentBookingForm } from '@/booking/form/form-state'
import { offeredTypes } from '@/booking/page/offered-types'
import { JsonLd } from '@/site/components/json-ld'
import { PageHead } from '@/site/components/page-head'
import { pageMetadata } from '@/site/metadata'
import { one } from '@/site/params'
import { loadSite } from '@/site/queries'
import { bookingPage, itemList, organization } from '@/site/structured-data'
import { bookPath } from '@/site/urls'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const site = await loadSite()
  const { title, description } = site.messages.booking
  return pageMetadata({ site, title, description: description(site.name), path: bookPath() })
}

export default async function BookRoute({ searchParams }: Props) {
  const [site, types, { from }] = await Promise.all([loadSite(), offeredTypes(), searchParams])
  const { title, label, lead } = site.messages.booking
  const origin = one(from)
  const notice = currentBookingForm()?.notice
  const listed = types.map(({ name, slug }) => ({ name, path: bookPath({ type: slug }) }))
  return (
    <div className="sheet frame" data-booking="">
      <JsonLd nodes={[bookingPage({ name: title, path: bookPath() }), itemList(listed), organization(site)]} />
      <PageHead margin={<p className="label">{label}</p>} title={title} lead={types.length > 0 ? lead : undefined}>
        <div className="form-page">
          {notice ? <ComeBack {...bookingNotice(notice, site.messages.booking)} /> : null}
          {types.length > 0 ? (
            <TypeList site={site} types={types} from={origin} />
          ) : (
            <NothingToBook site={site} from={origin} />
          )}
        </div>
      </PageHead>
    </div>
  )
}
