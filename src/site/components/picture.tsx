import type { Media } from '@/payload-types'

type PictureProps = {
  media: Media
  /** How wide it will stand, for the browser to choose a file: the `sizes` of an `img`. */
  sizes: string
  /** The picture that opens a page: loaded at once and first. */
  eager?: boolean
}

/** A picture in the sizes we hold of it. Not `next/image`, which writes `style` attributes that our CSP refuses. */
export function Picture({ media, sizes, eager = false }: PictureProps) {
  if (!media.url) return null
  const { thumbnail, card, wide } = media.sizes ?? {}
  const candidates = [thumbnail, card, wide, media].flatMap((file) =>
    file?.url && file.width ? [{ url: file.url, width: file.width }] : [],
  )
  const srcSet = [...new Map(candidates.map((file) => [file.width, `${file.url} ${file.width}w`])).values()].join(', ')
  return (
    <img
      src={media.url}
      srcSet={srcSet || undefined}
      sizes={srcSet ? sizes : undefined}
      width={media.width ?? undefined}
      height={media.height ?? undefined}
      alt={media.decorative ? '' : (media.alt ?? '')}
      loading={eager ? undefined : 'lazy'}
      fetchPriority={eager ? 'high' : undefined}
      decoding="async"
    />
  )
}
