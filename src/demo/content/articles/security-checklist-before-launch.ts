import { callout, callToAction, code, h2, p, richText, table, ul } from '../../rich-text'
import type { DemoArticle } from '../types'

export const securityChecklist: DemoArticle = {
  slug: 'security-checklist-before-launch',
  title: 'A security checklist for the week before launch',
  excerpt:
    'No substitute for careful building, but the list that has most often found something. An hour per section, one person with a curious mind.',
  publishedAt: '2026-07-07T02:00:00.000Z',
  topics: ['quality'],
  authors: ['amela-engineering'],
  related: ['accessibility-as-acceptance-criterion', 'moving-off-a-legacy-php-application'],
  content: richText(
    p(
      'A penetration test is booked, or there is no money for one.',
      'In both cases it pays to spend a day on the things that attackers try first, because they are automatic and arrive within hours of your first certificate.',
      'The public log of certificates is their calendar.',
    ),
    h2('Who may see what'),
    p(
      'Broken access control has headed the OWASP Top 10 since 2021, and scanners are bad at finding it, because they do not know what a stranger should be unable to read. You do.',
    ),
    ul(
      'Make two ordinary accounts. With the first, collect the address of everything you own: invoices, files, drafts, exports. Open each with the second, then without any.',
      'Do it again against the API, where buttons do not hide anything. Change an id; ask for a list with another filter; ask for related objects.',
      'Try to *write* what you may only read: send `"role": "admin"` along with your own profile.',
      'Look at what is public by accident: storage buckets, source maps, `/.git/config`, `/.env`, the staging system.',
    ),
    code(
      'bash',
      `
      # Every address that the first account may open, tried by the second.
      while read -r path; do
        status=$(curl -s -o /dev/null -w '%{http_code}' -b second.cookies "https://shop.example.com$path")
        case "$status" in
          403|404) ;;
          *) echo "$status  $path" ;;
        esac
      done < paths-of-first.txt
      `,
      'try-as-second.sh',
    ),
    p('An empty output is the goal. Keep the script: it makes a good test in your pipeline.'),
    h2('Signing in'),
    ul(
      'Passwords are stored with Argon2id, scrypt or bcrypt. Ask to see one row.',
      'Ten wrong attempts slow down the account *and* the address, and “no such user” looks and takes as long as “wrong password”.',
      'A reset link works once, for a short time, and ends all other sessions. Its domain does not come from the `Host` header.',
      'Session cookies carry `HttpOnly`, `Secure` and `SameSite=Lax`, and change at every sign-in.',
      'Staff accounts have a second factor. Former colleagues have none, because they have no account.',
    ),
    h2('What comes in'),
    table(
      'Send this, expect that',
      ['Send', 'Where', 'Expect'],
      ['<img src=x onerror=alert(1)>', 'every text field, file names too', 'shown as text, in mails as well'],
      ["' OR '1'='1", 'search, filters, sorting', 'an ordinary empty result'],
      ['../../etc/passwd', 'downloads, templates', '404'],
      ['http://169.254.169.254/', 'anything that fetches an address', 'a refusal'],
      ['an SVG with a script', 'uploads', 'refused, or served without execution'],
      ['10 MB of JSON, or 10,000 levels', 'every endpoint', '413 or 400, in no time'],
      ['a line break in a name', 'contact form', 'no second mail header'],
    ),
    callout(
      'tip',
      'Watch the status, not the page',
      'A 500 is a finding even when nothing leaked: it means that input reached a place nobody expected.',
      'Attackers begin where the errors are.',
    ),
    h2('What goes out'),
    p('Headers are cheap. Begin with these and loosen what breaks, with a reason written beside it.'),
    code(
      'text',
      `
      Strict-Transport-Security: max-age=31536000
      Content-Security-Policy: default-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'
      X-Content-Type-Options: nosniff
      Referrer-Policy: strict-origin-when-cross-origin
      Permissions-Policy: camera=(), microphone=(), geolocation=()
      `,
    ),
    p(
      'Error pages tell a visitor what to do and never why it happened.',
      'Caches are worth a thought of their own: a page that was made for somebody signed in must say `Cache-Control: private`, or the next visitor may read it.',
    ),
    h2('Secrets and supplies'),
    ul(
      'Search the whole history for keys, not only the current files (`gitleaks` does it in a minute). Whatever was ever committed is replaced, not deleted.',
      'The production database accepts connections from the application alone; its user may not drop tables.',
      'Lock files are committed, the installation in the pipeline uses them strictly (`npm ci`), and somebody receives the alerts about dependencies.',
      'The build runs without production secrets.',
    ),
    h2('The bad day'),
    p('Assume that something gets through. Can you answer these without a meeting?'),
    ul(
      'Where would we see it, and who is told at three in the morning?',
      'How do we sign everybody out, replace a key, take one feature off the air?',
      'When did we last restore a backup, and how long did it take?',
      'Whom must we inform within 72 hours, and who writes that letter?',
    ),
    p(
      'Put an address into `/.well-known/security.txt`, so that a friendly stranger knows whom to write to.',
      'Then launch.',
      'Perfect is not on offer; “nothing that a bored teenager finds on Saturday” is, and it is a worthy goal.',
    ),
    callToAction({
      title: 'Launching soon?',
      text: 'We go through this list with your team in a day and leave you the scripts.',
      label: 'Ask for a review day',
      topic: 'support',
    }),
  ),
}
