import type { ServerProps } from 'payload'

async function companyName({ payload }: Pick<ServerProps, 'payload'>): Promise<string | undefined> {
  const { companyName } = await payload.findGlobal({ slug: 'settings', depth: 0 })
  return companyName || undefined
}

/** A sheet of paper with a corner turned: the site's idea as a sign, in the colour of the text around it. */
function Sheet({ size }: { size: number }) {
  return (
    <svg aria-hidden="true" fill="none" height={size} stroke="currentColor" viewBox="0 0 24 24" width={size}>
      <path d="M4.5 2.5h10l5 5v14h-15z" strokeWidth="1.5" />
      <path d="M14.5 2.5v5h5M8 12.5h8M8 16.5h5" strokeWidth="1.5" />
    </svg>
  )
}

/** On the page where people sign in. */
export async function Logo(props: ServerProps) {
  return (
    <div className="brand">
      <Sheet size={40} />
      <span>{(await companyName(props)) ?? 'Admin'}</span>
    </div>
  )
}

/** In front of the trail on top of every page. */
export async function Icon(props: ServerProps) {
  return (
    <span className="brand-icon" title={await companyName(props)}>
      <Sheet size={20} />
    </span>
  )
}
