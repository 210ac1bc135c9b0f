import type { ReactNode } from 'react'
import { PageHead } from '@/site/components/page-head'
import type { Site } from '@/site/queries'
import { bookPath, formPath, meetingPath } from '@/site/urls'
import { Button, ButtonLink } from '@/ui/button'
import { Field, TextArea } from '@/ui/field'
import { Notice } from '@/ui/notice'
import type { CancelFormState } from '../form/meeting-forms'
import type { MeetingView } from '../page/meeting-view'
import { ComeBack } from './come-back'

type MeetingPageProps = {
  site: Site
  meeting: MeetingView
  /** Opens this page, and lets whoever has it move and cancel the meeting. */
  token: string
  /** True right after its guest moved it. */
  isMoved: boolean
  /** The form for cancelling, when it came back. */
  uncancelled?: CancelFormState
}

/** A meeting as its guest sees it: what was booked, and how to change it. Opening the page changes nothing. */
export function MeetingPage({ site, meeting, token, isMoved, uncancelled }: MeetingPageProps) {
  const texts = site.messages.booking
  const { title, lead } = headOf(meeting, texts.meeting)
  return (
    <div className="sheet frame" data-booking="">
      <PageHead margin={<p className="label">{texts.label}</p>} title={title} lead={lead}>
        <div className="form-page">
          {uncancelled ? <ComeBack {...texts.meeting.notCancelled} /> : null}
          {isMoved && meeting.state === 'confirmed' ? (
            <div id="form-notice" role="status" tabIndex={-1} autoFocus>
              <Notice title={texts.meeting.movedTitle}>
                <p>{texts.meeting.moved}</p>
              </Notice>
            </div>
          ) : null}
          <Facts meeting={meeting} site={site} />
          {meeting.state === 'confirmed' ? <Calendars meeting={meeting} site={site} token={token} /> : null}
          {meeting.mayChange ? <Changes site={site} token={token} uncancelled={uncancelled} /> : null}
          {meeting.state === 'confirmed' ? null : (
            <div className="actions">
              <ButtonLink href={bookPath()}>{texts.meeting.again}</ButtonLink>
            </div>
          )}
        </div>
      </PageHead>
    </div>
  )
}

type MeetingTexts = Site['messages']['booking']['meeting']

function headOf({ state, email }: MeetingView, texts: MeetingTexts): { title: string; lead?: string } {
  if (state === 'cancelled') return { title: texts.cancelledTitle, lead: texts.cancelledLead }
  if (state === 'past') return { title: texts.pastTitle }
  return { title: texts.bookedTitle, lead: texts.bookedLead(email) }
}

function Facts({ meeting, site }: { meeting: MeetingView; site: Site }) {
  const { locations, meeting: texts } = site.messages.booking
  const where = meeting.callUrl ? (
    <>
      {locations.video}: <a href={meeting.callUrl}>{meeting.callUrl}</a>
    </>
  ) : (
    meeting.where
  )
  const rows: [string, ReactNode][] = [
    [texts.when, meeting.when],
    [texts.where, where],
    [texts.who, meeting.hosts.join(', ')],
    [texts.guests, meeting.guests.join(', ')],
    ...meeting.answers.map(({ label, value }): [string, ReactNode] => [label, value]),
    [texts.cancelReason, meeting.cancelReason],
  ]
  return (
    <Notice title={meeting.typeName}>
      <dl className="meeting-facts">
        {rows.map(([term, text], index) =>
          text ? (
            // Two questions may be called the same.
            <div key={index} className="contents">
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </Notice>
  )
}

/** Ways to put it into a calendar, for those whose mail program made no use of the invitation. */
function Calendars({ meeting, site, token }: { meeting: MeetingView; site: Site; token: string }) {
  const words = site.messages.booking.meeting
  return (
    <section aria-labelledby="calendar-title">
      <h2 id="calendar-title" className="booking-title">
        {words.addTo}
      </h2>
      <ul className="footer-links">
        <li>
          <a href={meetingPath(token, 'invite.ics')} download>
            {words.file}
          </a>
        </li>
        {meeting.calendarLinks.map(({ label, href }) => (
          <li key={label}>
            <a href={href} rel="noreferrer">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How to move and cancel it. */
function Changes({ site, token, uncancelled }: Pick<MeetingPageProps, 'site' | 'token' | 'uncancelled'>) {
  const texts = site.messages.booking
  const words = texts.meeting
  return (
    <section className="meeting-changes" aria-labelledby="change-title">
      <h2 id="change-title" className="booking-title">
        {words.change}
      </h2>
      <p>
        {words.keep} <a href={meetingPath(token)}>{words.link}</a>
      </p>
      <p>{words.decline}</p>
      <div className="actions">
        <ButtonLink variant="secondary" href={meetingPath(token, 'move')}>
          {words.move}
        </ButtonLink>
      </div>
      <details className="booking-wish" open={Boolean(uncancelled)}>
        <summary>{words.cancel}</summary>
        <form className="form" action={formPath('meeting-cancel')} method="post">
          <Field name="reason" label={words.cancelReason} optional={texts.optional}>
            {(control) => <TextArea {...control} rows={3} maxLength={1000} defaultValue={uncancelled?.reason} />}
          </Field>
          <input type="hidden" name="token" value={token} />
          <div>
            <Button variant="secondary">{words.cancelSubmit}</Button>
          </div>
        </form>
      </details>
    </section>
  )
}
