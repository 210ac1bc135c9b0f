import { loadSite } from '@/site/queries'
import { accentStyles } from '@/ui/accent'

export const dynamic = 'force-dynamic'

/** The accent colour of the settings. A file of its own, since pages carry no inline style. */
export async function GET() {
  const { settings } = await loadSite()
  return new Response(accentStyles(settings.accent), {
    headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=31536000, immutable' },
  })
}
