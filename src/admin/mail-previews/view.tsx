import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import { notFound, redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { isAdmin, mayServeLeads } from '@/access/roles'
import { mailStatus } from '@/mail/queries'
import type { MailSample } from '@/mail/sample'
import { mailSamples } from './samples'
import { TestMail } from './test-mail'

/**
 * A mail as a mail program shows it: nothing in it runs, and it reaches neither the admin nor the network. A frame asks
 * the reader's system for its scheme, whatever the page around it says, so the mail is told which of the two it is.
 */
function Frame({ html, scheme, title }: { html: string; scheme: 'light' | 'dark'; title: string }) {
  const shown = html.replace(/\(prefers-color-scheme:\s*dark\)/g, scheme === 'dark' ? 'all' : 'not all')
  return (
    <figure>
      <figcaption>{scheme === 'light' ? 'Light' : 'Dark'}</figcaption>
      <iframe sandbox="" srcDoc={shown} style={{ colorScheme: scheme }} title={`${title}, ${scheme}`} />
    </figure>
  )
}

function Sample({ title, whenSent, subject, html, text }: MailSample) {
  return (
    <section aria-label={title} className="mail-preview">
      <h2>{title}</h2>
      <p>
        {whenSent}. Subject: <strong>{subject}</strong>
      </p>
      <div>
        <Frame html={html} scheme="light" title={title} />
        <Frame html={html} scheme="dark" title={title} />
        <figure>
          <figcaption>Plain text</figcaption>
          {/* Scrolls, so the keyboard must reach it. */}
          <pre tabIndex={0}>{text}</pre>
        </figure>
      </div>
    </section>
  )
}

/**
 * What the site's mails look like, with made-up content, and for admins a test of the way out. Payload lets everybody
 * into views that are not its own, so this one asks who it is.
 */
export async function MailPreviews({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { locale, permissions, req, visibleEntities } = initPageResult
  if (!req.user) redirect(`${req.payload.config.routes.admin}/login`)
  if (!mayServeLeads(req.user)) notFound()
  const [samples, { mode }] = await Promise.all([mailSamples(req.payload), mailStatus(req.payload)])
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user}
      visibleEntities={visibleEntities}
    >
      <Gutter className="mail-previews">
        <h1>Mails</h1>
        {isAdmin(req.user) && <TestMail address={req.user.email ?? ''} mode={mode} />}
        {samples.map((sample) => (
          <Sample key={sample.title} {...sample} />
        ))}
      </Gutter>
    </DefaultTemplate>
  )
}
