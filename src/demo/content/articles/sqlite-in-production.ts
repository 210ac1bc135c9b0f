import { callout, code, faq, h2, p, quote, richText, table, ul } from '../../rich-text'
import type { DemoArticle } from '../types'

export const sqliteInProduction: DemoArticle = {
  slug: 'sqlite-in-production',
  title: 'SQLite in production: what to switch on first',
  excerpt:
    'For a site on one server it removes a whole machine from the diagram, provided you change four defaults and learn how to copy a live file.',
  publishedAt: '2025-10-07T02:00:00.000Z',
  topics: ['data'],
  authors: ['amela-engineering'],
  related: ['choosing-a-database-for-a-first-release', 'moving-off-a-legacy-php-application'],
  content: richText(
    p(
      'A database server is a second computer to patch, to watch and to pay for, even when it lives in the same box.',
      'SQLite is a library which reads and writes a file.',
      'For a great many sites that is all they need, and a query that never crosses a network answers in microseconds.',
    ),
    quote('SQLite does not compete with client/server databases. SQLite competes with fopen().', {
      source: 'SQLite documentation, “Appropriate Uses For SQLite”',
      sourceUrl: 'https://www.sqlite.org/whentouse.html',
    }),
    p(
      'Its defaults, however, are those of a file format that promised compatibility twenty years ago. A web application wants others.',
    ),
    h2('Four settings'),
    code(
      'sql',
      `
      PRAGMA journal_mode = WAL;      -- readers no longer wait for the writer
      PRAGMA busy_timeout = 5000;     -- wait up to five seconds for a lock, then fail
      PRAGMA synchronous = NORMAL;    -- safe with WAL after a crash of the process
      PRAGMA foreign_keys = ON;       -- off by default, for every connection
      `,
      'on-connect.sql',
    ),
    ul(
      '**WAL** writes changes to a second file first. Reading and writing then happen at the same time. The setting is kept in the database; the others belong to the connection, so run them each time one is opened.',
      '**busy_timeout** is the one people miss. Without it the second writer gets `SQLITE_BUSY` at once, and in a test on one laptop there never is a second writer.',
      '**synchronous = NORMAL** may lose the last transactions if the power fails, without damaging the file. If you acknowledge money, leave it at `FULL`.',
      '**foreign_keys** makes the constraints you wrote come true.',
    ),
    h2('There is one writer'),
    p(
      'All writes of a database pass through one lock.',
      'On an ordinary SSD that is still hundreds of small transactions a second, far more than most sites ever see, but it gives a shape to your code: keep transactions short, and never hold one open while you wait for something outside.',
    ),
    p(
      'The trap has a name. A transaction that begins by reading and wants to write later cannot wait its turn, because what it has read may be out of date by then; it fails at once, whatever the timeout. If you are going to write, say so at the beginning:',
    ),
    code(
      'sql',
      `
      BEGIN IMMEDIATE;
      SELECT seats FROM event WHERE id = ?;
      UPDATE event SET seats = seats - 1 WHERE id = ? AND seats > 0;
      COMMIT;
      `,
    ),
    h2('Copy it the right way'),
    p(
      '`cp site.db backup.db` on a running system produces a file that opens, mostly, and is missing whatever stood in the WAL file. Use the database’s own means:',
    ),
    code(
      'bash',
      `
      sqlite3 /data/site.db ".timeout 5000" "VACUUM INTO '/backup/site-$(date +%F).db'"
      sqlite3 "/backup/site-$(date +%F).db" "PRAGMA integrity_check"
      `,
      'backup.sh',
    ),
    p(
      'The second line is what turns a copy into a backup.',
      'If losing up to a day of data is too much, tools such as Litestream stream the WAL to object storage as it grows.',
    ),
    callout(
      'warning',
      'Not on a network drive',
      'Locks over NFS or SMB are not dependable, and WAL needs shared memory between the processes.',
      'The file belongs on a local disk, with all of its processes on the same machine.',
    ),
    h2('When it is the wrong tool'),
    table(
      'One file or a server?',
      ['You need', 'SQLite', 'PostgreSQL'],
      ['one machine, any number of readers', 'fits', 'fits'],
      ['two application servers or more', 'no', 'fits'],
      ['many long writing transactions', 'no', 'fits'],
      ['failover within seconds', 'with extra tools', 'with extra tools'],
      ['tests that start in milliseconds', 'fits', 'with effort'],
      ['somebody to ring at night', 'less often needed', 'available'],
    ),
    p(
      'A good moment to leave is when you want a second application server for reasons other than speed.',
      'Moving is a matter of days if the application makes its own identifiers and stays away from tricks of the dialect.',
      'Until then, you have one process, one file and one backup command, and a system which a new colleague understands before lunch.',
    ),
    faq(
      [
        'How large may the file become?',
        'The limit of the format is far beyond what a single disk holds. In practice the time for a backup and for a VACUUM decides: tens of gigabytes are comfortable.',
      ],
      [
        'Can several processes use it?',
        'Yes, on one machine, with WAL and a busy timeout. Test it with two real processes that write at once, not with two promises in one.',
      ],
    ),
  ),
}
