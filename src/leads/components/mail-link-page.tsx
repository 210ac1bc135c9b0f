import { zoneOrUtc } from '@/platform/time-zone'
import { PageHead } from '@/site/components/page-head'
import { formatMoment } from '@/site/dates'
import { shorten } from '@/site/metadata'
import type { Site } from '@/site/queries'
import { adminUrl, formPath } from '@/site/urls'
import { Button, ButtonLink } from '@/ui/button'
import type { MailLink } from '../links/mail-link-url'
import type { OpenedLink } from '../links/mail-links'

/** Enough of a message to tell a person from a machine. */
const EXCERPT_LENGTH = 280

type MailLinkPageProps = { site: Site; name: MailLink; token: string; opened: OpenedLink }

/** What this page says of a link: its own texts while it can be read, else why it cannot. */
export function mailLinkTexts({ messages }: Site, name: MailLink, { state }: OpenedLink) {
  const { mailLinks } = messages
  return state === 'expired' || state === 'broken' ? mailLinks[state] : mailLinks[name][state]
}

/** What a link in a mail would do, with the button that does it. */
export function MailLinkPage({ site, name, token, opened }: MailLinkPageProps) {
  const { mailLinks } = site.messages
  const { title, text } = mailLinkTexts(site, name, opened)
  const submission = 'submission' in opened ? opened.submission : undefined
  return (
    <div className="sheet frame">
      <PageHead margin={<p className="label">{mailLinks.label}</p>} title={title} lead={text}>
        <div className="form-page">
          {submission ? <Facts site={site} submission={submission} /> : null}
          {opened.state === 'ready' ? (
            <form action={formPath(name)} method="post">
              <input type="hidden" name="link" value={token} />
              <Button>{mailLinks[name].ready.submit}</Button>
            </form>
          ) : (
            <div className="actions">
              <ButtonLink href={adminUrl('contact-submissions', submission?.id)}>{mailLinks.admin}</ButtonLink>
            </div>
          )}
        </div>
      </PageHead>
    </div>
  )
}

type FactsProps = { site: Site; submission: NonNullable<Extract<OpenedLink, { submission?: unknown }>['submission']> }

/** The message that a decision is about, as the mail told it. */
function Facts({ site: { settings, locale, messages }, submission }: FactsProps) {
  const { facts } = messages.mailLinks
  const { name, email, company, reference, enquiryLabel, receivedAt, message } = submission
  const rows = [
    [facts.from, [name, company, email].filter(Boolean).join(' · ')],
    [facts.topic, enquiryLabel],
    [facts.received, formatMoment(receivedAt, locale, zoneOrUtc(settings.timeZone))],
    [facts.reference, reference],
  ]
  return (
    <>
      <dl className="definitions">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd translate="no">{value}</dd>
          </div>
        ))}
      </dl>
      <blockquote>
        <p>{shorten(message, EXCERPT_LENGTH)}</p>
      </blockquote>
    </>
  )
}
