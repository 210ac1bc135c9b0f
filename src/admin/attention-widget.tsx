import { Link } from '@payloadcms/ui'
import type { WidgetServerProps } from 'payload'
import { isAdmin } from '@/access/roles'
import { isNobodyMailed } from '@/leads/queries'
import { listUrl } from '@/ui/admin/list-url'
import { needsAttention } from './queries'

/** The dashboard's first widget: what needs somebody, with a way to it. */
export async function AttentionWidget({ req }: WidgetServerProps) {
  const [found, isSilent] = await Promise.all([
    needsAttention(req),
    isAdmin(req.user) ? isNobodyMailed(req.payload) : false,
  ])
  return (
    <section aria-labelledby="attention" className="attention">
      <h2 id="attention">Needs attention</h2>
      {found.length === 0 && !isSilent && <p className="attention__empty">Nothing waits for you.</p>}
      <ul>
        {isSilent && (
          <li>
            <Link className="attention__count" href="/admin/globals/notifications">
              Nobody is mailed about new messages
            </Link>
            <p>They are stored, and nobody hears of them. Name recipients for every kind of enquiry.</p>
          </li>
        )}
        {found.map(({ about, collection, conditions, documents, hint, label, total }) => (
          <li data-attention={collection} key={label}>
            <Link
              className="attention__count"
              href={about ? listUrl(about.collection) : listUrl(collection, conditions)}
            >
              <strong>{total}</strong> {label}
            </Link>
            <p>{hint}</p>
            <ul>
              {documents.map(({ id, title }) => (
                <li key={id}>
                  <Link href={`/admin/collections/${about?.collection ?? collection}/${id}`}>{title}</Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
