import { OtherWays } from '@/site/components/other-ways'
import { PageHead } from '@/site/components/page-head'
import type { Site } from '@/site/queries'
import { ErrorSummary } from '@/ui/error-summary'
import { Notice } from '@/ui/notice'
import type { TypedForm } from '../form/contact-form'
import type { FormNotice, FormState } from '../form/form-state'
import type { ContactOffer } from '../queries'
import { ContactForm } from './contact-form'

type ContactPageProps = {
  site: Site
  offer: ContactOffer
  ticket: string
  /** What the link to the form chose: its topic, and the article it stood in. */
  chosen: TypedForm
  /** The form that came back, if this page answers one. */
  state?: FormState
}

export function ContactPage({ site, offer, ticket, chosen, state }: ContactPageProps) {
  const texts = site.messages.contact
  const problems = state?.problems ?? []
  const sentences = problems.map(({ field, code }) => ({ field, message: texts.problems[code] }))
  return (
    <div className="sheet frame">
      <PageHead
        margin={<p className="label">{texts.label}</p>}
        title={texts.title}
        lead={texts.lead(site.settings.answerPromise ?? '')}
      >
        <div className="form-page">
          <ErrorSummary title={texts.summaryTitle} problems={sentences} />
          {state?.notice ? <ComeBack notice={state.notice} site={site} /> : null}
          <ContactForm offer={offer} texts={texts} typed={state?.typed ?? chosen} problems={problems} ticket={ticket} />
          <OtherWays site={site} />
        </div>
      </PageHead>
    </div>
  )
}

/** Says why nothing was sent though nothing is wrong with the fields; announced, and the first thing that is read. */
function ComeBack({ notice, site }: { notice: FormNotice; site: Site }) {
  const { notices } = site.messages.contact
  const text = notice.kind === 'limited' ? notices.limited(notice.minutes) : notices[notice.kind]
  return (
    // Why the form came back must be what is read first.
    <div id="form-notice" role="alert" tabIndex={-1} autoFocus>
      <Notice title={notices[`${notice.kind}Title`]}>
        <p>{text}</p>
      </Notice>
    </div>
  )
}
