import { callout, code, h2, p, quote, richText, table, ul } from '../../rich-text'
import type { DemoArticle } from '../types'

export const codeReview: DemoArticle = {
  slug: 'code-review-that-people-like',
  title: 'Code review that people like',
  excerpt:
    'Reviews are slow and sour when machines’ work is left to people. Small changes, three kinds of comment and a promise about time.',
  publishedAt: '2026-11-10T02:00:00.000Z',
  topics: ['quality', 'delivery'],
  authors: ['amela-engineering'],
  related: ['working-across-time-zones-from-hanoi', 'estimating-software-honestly'],
  content: richText(
    p(
      'Everyone agrees that code review is a good thing, and many people dread it.',
      'They wait two days for an opinion about commas, or open a change of 1,400 lines on a Friday and approve it out of self-defence.',
      'Neither finds bugs.',
    ),
    p(
      'A review is a conversation between two people who both want the change to be in. The following rules are how we keep it one.',
    ),
    h2('Leave nothing to say about form'),
    p(
      'Formatting, unused imports, naming patterns, the direction of dependencies: whatever a rule can decide, a machine decides, before a person is asked.',
      'It is never rude and it never has a bad day.',
      'If the same remark about style turns up three times, it becomes a rule or we stop making it.',
    ),
    h2('Small, and with a story'),
    p(
      'The time a review takes grows faster than the change.',
      'We aim for something that can be read in twenty minutes, which is a few hundred lines with their tests.',
      'Larger work is cut along its own seams: first move without changing, then change.',
    ),
    code(
      'text',
      `
      Let an order have several deliveries

      Support splits large orders by hand today and the customer sees
      one tracking number out of three.

      The table already allows it; only the view took the first row.
      Read order/view.ts first, the rest follows from it.

      Not in here: mails, they come with the next change.
      Tried: order 10482 on staging, with one, two and no deliveries.
      `,
      'commit message',
    ),
    p(
      'Why, what, where to begin, what is missing on purpose, what was tried. A reviewer who knows these five things reads twice as well, and so will the one who finds the line in four years.',
    ),
    h2('Three kinds of comment'),
    p('Most hurt feelings come from not knowing how much a comment weighs. So each begins with one word:'),
    table(
      'Say what weight it has',
      ['Prefix', 'Means', 'The author'],
      ['must', 'wrong, unsafe, or breaks a promise', 'changes it or shows why not'],
      ['could', 'I would do it differently', 'decides, without a reply'],
      ['ask', 'I do not understand', 'answers in the code, not in the thread'],
    ),
    p(
      'The third one is the most valuable.',
      'If a colleague with the whole context does not understand a line, the explanation belongs in a better name, a comment or a test, where the next reader will look.',
    ),
    callout(
      'tip',
      'Praise is information',
      'Saying “this test would have saved us in May” tells the author what to do again.',
      'A review that only lists faults teaches people to avoid being seen.',
    ),
    h2('Read in this order'),
    ul(
      '**The tests.** What is promised, and would they fail if it were broken? Try: change a condition in the code and run them.',
      '**The borders.** New fields in an API, a changed table, a public name. These are expensive to correct later; everything inside can be.',
      '**The unhappy paths.** Empty, twice, at the same time, forbidden, too large, in Vietnamese.',
      '**The rest**, as a reader. Where did you have to go back? That is the place to mention.',
    ),
    h2('A promise about time'),
    p(
      'A change gets its first answer within half a working day, ahead of one’s own new work.',
      'Across [time zones](article:working-across-time-zones-from-hanoi) that means: before you go home.',
      'Whoever asks for changes stays responsible until it is in.',
      'After two rounds in writing the third is a call of ten minutes, with the outcome noted in the thread.',
    ),
    quote(
      'Approve when it makes the code better than it was. It does not have to be the way you would have written it.',
    ),
    h2('What it is for'),
    p(
      'Reviews do find bugs, though tests find more of them and find them earlier.',
      'What nothing else does is to make sure that two people know each part of the system, that a decision was explained once in plain words, and that a new colleague sees how the team thinks.',
      'If you measure anything, count the hours until the first answer, and ask once a quarter whether people are glad when a review arrives.',
    ),
  ),
}
