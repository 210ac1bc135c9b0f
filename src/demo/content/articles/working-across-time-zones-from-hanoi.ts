import { callout, callToAction, code, figure, h2, p, quote, richText, table, ul } from '../../rich-text'
import type { DemoArticle } from '../types'

export const workingAcrossTimeZones: DemoArticle = {
  slug: 'working-across-time-zones-from-hanoi',
  title: 'Working across time zones from Hanoi',
  excerpt:
    'Two shared hours are plenty if nobody spends them on news. The routines that let a team in Vietnam and a client elsewhere move at full speed.',
  publishedAt: '2025-04-08T02:00:00.000Z',
  topics: ['delivery'],
  authors: ['amela-delivery'],
  related: ['estimating-software-honestly'],
  sharing: 'hanoi-overlap',
  content: richText(
    p(
      'When it is nine in the morning in Hanoi, it is eleven in Tokyo, three at night in Berlin and nine in the evening, yesterday, in New York.',
      'Vietnam stays on UTC+7 all year; our clients mostly do not, so twice a year half of our calendars move.',
      'Distance of this kind is a fact.',
      'Whether it is a problem depends on habits.',
    ),
    figure('hanoi-overlap', 'Office hours of 9 to 18 in four cities, on Hanoi’s clock, in northern winter.'),
    h2('Know how many hours you share'),
    table(
      'Overlap with a working day of 9:00 to 18:00 in Hanoi (UTC+7)',
      ['City', 'Winter', 'Summer', 'The shared hours, Hanoi time'],
      ['Tokyo', '7 h', '7 h', '9:00 to 16:00'],
      ['Sydney', '5 h (their summer)', '6 h (their winter)', '9:00 to 14:00 or 15:00'],
      ['Berlin', '3 h', '4 h', 'from 15:00, in summer from 14:00'],
      ['London', '2 h', '3 h', 'from 16:00, in summer from 15:00'],
      ['New York', 'none', 'none', 'by arrangement, in our evening'],
    ),
    p(
      'Two hours a day are enough for everything that needs voices: deciding, disagreeing, and the small talk which makes disagreeing possible.',
      'They are not enough if half of them go to reading out what each person did yesterday.',
    ),
    h2('Write so that nobody has to wait'),
    p(
      'A question that waits for an answer costs eight minutes in one office and sixteen hours between two.',
      'So a question travels with everything that is needed to answer it without asking back:',
    ),
    code(
      'text',
      `
      ## Which currency for refunds?

      **Context** An order in EUR was paid with a USD card. See order 10482 on staging.
      **Options** (a) refund in the order's currency, (b) refund what the card was charged.
      **We suggest** (a): the provider supports it, and the books stay simple.
      **Unless we hear otherwise** by Thursday 10:00 UTC we build (a).
      **Cost of being wrong** about a day.
      `,
      'question.md',
    ),
    p(
      'The last two lines do the work.',
      'Work goes on, nobody is put under pressure, and a decision with a name and a date is found again a year later.',
      'For decisions which are expensive to reverse we leave out the deadline and put the question at the top of the next call.',
    ),
    callout(
      'tip',
      'Name the zone, always',
      'Write “Thursday 10:00 UTC”, or both local times.',
      '“Tomorrow morning” has been the most expensive phrase of many a project.',
    ),
    h2('Hand over like a hospital'),
    p(
      'At the end of our day the client’s begins, or the other way round. A handover of five lines goes to the same place each day:',
    ),
    ul(
      'what is deployed on staging, with a link that shows it;',
      'what is blocked, by whom, and since when;',
      'what we decided without you, so that you can object;',
      'what we will do first tomorrow.',
    ),
    p(
      'Done well, the distance turns into an advantage.',
      'You test in your afternoon what we finished in ours, and when we sit down the next morning the findings are waiting.',
      'Around a release, a bug that is reported at your closing time can be gone when you open your laptop again.',
    ),
    h2('Share the discomfort'),
    p(
      'Somebody has to take the call at an unpleasant hour.',
      'If it is always the same side, that side will stop saying what it thinks at half past nine in the evening.',
      'We rotate: one month you start early, the next we stay late, and nobody does both on the same day.',
      'Regular calls end on time even when they are going well.',
    ),
    quote('If a meeting could be a paragraph, write the paragraph. If a thread has three rounds, have the meeting.'),
    h2('Holidays are part of the plan'),
    p(
      'Tết closes Vietnam for about a week between late January and mid-February, on dates that follow the moon.',
      'The days before it are like the days before Christmas elsewhere.',
      'Both calendars stand in the project plan from the first day, and no release is planned for the week in which the people who built it are with their families.',
    ),
    h2('And in the code'),
    p(
      'People who live with time zones write better software for them, or at least they learn early what not to do.',
      'Store instants in UTC, and store the zone (`Asia/Ho_Chi_Minh`, never `+07:00`) beside anything a person planned.',
      'A future appointment is a local time in a place; only the past is a fixed point.',
    ),
    callToAction({
      title: 'Wondering how it would feel?',
      text: 'Book a call in an hour that suits you. We will tell you who is up early.',
      label: 'Book a meeting',
      topic: 'meeting',
    }),
  ),
}
