import type { Payload } from 'payload'

/** A chain this long would be a circle, which merging one at a time cannot make. */
const MOST_STEPS = 50

/**
 * The lead that a lead lives on in: itself, unless it was merged into another, and that one perhaps into a third.
 * @returns the id as it was given where there is no such lead
 */
export async function survivorOf(payload: Payload, id: string): Promise<string> {
  let current = id
  for (let step = 0; step < MOST_STEPS; step++) {
    const { docs } = await payload.find({
      collection: 'leads',
      where: { id: { equals: current } },
      select: { mergedInto: true },
      limit: 1,
      pagination: false,
      depth: 0,
      joins: false,
      overrideAccess: true,
    })
    const next = docs[0]?.mergedInto
    if (!next) return current
    current = typeof next === 'string' ? next : next.id
  }
  throw new Error(`Lead ${id} was merged in a circle`)
}
