import { respond } from '@/platform/render-context'
import { findRedirect, loadSite } from '../queries'
import { NotFound } from './not-found'

/**
 * The answer at an address that has no page: the redirect somebody left there, or the branded 404. In place of Next's
 * `notFound()`, which renders nothing without JavaScript.
 */
export async function Missing({ path }: { path: string }) {
  const redirect = await findRedirect(path)
  if (redirect) {
    respond({ status: redirect.status, location: redirect.to })
    return null
  }
  respond({ status: 404 })
  return <NotFound site={await loadSite()} />
}
