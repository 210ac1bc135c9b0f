import { callout, code, faq, h2, p, richText, table, ul } from '../../rich-text'
import type { DemoArticle } from '../types'

export const apiVersioning: DemoArticle = {
  slug: 'api-versioning-without-regret',
  title: 'API versioning without regret',
  excerpt:
    'Most breaking changes need no new version, only a second field and some patience. What to do about the rest.',
  publishedAt: '2025-05-20T02:00:00.000Z',
  topics: ['architecture'],
  authors: ['amela-engineering'],
  related: ['choosing-a-database-for-a-first-release', 'best-backend-frameworks-2024'],
  content: richText(
    p(
      'The first consumer of your API is your own app, and it will be out of date.',
      'Someone installed it in March, switched updates off and expects it to work in December.',
      'From that moment on, every change to a response is a change to software you cannot touch.',
    ),
    h2('A version is the last resort'),
    p(
      'A second version of an API is a second product.',
      'Both need documentation, tests, monitoring and security fixes, and the old one never dies on the planned date.',
      'Before you open `/v2`, see which kind of change you have.',
    ),
    table(
      'What a change does to clients that do not know about it',
      ['Change', 'Breaks old clients?', 'Without a new version'],
      ['Add a field or an endpoint', 'no, if clients ignore what they do not know', 'just do it'],
      ['Add a value to an enumeration', 'often', 'document “other values may appear” from the start'],
      ['Rename a field', 'yes', 'send both names for a while'],
      ['Make an optional input required', 'yes', 'keep a default for those who omit it'],
      ['Change the meaning of a field', 'yes, silently', 'use a new name for the new meaning'],
      ['Drop a field', 'yes', 'announce, measure, then remove'],
    ),
    p(
      'The fifth line is the dangerous one.',
      'If `price` used to include tax and no longer does, nothing fails and everything is wrong.',
      'Never change what a name means.',
      'Names are free.',
    ),
    h2('Expand, migrate, contract'),
    p('Renaming a field then happens in three releases that are each harmless:'),
    code(
      'typescript',
      `
      // Expand: write both, prefer the new one when reading.
      export function toResponse(order: Order) {
        return {
          id: order.id,
          shippingAddress: order.address,
          /** @deprecated since 2025-05, use shippingAddress */
          address: order.address,
        }
      }
      `,
      'orders/response.ts',
    ),
    p(
      'In the second step consumers move at their own pace, and you count who still reads the old name.',
      'JSON does not tell you which fields were used, so let clients identify themselves with a version in a header (`User-Agent: shop-app/4.2.0` will do), and log it with each request.',
      'In the third, when the count has stayed at zero for a month, you delete a line.',
    ),
    callout(
      'tip',
      'Say it in the protocol',
      'Two headers exist for this: Deprecation (RFC 9745) says since when something should not be used, and Sunset (RFC 8594) says when it is likely to stop answering.',
      'Log a warning in your own client libraries when they appear.',
    ),
    h2('When you do need a version'),
    p(
      'Sometimes the model itself was wrong: an order can suddenly have several deliveries, and no additional field will hide it. Then there are three places for the number:',
    ),
    ul(
      '**In the path**, `/v2/orders`. Visible, easy to route, easy to try in a browser. Our usual choice.',
      '**In a header or media type**, `Accept: application/vnd.example.v2+json`. Tidy for clients, forgotten by caches unless `Vary` is right.',
      '**By date**, pinned for each API key. Excellent for a public platform with hundreds of integrators; it needs a layer of adapters that somebody maintains for years.',
    ),
    p(
      'Wherever it stands, implement the old version *on top of* the new one, as a translation at the border.',
      'Two versions that each have their own path into the database will disagree about the business within a quarter.',
    ),
    code(
      'typescript',
      `
      // v1 knows a single delivery; the model knows many.
      export const orderV1 = (order: Order): OrderV1 => {
        const [first] = order.deliveries
        return { ...common(order), address: first?.address ?? null, deliveredAt: first?.deliveredAt ?? null }
      }
      `,
      'orders/v1.ts',
    ),
    h2('Test the promise'),
    p(
      'A promise to old clients is worth what its tests are worth.',
      'Keep recorded requests from every released version of the app, and replay them in your pipeline against the new server.',
      'Compare the shape of the answers with a schema that tolerates additional fields and nothing else.',
      'It is a small suite, it runs in seconds, and it has stopped more bad releases than any review we have held about versioning policy.',
    ),
    faq(
      [
        'How long should an old version live?',
        'As long as the oldest app you are willing to support, plus the time a careful company needs to plan a change. For partners that is seldom less than a year.',
      ],
      [
        'Does GraphQL make versions unnecessary?',
        'It makes step two easier, because the server sees which fields are asked for. Meaning can still be changed silently, so the rules stay the same.',
      ],
    ),
  ),
}
