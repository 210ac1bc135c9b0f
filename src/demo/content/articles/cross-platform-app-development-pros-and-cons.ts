import { callout, h2, p, quote, richText, table, ul } from '../../rich-text'
import type { DemoArticle } from '../types'

export const crossPlatformProsAndCons: DemoArticle = {
  slug: 'cross-platform-app-development-pros-and-cons',
  title: 'Cross-platform app development: pros and cons',
  excerpt:
    'One codebase for two app stores is a good bargain for most products. Here is how to tell whether yours is one of them.',
  publishedAt: '2023-12-12T02:00:00.000Z',
  topics: ['mobile', 'delivery'],
  authors: ['amela-technology'],
  related: ['top-5-backends-for-react-native'],
  content: richText(
    p(
      'An app used to be two apps: one in Swift, one in Kotlin, written by two teams who met at the release party.',
      'React Native and Flutter made a third way respectable.',
      'Nobody asks any longer whether it can work.',
      'The question is whether the trade suits you.',
    ),
    h2('What you gain'),
    ul(
      '**One set of rules.** A discount is calculated in one place, and it is right or wrong on both platforms at once.',
      '**One backlog.** Features arrive on iOS and Android in the same week, and nobody maintains a table of what works where.',
      '**A team you can hire.** Web developers who know React are productive in React Native within weeks.',
      '**Shared tests.** Business rules are tested once, quickly, without a simulator.',
    ),
    h2('What you pay'),
    ul(
      '**A layer between you and the phone.** When a platform changes, you wait for the framework, or write the bridge yourself.',
      '**Two platforms all the same.** Permissions, store reviews, notifications, back gestures and keyboards still differ, and each difference has to be tested on real devices.',
      '**Weight.** The runtime is added to the download and to the start time; on cheap phones both are felt.',
      '**Upgrades.** Framework, native libraries and store requirements move separately. Plan a few days for them every quarter.',
    ),
    callout(
      'warning',
      '“Write once” never meant “test once”',
      'The saving is in writing and in agreeing.',
      'A schedule that also halves the testing will be corrected by the first release.',
    ),
    h2('When to go native'),
    p(
      'Some products live in the layer that cross-platform tools hide.',
      'Long-running Bluetooth, heavy camera or audio work, widgets and watch apps as the main feature, graphics at the limit of the hardware: here the bridge is where your engineers would spend their year.',
    ),
    table(
      'Where each approach tends to win',
      ['Your app is…', 'Cross-platform', 'Native'],
      ['forms, lists, accounts, payments', 'yes', 'only with two teams in place'],
      ['content with a strong brand', 'yes, Flutter for full control of drawing', 'if platform look matters most'],
      ['an internal tool for your staff', 'yes', 'rarely worth it'],
      ['sensors, audio, long background work', 'with native modules', 'yes'],
      ['a game', 'use a game engine', 'use a game engine'],
    ),
    h2('A cheap way to find out'),
    p(
      'Take the riskiest screen, not the login.',
      'Build it in a week on the slowest phone your customers own, and look at three things: how fast it opens, how it scrolls, and how much native code it needed.',
      'You will know more than from any comparison, this one included.',
    ),
    quote('Choose for the screens that make your product different. The others work everywhere.'),
    p(
      'And do not forget the other half.',
      'The choice of server matters at least as much to your users: see [nine backend technologies](/blog/best-backend-frameworks-2024), or the short list for [React Native](article:top-5-backends-for-react-native).',
    ),
  ),
}
