import type { ServerProps } from 'payload'
import { NavCount } from './nav-count'
import { navCounts } from './queries'

/** Beside the lists in the navigation: what was not delivered, and what is held. Nothing where none is. */
export async function NavCounts({ payload, user }: Pick<ServerProps, 'payload' | 'user'>) {
  const counts = await navCounts(payload, user)
  return counts.map((beside) => <NavCount key={beside.collection} {...beside} />)
}
