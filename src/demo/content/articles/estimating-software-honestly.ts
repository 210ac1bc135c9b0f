import { callout, callToAction, code, figure, h2, ol, p, quote, richText, table } from '../../rich-text'
import type { DemoArticle } from '../types'

export const estimatingHonestly: DemoArticle = {
  slug: 'estimating-software-honestly',
  title: 'Estimating software honestly',
  excerpt:
    'A single number is a promise nobody can keep. How we give ranges, what we write beside them, and when we decline to estimate.',
  publishedAt: '2024-07-09T02:00:00.000Z',
  topics: ['delivery'],
  authors: ['amela-delivery'],
  related: ['choosing-a-database-for-a-first-release', 'cross-platform-app-development-pros-and-cons'],
  sharing: 'estimate-range',
  content: richText(
    p(
      '“How long will it take?” is a fair question.',
      'You have a budget, a launch date, perhaps a board.',
      'The trouble starts with the shape of the answer: a single number looks like knowledge, and at the beginning of a project nobody has any.',
    ),
    h2('An estimate is a range with reasons'),
    p(
      'We ask for three numbers for every piece of work: how long if things go well, how long most likely, and how long if the things we fear come true.',
      'The distance between the first and the last tells more than the middle one.',
      'A login with a known provider may be 2, 3 and 4 days.',
      '“Import the customers from the old system” may be 2, 5 and 25, and now we know where to look first.',
    ),
    figure('estimate-range', 'Most of the risk of a plan sits in the long tail on the right.'),
    p(
      'To add ranges up, don’t add all the worst cases: they will hardly happen together. A rough and honest way is to simulate.',
    ),
    code(
      'python',
      `
      import random

      tasks = [(2, 3, 4), (2, 5, 25), (4, 6, 12), (1, 2, 6)]   # best, likely, worst (days)

      def total():
          return sum(random.triangular(best, worst, likely) for best, likely, worst in tasks)

      totals = sorted(total() for _ in range(10_000))
      for share in (0.5, 0.8, 0.95):
          print(f"{share:.0%} of the runs end within {totals[int(share * 10_000)]:.0f} days")
      `,
      'estimate.py',
    ),
    p(
      'For these four tasks the likely values add up to 16 days, yet half of the simulated projects need 23 or more, and one in five needs 29 or more.',
      'Nothing went wrong in those runs.',
      'That is simply what a long tail does to a sum, and it explains why careful people are late so often.',
    ),
    h2('Say what the number assumes'),
    p(
      'A number without its assumptions cannot be discussed, it can only be haggled over. So each of our estimates carries a short list:',
    ),
    table(
      'Assumptions are part of the estimate',
      ['We assume', 'If it is not so', 'Who can find out'],
      ['The export is complete and in one format', '+ 5 to 15 days', 'client, by Friday'],
      ['Payments use the provider’s hosted page', '+ 6 to 10 days', 'both, in a first workshop'],
      ['Texts exist in two languages', 'launch moves', 'client'],
      ['One person decides on designs', '+ 1 day for each round', 'client'],
    ),
    p(
      'This table does more for a project than any chart.',
      'Half of its lines are answered within a week by somebody making a phone call, and each answer makes the range narrower at no cost.',
    ),
    h2('Buy information before you buy software'),
    p(
      'When one line has a range like 2 to 25 days, we propose to work on that line first, for a fixed small number of days, with the written result as the only deliverable.',
      'Read the old database.',
      'Call the partner’s test system.',
      'Put the riskiest screen on a phone.',
      'Afterwards the estimate may be smaller or larger; it will be better founded, and you are free to stop.',
    ),
    quote('Padding hides a risk. A spike removes it.'),
    h2('What we decline to do'),
    ol(
      '**Estimate a sentence.** “Like Airbnb, but for tools” gets a conversation, and then a range with a factor of four in it.',
      '**Turn the range into its lower end** because a budget is fixed. A fixed budget is fine: then the scope has to be the thing that moves, and we say which parts would go first.',
      '**Count in hours** what is uncertain in weeks. Precision that is not there is a kind of lie, even with a decimal point.',
      '**Re-estimate in secret.** When a range changes, you hear it that week with the reason, while there is still something to decide.',
    ),
    callout(
      'note',
      'Compare, every time',
      'We keep each estimate next to what happened.',
      'If half of the work does not land under the middle number, the middle number is wrong, and there is a record to learn from.',
    ),
    h2('How to use a range'),
    p(
      'Plan internal commitments with the 50% figure and promises to the outside with the 80% or 95% one.',
      'Look every two weeks at what moved.',
      'A range that gets narrower means the project is learning.',
      'A range that stays as wide as on the first day means that the hard part has not been touched yet, however busy everybody looks.',
    ),
    callToAction({
      title: 'Have a plan that needs a second pair of eyes?',
      text: 'Send us the feature list and the date. We answer with a range, our assumptions and the three questions that would narrow it.',
      label: 'Ask for a range',
      topic: 'project',
    }),
  ),
}
