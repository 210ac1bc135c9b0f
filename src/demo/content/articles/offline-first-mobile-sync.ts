import { callout, callToAction, code, figure, h2, ol, p, richText, table, ul } from '../../rich-text'
import type { DemoArticle } from '../types'

export const offlineFirstSync: DemoArticle = {
  slug: 'offline-first-mobile-sync',
  title: 'Offline first: a sync design you can explain on one page',
  excerpt:
    'Lifts, basements, ferries and warehouses have no signal. An outbox, a cursor and a rule for conflicts are enough for most apps.',
  publishedAt: '2026-01-20T02:00:00.000Z',
  topics: ['mobile', 'data'],
  authors: ['amela-engineering'],
  related: ['top-5-backends-for-react-native', 'api-versioning-without-regret'],
  sharing: 'offline-sync',
  content: richText(
    p(
      'A technician stands in a basement with a phone, a form and no bars.',
      'She fills in twelve fields, takes three photographs and presses “Save”.',
      'What happens in the next second decides whether your app will be used next month.',
    ),
    p(
      'In an online app a spinner appears and stays.',
      'In an offline-first app the form is saved, because saving means writing to the phone.',
      'The network is somebody else’s job, later.',
    ),
    figure('offline-sync', 'The screen knows only the local database. Two small loops talk to the server.'),
    h2('Three parts'),
    ol(
      '**A local database** that the screens read and write. SQLite is on every phone. Screens never wait for the network, and never even ask about it.',
      '**An outbox**: a table of changes which the server has not confirmed, in the order they were made.',
      '**A cursor**: the position in the server’s stream of changes up to which this phone has heard everything.',
    ),
    h2('Sending: the outbox'),
    p(
      'A change to the data and its entry in the outbox are one local transaction, so neither can exist without the other.',
    ),
    code(
      'typescript',
      `
      async function saveReport(report: Report) {
        await db.transaction(async (tx) => {
          await tx.put('reports', report)
          await tx.add('outbox', { id: uuid(), kind: 'report.saved', body: report, at: Date.now() })
        })
        wakeSender() // if there is a network; nothing is lost if there is none
      }
      `,
      'save-report.ts',
    ),
    p(
      'The sender takes the oldest entry, posts it, and removes it when the answer arrives.',
      'If the answer gets lost on the way back, the phone sends the entry again, and this is the part where many designs produce two reports.',
      'The id of the entry travels with the request, and the server keeps it under a unique index: the second arrival finds the first and gives the same answer.',
    ),
    code(
      'sql',
      `
      INSERT INTO change (id, device, kind, body)
      VALUES ($1, $2, $3, $4)
      ON CONFLICT (id) DO NOTHING;
      `,
      'receive.sql',
    ),
    callout(
      'tip',
      'Ids are made on the phone',
      'A record that gets its number from the server has no name until it has been online.',
      'With a UUID from the start, a photograph can refer to a report nobody else has seen yet.',
    ),
    h2('Receiving: the cursor'),
    p(
      'The server gives every accepted change a number that only goes up, separately for each group of data a user may see.',
      'The phone asks for “everything after 4711”, applies it in one transaction together with the new cursor, and asks again until nothing is left.',
      'An interrupted download costs one page.',
    ),
    p(
      'Do not use timestamps as a cursor.',
      'Clocks disagree, and two changes in the same millisecond will one day be on different sides of a page border.',
      'Deletions must be in the stream as well, as small tombstones, or deleted things come back.',
    ),
    h2('Conflicts are a product decision'),
    p(
      'Two people changed the same thing while apart. What should happen differs from field to field, and no library can know it:',
    ),
    table(
      'Rules for two changes that meet',
      ['Data', 'Rule', 'Because'],
      ['a note only its author edits', 'last writer wins', 'a conflict is two devices of one person'],
      ['different fields of one form', 'merge by field', 'both people were right'],
      ['stock on a shelf', 'send “took 2”, not “now 5”', 'differences add up in any order'],
      ['a signature, a payment', 'refuse the second', 'someone has to look'],
      ['the text of a shared document', 'a CRDT such as Yjs', 'here it earns its weight'],
    ),
    p(
      'The third line is the most useful one.',
      'If a change says what a person *did* rather than how the record looks now, most conflicts disappear, and the outbox turns into a history that support can read.',
    ),
    h2('Tell the truth on the screen'),
    ul(
      'Saved on this phone, sent, refused: three states, a small sign for each, never a blocking dialog.',
      'A refused change stays, with the reason and a way to correct it. It is her work; the app does not throw it away.',
      'Logging out with a full outbox asks first.',
      'Photographs go in a queue of their own, so that one large file does not hold up twelve small fields.',
    ),
    h2('Test it in a lift'),
    p(
      'Simulators have a switch for “no network”, but reality is a network that accepts the connection and then says nothing.',
      'Put a proxy between app and server which drops one answer in five, repeats some requests and delays others by a minute.',
      'After an hour compare both databases.',
      'They should be equal, and the comparison is a single query each.',
    ),
    callToAction({
      title: 'People of yours work where there is no signal?',
      text: 'Tell us about the form, the place and the phone. We have a test proxy with bad manners.',
      label: 'Tell us about it',
      topic: 'project',
    }),
  ),
}
