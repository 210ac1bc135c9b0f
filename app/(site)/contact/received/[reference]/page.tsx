import type { Metadata } from 'next'
import { Receipt } from '@/leads/components/receipt'
import { isReceived } from '@/leads/queries'
import { currentPayload } from '@/platform/current-payload'
import { respond } from '@/platform/render-context'
import { Missing } from '@/site/components/missing'
import { pageMetadata } from '@/site/metadata'
import { segmentText } from '@/site/params'
import { loadSite } from '@/site/queries'
import { receiptPath } from '@/site/urls'

type Props = { params: Promise<{ reference: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const site = await loadSite()
  return pageMetadata({ site, title: site.messages.contact.receipt.title, hidden: true })
}

export default async function ReceiptRoute({ params }: Props) {
  respond({ keep: false })
  const reference = segmentText((await params).reference)
  if (!(await isReceived(currentPayload(), reference))) return <Missing path={receiptPath(reference)} />
  return <Receipt site={await loadSite()} reference={reference} />
}
