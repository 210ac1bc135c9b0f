import { callToAction, frameworkCard, h2, ol, p, richText, table } from '../../rich-text'
import type { DemoArticle } from '../types'

export const top5BackendsForReactNative: DemoArticle = {
  slug: 'top-5-backends-for-react-native',
  title: 'Top 5 popular backends for React Native',
  excerpt:
    'A React Native app needs accounts, data, files and push. Five ways to get them, from a hosted service to a server of your own.',
  publishedAt: '2023-11-21T02:00:00.000Z',
  topics: ['mobile', 'architecture'],
  authors: ['amela-technology'],
  related: [],
  content: richText(
    p(
      'React Native does not care what answers its requests.',
      'Your schedule does.',
      'The five backends below are the ones that come up in nearly every first conversation about an app, sorted from least to most code of your own.',
    ),
    h2('1. Firebase'),
    p(
      'Google’s hosted platform gives you sign-in, a document database that pushes changes to the phone, file storage and push notifications without a server to look after.',
      'A prototype is a matter of days.',
      'Think early about two things: queries across documents are limited by design, and both the bill and your security rules grow with the number of reads.',
    ),
    h2('2. Supabase'),
    p(
      'The same idea on top of PostgreSQL.',
      'You get SQL, joins, foreign keys and row-level security, and the way out is an ordinary database dump.',
      'If your data is relational, and most business data is, it will feel like home after the second table.',
    ),
    h2('3. AWS Amplify'),
    p(
      'A toolchain which assembles AWS services (user pools, GraphQL, functions, storage) from a description in your repository.',
      'It suits teams which live in AWS already and want the app to inherit its permissions and its audit trail.',
      'Be ready to learn the services underneath, because that is where you will debug.',
    ),
    h2('4. Node.js with Express.js or NestJS'),
    p(
      'Your own API, in the language of the app.',
      'Types and validation schemas can live in a shared package, so that a renamed field breaks the build instead of the app in somebody’s hand.',
      'You write authentication and uploads yourself, or choose libraries for them, and you own every decision.',
    ),
    frameworkCard('nodejs'),
    h2('5. Django with REST framework'),
    p(
      'If the product comes with an office full of people who edit prices, approve users or answer tickets, Django’s admin saves you an application.',
      'The ORM and the permission system are mature, and a data team can work in the same codebase.',
    ),
    frameworkCard('python'),
    h2('Side by side'),
    table(
      'What you get, and what stays with you',
      ['Backend', 'Ready on day one', 'Offline support', 'Stays with you'],
      ['Firebase', 'sign-in, data, files, push', 'built in', 'security rules, cost control'],
      ['Supabase', 'sign-in, SQL, files', 'by library', 'policies, push'],
      ['AWS Amplify', 'sign-in, GraphQL, files', 'by library', 'knowing AWS'],
      ['Node.js', 'nothing, by choice', 'yours to build', 'everything'],
      ['Django', 'admin, ORM, permissions', 'yours to build', 'sign-in for apps, push'],
    ),
    h2('Before you decide'),
    ol(
      'Write down the three screens that will be opened most, and the query behind each.',
      'Ask what must work without a network. If the answer is “most of it”, read our piece on [mobile offline sync](/blog/offline-first-mobile-sync) first.',
      'Ask who leaves with the data if the service closes or the price doubles, and try the export once.',
    ),
    p(
      'The wider field of server technologies is in [nine backend technologies worth knowing in 2024](/blog/best-backend-frameworks-2024).',
    ),
    callToAction({
      title: 'Building an app?',
      text: 'We will sketch the backend with you before anyone commits to a bill.',
      label: 'Start the conversation',
      topic: 'project',
    }),
  ),
}
