import { storedFile } from '@/media/queries'
import { respond } from '@/platform/render-context'

export const dynamic = 'force-dynamic'

const ONE_YEAR = 'public, max-age=31536000, immutable'

export async function GET(request: Request, { params }: { params: Promise<{ id: string; name: string }> }) {
  respond({ keep: false })
  const { id, name } = await params
  const file = await storedFile(id, decodeURIComponent(name))
  if (!file) return new Response('No such file', { status: 404 })
  return new Response(file.body, {
    headers: {
      'Content-Type': file.type,
      'Content-Length': String(file.size),
      // An address without the file's version may show another file tomorrow.
      'Cache-Control': new URL(request.url).searchParams.has('v') ? ONE_YEAR : 'public, max-age=300',
    },
  })
}
