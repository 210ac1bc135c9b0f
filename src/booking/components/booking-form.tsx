import { Honeypot } from '@/forms/components/honeypot'
import { consentValue } from '@/forms/fields'
import { HONEYPOT_FIELD } from '@/forms/honeypot'
import type { BookingTexts } from '@/site/messages/en-booking'
import { bookPath, formPath } from '@/site/urls'
import { Button } from '@/ui/button'
import { CheckboxField, Field, TextArea, TextInput } from '@/ui/field'
import { ANSWER_FIELDS } from '../form/answer-fields'
import type { BookingField, BookingProblem, TypedBooking } from '../form/booking-form'
import type { BookingOffer } from '../page/offered-types'
import type { ShownTimes } from '../page/shown-times'
import { SlotPicker } from './slot-picker'

type BookingFormProps = {
  offer: BookingOffer
  times: ShownTimes
  texts: BookingTexts
  /** What stands in the fields: nothing yet, or everything that was typed. */
  typed: TypedBooking
  problems: BookingProblem[]
  /** Signed proof of when this form was rendered. */
  ticket: string
}

const PREFERRED = ['preferred1', 'preferred2', 'preferred3'] as const

/**
 * The times and the details in one form: plain HTML that posts to a fixed address, so that a page opened before a deploy
 * still books. The browser's own checks are off: ours stand beside the fields.
 */
export function BookingForm({ offer, times, texts, typed, problems, ticket }: BookingFormProps) {
  const { type, consent } = offer
  const errorOf = (field: BookingField) => {
    const problem = problems.find((candidate) => candidate.field === field)
    return problem && texts.problems[problem.code]
  }
  const field = (name: keyof BookingTexts['fields']) => ({ name, label: texts.fields[name], error: errorOf(name) })
  const value = (name: BookingField) => ({ defaultValue: typed[name] })
  const asksForTimes = problems.some(({ field: name }) => name.startsWith('preferred'))
  return (
    <form className="form booking" action={formPath('book')} method="post" acceptCharset="utf-8" noValidate>
      <section aria-labelledby="times-title" data-times="list">
        <h2 id="times-title" className="booking-title" tabIndex={-1}>
          {texts.times}
        </h2>
        {times.page.days.length > 0 ? (
          <SlotPicker
            texts={texts}
            times={times}
            chosen={typed.start}
            error={errorOf('start')}
            hrefOf={(day) => bookPath({ type: type.slug, zone: times.zone, day, from: typed.from })}
          />
        ) : (
          <p>{texts.noTimes}</p>
        )}
      </section>
      <section className="form" aria-labelledby="details-title">
        <h2 id="details-title" className="booking-title">
          {texts.details}
        </h2>
        <div className="form-columns">
          <Field {...field('name')} required>
            {(control) => <TextInput {...control} {...value('name')} autoComplete="name" />}
          </Field>
          <Field {...field('email')} required>
            {(control) => (
              <TextInput {...control} {...value('email')} type="email" autoComplete="email" spellCheck={false} />
            )}
          </Field>
          <Field {...field('company')} optional={texts.optional}>
            {(control) => <TextInput {...control} {...value('company')} autoComplete="organization" />}
          </Field>
          <Field
            {...field('phone')}
            {...(type.location === 'phone' ? { required: true } : { optional: texts.optional })}
          >
            {(control) => <TextInput {...control} {...value('phone')} type="tel" autoComplete="tel" />}
          </Field>
        </div>
        {type.questions.map(({ label, required, kind }, index) => {
          const name = ANSWER_FIELDS[index]
          if (!name) return null
          const Control = kind === 'line' ? TextInput : TextArea
          const optional = required ? { required } : { optional: texts.optional }
          return (
            <Field key={name} name={name} label={label} error={errorOf(name)} {...optional}>
              {(control) => <Control {...control} {...value(name)} />}
            </Field>
          )
        })}
        <Field {...field('about')} optional={texts.optional}>
          {(control) => <TextArea {...control} {...value('about')} rows={4} />}
        </Field>
        <Field {...field('guests')} optional={texts.optional} hint={texts.guestsHint}>
          {(control) => <TextInput {...control} {...value('guests')} inputMode="email" spellCheck={false} />}
        </Field>
        {consent ? (
          <CheckboxField
            {...field('consent')}
            label={consent.text}
            required
            value={consentValue(consent.version)}
            defaultChecked={Boolean(typed.consent) && errorOf('consent') === undefined}
          />
        ) : null}
      </section>
      <Honeypot label={texts.honeypot} typed={typed[HONEYPOT_FIELD]} />
      <input type="hidden" name="type" value={type.slug} />
      <input type="hidden" name="zone" value={times.zone} />
      <input type="hidden" name="day" value={times.day ?? ''} />
      <input type="hidden" name="ticket" value={ticket} />
      <input type="hidden" name="from" value={typed.from ?? ''} />
      <input type="hidden" name="attribution" defaultValue={typed.attribution ?? ''} />
      {times.page.days.length > 0 ? (
        <div>
          <Button name="intent" value="book">
            {texts.submit}
          </Button>
        </div>
      ) : null}
      <details className="booking-wish" open={asksForTimes || times.page.days.length === 0}>
        <summary>{texts.noneSuits}</summary>
        <div className="form">
          <p>{texts.noneSuitsText}</p>
          <div className="form-columns">
            {PREFERRED.map((name, index) => (
              <Field key={name} name={name} label={texts.preferred(index + 1)} error={errorOf(name)}>
                {(control) => <TextInput {...control} {...value(name)} type="datetime-local" />}
              </Field>
            ))}
          </div>
          <div>
            <Button variant="secondary" name="intent" value="request">
              {texts.request}
            </Button>
          </div>
        </div>
      </details>
    </form>
  )
}
