import { PageHead } from '@/site/components/page-head'
import type { Site } from '@/site/queries'
import { formPath, meetingPath } from '@/site/urls'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary'
import type { MoveProblem } from '../form/meeting-forms'
import type { MeetingView } from '../page/meeting-view'
import type { ShownTimes } from '../page/shown-times'
import { ComeBack } from './come-back'
import { SlotPicker, ZoneForm } from './slot-picker'
import { TimesNote } from './times-note'

type MovePageProps = {
  site: Site
  meeting: MeetingView
  token: string
  times: ShownTimes
  /** Why the form came back. */
  problem?: MoveProblem
}

/** Where a guest chooses another time for a meeting that is booked. */
export function MovePage({ site, meeting, token, times, problem }: MovePageProps) {
  const texts = site.messages.booking
  const error = problem === 'startMissing' ? texts.problems[problem] : undefined
  return (
    <div className="sheet frame" data-booking="">
      <PageHead
        margin={
          <p className="label">
            <a href={meetingPath(token)}>{meeting.typeName}</a>
          </p>
        }
        title={texts.meeting.moveTitle}
        lead={texts.meeting.moveLead(meeting.when)}
      >
        <div className="form-page">
          <ErrorSummary title={texts.summaryTitle} problems={error ? [{ field: 'start', message: error }] : []} />
          {problem && problem !== 'startMissing' ? <ComeBack {...texts.meeting.notMoved[problem]} /> : null}
          <ZoneForm texts={texts} action={meetingPath(token, 'move')} times={times} hidden={{}} />
          <TimesNote texts={texts} times={times} />
          <form className="form booking" action={formPath('meeting-move')} method="post" noValidate>
            <section aria-labelledby="times-title" data-times="list">
              <h2 id="times-title" className="booking-title" tabIndex={-1}>
                {texts.times}
              </h2>
              {times.page.days.length > 0 ? (
                <SlotPicker
                  texts={texts}
                  times={times}
                  error={error}
                  hrefOf={(day) => meetingPath(token, 'move', { zone: times.zone, day })}
                />
              ) : (
                <p>{texts.meeting.noTimes}</p>
              )}
            </section>
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="zone" value={times.zone} />
            {times.page.days.length > 0 ? (
              <div>
                <Button>{texts.meeting.moveSubmit}</Button>
              </div>
            ) : null}
          </form>
        </div>
      </PageHead>
    </div>
  )
}
