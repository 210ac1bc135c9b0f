import { loadSite } from '@/site/queries'
import { accentPair } from '@/ui/accent'
import { signSvg } from '@/ui/sign'

export const dynamic = 'force-dynamic'

/** The sign of the site in its accent colour, for tabs and bookmarks. */
export async function GET() {
  const { settings } = await loadSite()
  const colour = accentPair(settings.accent ?? '')?.light.accent ?? '#b83a0c'
  return new Response(signSvg(colour), {
    headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' },
  })
}
