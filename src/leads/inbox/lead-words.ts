import type { Payload, PayloadRequest } from 'payload'
import { LEAD_STATUSES } from '../statuses'
import type { WatchedField } from './lead-changes'

/** Names of members of staff, by id. */
export async function staffNames(
  payload: Payload,
  ids: (string | null | undefined)[],
  req?: PayloadRequest,
): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => typeof id === 'string'))]
  if (known.length === 0) return new Map()
  const { docs } = await payload.find({
    collection: 'users',
    where: { id: { in: known } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return new Map(docs.map(({ id, name }) => [id, name]))
}

/** Says the value of a lead's field to people. @param names of owners, by id */
export const wordsOfLead =
  (names: Map<string, string>) =>
  (field: WatchedField, value: string): string => {
    if (field === 'status') return LEAD_STATUSES.find((status) => status.value === value)?.label ?? value
    if (field === 'nextActionAt') return value.slice(0, 10)
    return field === 'owner' ? (names.get(value) ?? 'a former colleague') : value
  }
