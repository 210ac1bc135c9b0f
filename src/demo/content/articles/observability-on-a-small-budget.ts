import { callout, code, h2, ol, p, quote, richText, table, ul } from '../../rich-text'
import type { DemoArticle } from '../types'

export const observability: DemoArticle = {
  slug: 'observability-on-a-small-budget',
  title: 'Observability on a small budget',
  excerpt:
    'You need four numbers, one log line per request and an alarm that is right. The rest can wait for the second million.',
  publishedAt: '2026-09-22T02:00:00.000Z',
  topics: ['quality'],
  authors: ['amela-engineering'],
  related: ['sqlite-in-production', 'security-checklist-before-launch'],
  content: richText(
    p(
      'There are products that show you everything, for a price which grows with everything.',
      'A small site with a small team has another problem: it learns from a customer that the contact form has been broken since Tuesday.',
      'That can be prevented for the cost of an afternoon.',
    ),
    h2('Begin with one question'),
    p(
      'What would a customer notice? Not “is the processor busy”, but: can they read, sign in, pay, write to us? Each answer becomes a check that does exactly this, from the outside, every few minutes.',
    ),
    code(
      'typescript',
      `
      // Runs every five minutes, somewhere else than the site.
      const started = performance.now()
      const response = await fetch('https://www.example.com/contact', { signal: AbortSignal.timeout(5_000) })
      const html = await response.text()

      if (!response.ok || !html.includes('name="email"')) throw new Error(\`contact form: \${response.status}\`)
      if (performance.now() - started > 2_000) throw new Error('contact form: slow')
      `,
      'check-contact.ts',
    ),
    p(
      'The second condition in the first `if` matters. An empty page with status 200 is the most common way for a site to be down.',
    ),
    h2('One line for each request'),
    p(
      'When a check fails, you want to know what happened, and a good access log answers nine questions out of ten. Write it as JSON, one object per request, with the same names everywhere:',
    ),
    code(
      'json',
      `
      {
        "time": "2026-09-22T02:14:07.113Z",
        "request": "01J8C6Y3V5",
        "route": "POST /forms/contact",
        "status": 303,
        "ms": 41,
        "queries": 3,
        "release": "4.2.0",
        "user": "anonymous"
      }
      `,
    ),
    ul(
      '`route` is the pattern, never the raw address: `/orders/:id` can be counted, ten thousand addresses cannot.',
      '`request` goes into every other line of that request, into the answer’s headers and onto the error page. A customer can read it to you over the telephone.',
      '`queries` finds the page that asks the database two hundred times, long before it is slow.',
      '`release` makes “since when?” a matter of seconds.',
    ),
    callout(
      'warning',
      'Logs are personal data, too',
      'No names, mail addresses, tokens or message texts in them.',
      'Decide how long they are kept, and let a machine delete them on time.',
    ),
    h2('Four numbers'),
    p('Out of these lines, or from counters in the process, come the four numbers that fit on any screen:'),
    table(
      'What to draw, and when to worry',
      ['Number', 'Per', 'Look closer when'],
      ['requests', 'route and minute', 'it is zero at noon'],
      ['share of 5xx', 'route', 'above 0.5% for ten minutes'],
      ['95th percentile of duration', 'route', 'twice that of last week'],
      ['age of the oldest waiting job', 'queue', 'above five minutes'],
    ),
    p(
      'The last one belongs to everything that is done later: mails, imports, webhooks.',
      'The *length* of a queue says little, since it may be long and quick.',
      'The *age* of its oldest entry says how long somebody has been waiting.',
    ),
    quote('Averages are where problems go to hide. Ask how the slowest one in twenty is doing.'),
    h2('An alarm that is right'),
    p(
      'Every alarm that turns out to be nothing makes the next one easier to sleep through. Ours have to pass three tests before they may wake anyone:',
    ),
    ol(
      'A customer is affected now, or will be within the hour.',
      'There is something to do, and the message says what: a link to a page with three steps.',
      'It has been triggered on purpose once, and the right telephone rang.',
    ),
    p(
      'All else goes into a summary each morning. Certificates that end in three weeks, a disk that is 70% full, a backup that was smaller than the one before: important, and no reason to be awake.',
    ),
    h2('What it runs on'),
    p(
      'For one server the means are modest.',
      'The process writes JSON to standard output and the system’s journal keeps it; `jq` is the query language; a `/metrics` page in the Prometheus format costs thirty lines and can be collected by anything, now or later.',
      'The checks run on the cheapest machine of a different provider, because a watchman should not live in the house he watches.',
    ),
    code(
      'bash',
      `
      # The slowest routes of the last hour, by their 95th percentile.
      journalctl -u site --since -1h -o cat \\
        | jq -rs 'map(select(.route)) | group_by(.route)[]
                  | [(map(.ms) | sort | .[(length * 0.95 | floor)]), length, .[0].route] | @tsv' \\
        | sort -rn | head
      `,
      'slowest.sh',
    ),
    p(
      'If you outgrow this, nothing is lost: names, ids and numbers are what the large products ask for as well. You will arrive with good data, and know which part of their price list you need.',
    ),
  ),
}
