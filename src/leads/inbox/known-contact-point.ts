import type { PayloadRequest } from 'payload'
import { type ContactPointValue, contactPointValue } from './contact-point-value'

/** What was typed, read with the country of the settings. @returns the value, or a sentence that says what is wrong */
export async function readContactPoint(raw: string, req: PayloadRequest): Promise<ContactPointValue | string> {
  const { phoneCountry } = await req.payload.findGlobal({ slug: 'settings', depth: 0, req })
  return contactPointValue(raw, phoneCountry)
}

/**
 * A sentence that names the lead who has this address or number already; undefined when nobody has.
 * @param own id of the contact point under change, which may keep its value
 */
export async function takenBy(value: string, req: PayloadRequest, own?: string): Promise<string | undefined> {
  const { docs } = await req.payload.find({
    collection: 'contact-points',
    where: { and: [{ value: { equals: value } }, ...(own ? [{ id: { not_equals: own } }] : [])] },
    depth: 1,
    limit: 1,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const [point] = docs
  if (!point) return undefined
  const name = typeof point.lead === 'object' ? point.lead.name : undefined
  return name ? `${value} belongs to the lead "${name}" already.` : `${value} belongs to another lead already.`
}
