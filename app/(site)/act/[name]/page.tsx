import type { Metadata } from 'next'
import { MailLinkPage, mailLinkTexts } from '@/leads/components/mail-link-page'
import { isMailLink } from '@/leads/links/mail-link-url'
import { openMailLink } from '@/leads/links/mail-links'
import { currentPayload } from '@/platform/current-payload'
import { respond } from '@/platform/render-context'
import { Missing } from '@/site/components/missing'
import { pageMetadata } from '@/site/metadata'
import { segmentText } from '@/site/params'
import { loadSite } from '@/site/queries'

type Props = {
  params: Promise<{ name: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const STATUS = { expired: 410, broken: 404 } as const

async function opened({ params, searchParams }: Props) {
  const name = segmentText((await params).name)
  const { link } = await searchParams
  const token = typeof link === 'string' ? link : ''
  if (!isMailLink(name)) return { name }
  return { name, token, opened: await openMailLink(currentPayload(), name, token) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [site, link] = await Promise.all([loadSite(), opened(props)])
  const title = link.opened && mailLinkTexts(site, link.name, link.opened).title
  // The address opens the message to whoever has it, so it is told to nobody.
  return { ...pageMetadata({ site, title, hidden: true }), referrer: 'no-referrer' }
}

export default async function MailLinkRoute(props: Props) {
  respond({ keep: false })
  const link = await opened(props)
  if (!link.opened) return <Missing path={`/act/${link.name}`} />
  const { state } = link.opened
  if (state === 'expired' || state === 'broken') respond({ status: STATUS[state] })
  return <MailLinkPage site={await loadSite()} name={link.name} token={link.token} opened={link.opened} />
}
