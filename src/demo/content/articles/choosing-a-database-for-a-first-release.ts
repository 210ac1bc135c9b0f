import { callout, code, h2, ol, p, richText, table, ul } from '../../rich-text'
import type { DemoArticle } from '../types'

export const choosingADatabase: DemoArticle = {
  slug: 'choosing-a-database-for-a-first-release',
  title: 'Choosing a database for a first release',
  excerpt: 'You will live with this decision longer than with any framework. Five questions settle it in an afternoon.',
  publishedAt: '2024-04-16T02:00:00.000Z',
  topics: ['data', 'architecture'],
  authors: ['amela-engineering'],
  related: ['best-backend-frameworks-2024'],
  content: richText(
    p(
      'Frameworks are replaced; data is carried along.',
      'The tables you draw in the first month will be recognisable in the fifth year, long after the interface has been rewritten twice.',
      'That is a reason to think, and no reason to spend six weeks on a comparison.',
    ),
    p(
      'Our default is PostgreSQL, and most of this article is about noticing when the default is wrong.',
      'These are the questions we go through with a client, in this order, because an early answer often makes the later ones easy.',
    ),
    h2('1. What must never be half done?'),
    p(
      'Take the two or three operations that would end in a telephone call if they happened by half: an order without its payment, a booking without its seat, a transfer that left one account and did not reach the other.',
      'If such an operation touches more than one record, you want transactions and constraints in the database, because code that promises to “clean up later” meets a deployment sooner or later.',
    ),
    code(
      'sql',
      `
      CREATE TABLE booking (
        id          uuid PRIMARY KEY,
        room_id     uuid NOT NULL REFERENCES room,
        stay        daterange NOT NULL,
        EXCLUDE USING gist (room_id WITH =, stay WITH &&)
      );
      `,
      'booking.sql',
    ),
    p(
      'With the extension `btree_gist` that one line makes a double booking impossible, whatever the application does and however many copies of it run.',
      'Look for rules of this kind in your own product.',
      'Each one the database can hold is one you never have to test for races.',
    ),
    h2('2. Who asks the questions?'),
    p(
      'A feed that always shows the latest fifty items of one user can live anywhere.',
      'A manager who wants “revenue by region, without the returns, compared with last spring” needs joins and aggregates, and will want a different one next week.',
      'If people will ask questions you cannot foresee, keep the data relational.',
    ),
    h2('3. What shape does it have when nobody tidies it?'),
    p(
      'Some data really is a document: a form designed by the customer, a configuration, an event from a partner whose fields change without notice.',
      'A document store such as MongoDB is comfortable with it, and so is a `jsonb` column beside ordinary ones.',
      'The trap is calling data “unstructured” because nobody has thought about its structure yet.',
    ),
    callout(
      'tip',
      'A quick test',
      'Write down the five fields every record will have.',
      'If you can, they are columns.',
      'What remains can be JSON without shame.',
    ),
    h2('4. How much, how fast, and since when?'),
    p(
      'Count before you scale.',
      'A service with 2,000 active users who each save something twenty times a day writes 40,000 rows: about one every two seconds, or a dozen in the same second at the busiest hour.',
      'Any database on any small server does that while half asleep.',
      'Do the sum for your own plan, multiply it by ten, and see whether the word “cluster” still belongs in the conversation.',
    ),
    h2('5. Who gets up at night?'),
    p(
      'The best database is one your team, or your hosting provider, can restore.',
      'Before the first release somebody should delete a test system and bring it back from last night’s backup with a watch running.',
      'If nobody has ever done so, you own copies, and you do not yet own backups.',
    ),
    h2('What the answers usually add up to'),
    table(
      'From answers to a first choice',
      ['Situation', 'Choice', 'Watch out for'],
      ['Business data, several people asking', 'PostgreSQL', 'connection limits with serverless functions'],
      ['One server, mostly reads', 'SQLite', 'one writer at a time, backups of a live file'],
      ['Customer-defined or foreign documents', 'MongoDB, or a jsonb column', 'rules move into your code'],
      ['Sessions, counters, queues', 'Redis, beside the above', 'what happens when it is emptied'],
      ['Search over text', 'start with the database', 'diacritics and languages'],
    ),
    p(
      'On the second line we have [more to say](/blog/sqlite-in-production), and on the last one [too](/blog/searching-vietnamese-text).',
    ),
    h2('Keep the door open'),
    p('A choice is cheap to correct if three habits are there from the first day:'),
    ol(
      'Migrations are files in the repository, run by the deployment and never by hand.',
      'Identifiers are made by the application (UUIDs), so that records can move without being renumbered.',
      'Queries live in one place for each feature, and nothing else talks to the database.',
    ),
    p('And two habits that close it:'),
    ul(
      'business rules in triggers that only one person remembers,',
      'reports which read the production tables directly, from a tool nobody deploys.',
    ),
    p(
      'If an afternoon with these questions leaves you undecided, take PostgreSQL and go home on time.',
      'It is seldom the most exciting answer, and it has the pleasant property of being forgotten once it runs.',
    ),
  ),
}
