import type { Page } from '@/payload-types'
import { demoId } from '../ids'
import { callout, h2, p, richText, ul } from '../rich-text'
import type { EnquiryKey } from './site'

export type DemoPage = { slug: string; title: string; description: string; layout: Page['layout'] }
type PageBlock = DemoPage['layout'][number]

const statistics = (...keys: string[]) => keys.map((key) => demoId('statistics', key))

const callToAction = (title: string, text: string, label: string, topic: EnquiryKey): PageBlock => ({
  blockType: 'callToAction',
  title,
  text,
  label,
  topic,
})

const home: DemoPage = {
  slug: 'home',
  title: 'Software that stays pleasant to change',
  description:
    'AMELA Technology plans, builds and looks after web and mobile software. Hanoi, working with clients everywhere.',
  layout: [
    {
      blockType: 'hero',
      eyebrow: 'Web and mobile software from Hanoi',
      heading: 'Software that stays pleasant to change',
      lead: 'We plan, build and look after web and mobile applications, and we write down how. Bring a problem; leave with a range, a plan and the three questions that matter.',
      primaryLabel: 'Start a conversation',
      primaryUrl: '/contact?topic=project',
      secondaryLabel: 'Compare backend technologies',
      secondaryUrl: '/frameworks',
    },
    {
      blockType: 'featureList',
      heading: 'What we do',
      intro: 'Four kinds of work, often in this order.',
      items: [
        {
          title: 'Find out',
          text: 'A workshop and a short spike on the riskiest part. You get an estimate with its assumptions, and are free to build it with somebody else.',
        },
        {
          title: 'Build',
          text: 'Web and mobile applications in small releases, tested and accessible from the first one.',
        },
        {
          title: 'Renew',
          text: 'Legacy systems, one route at a time, while they keep earning money.',
        },
        {
          title: 'Look after',
          text: 'Monitoring, updates and a person who answers. In your time zone as far as the sun permits.',
        },
      ],
    },
    { blockType: 'latestArticles', heading: 'From the notebook', limit: 4 },
    {
      blockType: 'frameworkIndex',
      heading: 'Nine backend technologies, side by side',
      intro: 'Strengths, weaknesses and the work each one suits. With figures, and with where they come from.',
    },
    {
      blockType: 'figures',
      heading: 'Figures people quote',
      statistics: statistics('nodejs-professional-use', 'rust-developers-2022', 'csharp-aspnet-core'),
    },
    callToAction(
      'Half an hour is often enough',
      'Tell us what you have in mind. You will hear what we would do first, and what we would leave out.',
      'Book a meeting',
      'meeting',
    ),
  ],
}

const about: DemoPage = {
  slug: 'about',
  title: 'About us',
  description: 'Who we are and how we work: small releases, written decisions, ranges instead of promises.',
  layout: [
    {
      blockType: 'hero',
      eyebrow: 'About',
      heading: 'Engineers who write things down',
      lead: 'AMELA Technology is a software company in Hanoi. Our clients sit in other cities and other time zones, which has taught us to work in a way that suits everybody: in the open, in small steps, and in writing.',
    },
    {
      blockType: 'prose',
      content: richText(
        h2('How we work'),
        p(
          'A project begins with the part that could sink it.',
          'We look at it for a few days, tell you what we found, and only then talk about a date, as a [range with its reasons](article:estimating-software-honestly).',
          'From there on you see something that runs every week.',
        ),
        p(
          'Decisions are written where you can find them, with the options we had and what it would cost to be wrong.',
          'Accessibility and security are [part of each story](article:accessibility-as-acceptance-criterion), since nobody can afford them at the end.',
        ),
        h2('What you can expect'),
        ul(
          'An answer within one working day, from a person who can decide.',
          'The source code in your repository from the first commit.',
          'Bad news in the week it happens, with a proposal.',
          'A “no” when something is not worth your money.',
        ),
        h2('Where we are'),
        p(
          'In Hanoi, UTC+7 all year round.',
          'Tokyo shares seven hours of the day with us and Berlin three or four; how we make the most of them stands in [working across time zones](article:working-across-time-zones-from-hanoi).',
        ),
      ),
    },
    callToAction(
      'Come and see how we think',
      'Ask us anything about a system you run or plan.',
      'Write to us',
      'other',
    ),
  ],
}

const services: DemoPage = {
  slug: 'services',
  title: 'Services',
  description: 'Product development, team extension, renewal of legacy systems, and care for what is live.',
  layout: [
    {
      blockType: 'hero',
      eyebrow: 'Services',
      heading: 'From the first sketch to the thousandth deployment',
      lead: 'Take the whole of it or a part. Each service ends with something you own and can hand to others.',
      primaryLabel: 'Ask for a range',
      primaryUrl: '/contact?topic=project',
    },
    {
      blockType: 'featureList',
      heading: 'What we offer',
      items: [
        {
          title: 'Product development',
          text: 'Web applications, APIs and mobile apps. Node.js, Go, PHP, Python, C# or Rust on the server, whichever your team can live with; React and React Native in front.',
        },
        {
          title: 'Team extension',
          text: 'Engineers who join your stand-up, your repository and your rules. Reviews go both ways from the first day.',
        },
        {
          title: 'Renewal of legacy systems',
          text: 'A router in front, tests from the outside, one route after another. It can be stopped on any Friday, and leaves a system that works.',
        },
        {
          title: 'Care and operation',
          text: 'Updates, backups that have been restored, four numbers on one screen, and an alarm that is right.',
        },
        {
          title: 'Reviews',
          text: 'Security before a launch, accessibility of an existing site, or a second opinion about an architecture: a few days, a short report, a talk about it.',
        },
      ],
    },
    {
      blockType: 'prose',
      content: richText(
        h2('How a project starts'),
        p(
          'You write four sentences: what it is for, who will use it, what exists already, and when it would be too late. We answer with questions.',
        ),
        callout(
          'tip',
          'No specification yet?',
          'Better so.',
          'A paragraph about the problem helps us more than forty pages about a solution.',
        ),
      ),
    },
    callToAction(
      'Need hands rather than a project?',
      'Tell us what your team is made of and what is missing.',
      'Extend my team',
      'team',
    ),
  ],
}

const privacy: DemoPage = {
  slug: 'privacy',
  title: 'Privacy',
  description: 'What we store when you read this site or write to us, for how long, and how to have it deleted.',
  layout: [
    {
      blockType: 'prose',
      content: richText(
        h2('In short'),
        p(
          'You can read everything here without telling us who you are.',
          'If you write to us, we keep your message in order to answer it.',
          'We sell nothing, and no advertising network is involved.',
        ),
        h2('When you read'),
        p(
          'Our server notes the time, the address of the page, and the network address of the request, as every web server does.',
          'We need this to run the site and to fend off abuse.',
          'These notes are kept for a limited time and are not joined with your message.',
        ),
        p(
          'Reading pages set no cookies.',
          'Your browser remembers the page you arrived on, and your choice of light or dark, in its own storage; nothing of it reaches us unless you send a form.',
        ),
        h2('When you write to us'),
        ul(
          'We store what you enter in the form: your name, your e-mail address, and company, phone and message if you give them.',
          'With it we store the page you came from, so that we know what you have read, and the text you agreed to with its date.',
          'You receive a copy of the essentials by e-mail. The people who answer such messages in our company can read it, nobody else.',
        ),
        h2('How long'),
        p(
          'We keep a conversation as long as it may still matter for an offer, a contract or a legal duty. After that it is deleted. Ask us sooner, and we do it sooner.',
        ),
        h2('Your rights'),
        p(
          'You may ask what we hold about you, have it corrected, have it deleted, and receive a copy. Write to the address at the foot of this page; no form is needed. You may also complain to a data protection authority.',
        ),
      ),
    },
  ],
}

export const pages: DemoPage[] = [home, about, services, privacy]
