import { cache } from 'react'
import type { MeetingType } from '@/payload-types'
import { publicFind } from '@/platform/public-find'

/** A question that a meeting type asks. */
export type Question = { label: string; kind: 'line' | 'paragraph'; required: boolean }

/** What visitors may know of a meeting type. */
export type OfferedType = {
  id: string
  slug: string
  name: string
  description: string
  minutes: number
  location: 'video' | 'phone' | 'office'
  questions: Question[]
  updatedAt: string
}

/** More kinds than anybody can choose from. */
const ALL = 50

const offered = ({
  id,
  slug,
  name,
  description,
  length,
  location,
  questions,
  updatedAt,
}: MeetingType): OfferedType => ({
  id,
  slug: slug ?? '',
  name,
  description: description ?? '',
  minutes: length,
  location: location.kind,
  questions: (questions ?? []).map(({ label, kind, required }) => ({ label, kind, required: Boolean(required) })),
  updatedAt,
})

/** What can be booked, in the order of the editors. */
export const offeredTypes = cache(async (): Promise<OfferedType[]> => {
  const { docs } = await publicFind({
    collection: 'meeting-types',
    where: { active: { equals: true } },
    sort: ['order', 'name'],
    limit: ALL,
    depth: 0,
  })
  return docs.map(offered)
})

export const offeredType = cache(
  async (slug: string): Promise<OfferedType | undefined> => (await offeredTypes()).find((type) => type.slug === slug),
)

/** What the booking form offers: a meeting type, and the text that whoever books agrees to, if there is one. */
export type BookingOffer = { type: OfferedType; consent?: { text: string; version: string } }
