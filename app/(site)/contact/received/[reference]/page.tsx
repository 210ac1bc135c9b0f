import type { Metadata } from 'next'
import { challengeFor } from '@/leads/abuse/take-proof'
import { Correction } from '@/leads/components/correction'
import { Receipt } from '@/leads/components/receipt'
import { correctableMessage } from '@/leads/correction/correct-address'
import { currentCorrection } from '@/leads/correction/correction-state'
import { isReceived } from '@/leads/queries'
import { currentPayload } from '@/platform/current-payload'
import { respond } from '@/platform/render-context'
import { Enhancement } from '@/site/components/enhancement'
import { Missing } from '@/site/components/missing'
import { pageMetadata } from '@/site/metadata'
import { segmentText } from '@/site/params'
import { loadSite } from '@/site/queries'
import { receiptPath } from '@/site/urls'

type Props = {
  params: Promise<{ reference: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const site = await loadSite()
  const { title } = site.messages.contact.receipt
  // For a while the address shows the sender's own to whoever has it, so it is told to nobody.
  return { ...pageMetadata({ site, title, hidden: true }), referrer: 'no-referrer' }
}

export default async function ReceiptRoute({ params, searchParams }: Props) {
  respond({ keep: false })
  const reference = segmentText((await params).reference)
  const payload = currentPayload()
  if (!(await isReceived(payload, reference))) return <Missing path={receiptPath(reference)} />
  const { by } = await searchParams
  const [site, message] = await Promise.all([
    loadSite(),
    typeof by === 'string' ? correctableMessage(payload, by) : undefined,
  ])
  const challenge = message?.reference === reference ? await challengeFor(message) : undefined
  return (
    <Receipt site={site} reference={reference}>
      {typeof by === 'string' && message?.reference === reference ? (
        <Correction
          site={site}
          token={by}
          address={message.correctedEmail || message.email}
          state={currentCorrection()}
        />
      ) : null}
      {challenge ? (
        <>
          <Enhancement name="proof-of-work" />
          <proof-of-work data-challenge={challenge} />
        </>
      ) : null}
    </Receipt>
  )
}
