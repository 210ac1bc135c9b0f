import type { BookingTexts } from '@/site/messages/en-booking'
import type { ShownTimes } from '../page/shown-times'

/** In which zone times are told, and why the first of them is on another day than was asked for. */
export function TimesNote({ texts, times }: { texts: BookingTexts; times: ShownTimes }) {
  const { zoneWords, page, dayWords = '' } = times
  const first = page.days[0]?.label ?? ''
  return (
    <p data-times="note" role="status">
      {texts.shownIn(zoneWords)}
      {page.jump === 'ahead' ? ` ${texts.jump(dayWords, first)}` : null}
      {page.jump === 'back' && first ? ` ${texts.jumpBack(dayWords)}` : null}
    </p>
  )
}
