import { Enhancement } from '@/site/components/enhancement'
import type { BookingTexts } from '@/site/messages/en-booking'
import { Button, ButtonLink } from '@/ui/button'
import { Field, Select, TextInput } from '@/ui/field'
import type { ShownDay } from '../page/days'
import type { ShownTimes } from '../page/shown-times'
import { ZONE_GROUPS } from '../page/time-zones'

type ZoneFormProps = {
  texts: BookingTexts
  /** The page itself: the form only changes what it shows. */
  action: string
  times: ShownTimes
  /** What else stands in the address of the page. */
  hidden: Record<string, string | undefined>
}

/** In which zone, and from which day on, times are shown. A GET form, so that its answer has an address. */
export function ZoneForm({ texts, action, times, hidden }: ZoneFormProps) {
  return (
    <form className="zone-form" action={action} method="get">
      <Enhancement name="slot-picker" />
      {Object.entries(hidden).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <Field name="zone" label={texts.zone}>
        {(control) => (
          <Select {...control} defaultValue={times.zone}>
            {ZONE_GROUPS.map(({ region, zones }) => (
              <optgroup key={region} label={region}>
                {zones.map(({ name, city }) => (
                  <option key={name} value={name}>
                    {city}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        )}
      </Field>
      <Field name="day" label={texts.day}>
        {(control) => <TextInput {...control} type="date" defaultValue={times.day} />}
      </Field>
      <Button variant="secondary">{texts.show}</Button>
      <zone-guess guess={times.isGuess ? '' : undefined} />
    </form>
  )
}

type SlotPickerProps = {
  texts: BookingTexts
  times: ShownTimes
  /** The time chosen before, as ISO 8601. */
  chosen?: string
  error?: string
  /** Address of the page that begins with a day. */
  hrefOf: (day: string) => string
}

/**
 * Free times as radio buttons, a group for each day. A screen reader says the day and how many times are free before the
 * first of them.
 */
export function SlotPicker({ texts, times: { page, nearest }, chosen, error, hrefOf }: SlotPickerProps) {
  return (
    <div className={error ? 'field field-invalid' : 'field'}>
      {error ? (
        <p id="start-error" className="field-error">
          <span aria-hidden="true">✗ </span>
          {error}
        </p>
      ) : null}
      <Nearest texts={texts} days={nearest} />
      {page.days.map(({ date, label, times }, dayIndex) => (
        <fieldset key={date} className="day" aria-describedby={error ? 'start-error' : undefined}>
          <legend className="day-name">
            {label}, <span className="day-count">{texts.timesFree(times.length)}</span>
          </legend>
          <div className="day-times">
            {times.map(({ start, label: time }, index) => (
              <label key={start} className="time">
                <input
                  type="radio"
                  name="start"
                  // The error summary leads to the first one.
                  id={dayIndex === 0 && index === 0 ? 'start' : undefined}
                  value={start}
                  defaultChecked={start === chosen}
                />
                <time dateTime={start}>{time}</time>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <nav className="day-pages" aria-label={texts.times}>
        {page.earlier ? (
          <ButtonLink variant="secondary" rel="prev" href={hrefOf(page.earlier)}>
            {texts.earlier}
          </ButtonLink>
        ) : null}
        {page.later ? (
          <ButtonLink variant="secondary" rel="next" href={hrefOf(page.later)}>
            {texts.later}
          </ButtonLink>
        ) : null}
      </nav>
    </div>
  )
}

/** What is offered in place of a time that somebody else took; the same times stand in the list below, too. */
function Nearest({ texts, days }: { texts: BookingTexts; days: ShownDay[] }) {
  if (days.length === 0) return null
  return (
    <fieldset className="day">
      <legend className="day-name">{texts.nearest}</legend>
      <div className="day-times day-times-named">
        {days.flatMap(({ label, times }) =>
          times.map(({ start, label: time }) => (
            <label key={start} className="time">
              <input type="radio" name="start" value={start} />
              <span>{label}</span> <time dateTime={start}>{time}</time>
            </label>
          )),
        )}
      </div>
    </fieldset>
  )
}
