import { OtherWays } from '@/site/components/other-ways'
import { PageHead } from '@/site/components/page-head'
import type { Site } from '@/site/queries'
import { bookPath } from '@/site/urls'
import { ErrorSummary } from '@/ui/error-summary'
import type { TypedBooking } from '../form/booking-form'
import type { BookingFormState } from '../form/form-state'
import type { BookingOffer } from '../page/offered-types'
import type { ShownTimes } from '../page/shown-times'
import { BookingForm } from './booking-form'
import { bookingNotice, ComeBack } from './come-back'
import { ZoneForm } from './slot-picker'
import { TimesNote } from './times-note'

type BookingPageProps = {
  site: Site
  offer: BookingOffer
  times: ShownTimes
  ticket: string
  /** What the link to the form chose. */
  chosen: TypedBooking
  /** The form that came back, if this page answers one. */
  state?: BookingFormState
}

/** The page where a time is chosen and a meeting is booked, in one step. */
export function BookingPage({ site, offer, times, ticket, chosen, state }: BookingPageProps) {
  const texts = site.messages.booking
  const { type } = offer
  const problems = state?.problems ?? []
  const sentences = problems.map(({ field, code }) => ({ field, message: texts.problems[code] }))
  return (
    <div className="sheet frame" data-booking="">
      <PageHead
        margin={
          <p className="label">
            <a href={bookPath({ from: chosen.from })}>{texts.allTypes}</a>
          </p>
        }
        title={type.name}
        lead={type.description}
      >
        <p className="label booking-facts">
          {texts.minutes(type.minutes)} · {texts.locations[type.location]}
        </p>
        <div className="form-page">
          <ErrorSummary title={texts.summaryTitle} problems={sentences} />
          {state?.notice ? <ComeBack {...bookingNotice(state.notice, texts)} /> : null}
          <ZoneForm texts={texts} action={bookPath({ type: type.slug })} times={times} hidden={{ from: chosen.from }} />
          <TimesNote texts={texts} times={times} />
          <BookingForm
            offer={offer}
            times={times}
            texts={texts}
            typed={state?.typed ?? chosen}
            problems={problems}
            ticket={ticket}
          />
          <OtherWays site={site} />
        </div>
      </PageHead>
    </div>
  )
}
