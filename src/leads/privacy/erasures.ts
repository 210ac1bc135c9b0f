import type { CollectionConfig, Payload } from 'payload'
import { hiddenUnless } from '@/access/hidden'
import { isAdmin } from '@/access/roles'
import { admins, nobody } from '@/access/rules'
import { idField } from '@/platform/id'
import { type Erasure, journalFile, noteErasure, readErasures } from './erasure-journal'

/**
 * Each erasure: when, by whom, and how many documents went. Of the person nothing stands here that leads back to them:
 * the ids that their leads had, and marks of their addresses, by which an erasure is done again after a restore.
 */
export const erasures: CollectionConfig = {
  slug: 'erasures',
  labels: { singular: 'Erasure', plural: 'Erasures' },
  defaultSort: '-erasedAt',
  lockDocuments: false,
  disableDuplicate: true,
  admin: {
    group: 'Site',
    hidden: hiddenUnless(isAdmin),
    useAsTitle: 'id',
    defaultColumns: ['erasedAt', 'by', 'counts', 'done'],
    description: 'People who were erased, by number and no longer by name.',
    hideAPIURL: true,
  },
  access: { read: admins, create: nobody, update: nobody, delete: nobody },
  fields: [
    idField(),
    {
      name: 'erasedAt',
      label: 'When',
      type: 'date',
      required: true,
      index: true,
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    { name: 'by', type: 'text', required: true },
    {
      name: 'counts',
      label: 'How many documents went',
      type: 'json',
      admin: { components: { Field: '/src/ui/admin/facts-field#FactsField' } },
    },
    { name: 'done', type: 'checkbox', defaultValue: false, required: true, index: true },
    { name: 'leads', type: 'json', required: true, admin: { hidden: true } },
    { name: 'marks', type: 'json', required: true, admin: { hidden: true } },
  ],
}

/**
 * Adds to the journal of this machine what the database knows of and it does not, since others share the database: as
 * before the database is replaced, which forgets them.
 * @returns all erasures that the database knows of
 */
export async function journalStoredErasures(payload: Payload, dataDir: string): Promise<Erasure[]> {
  const { docs } = await payload.find({
    collection: 'erasures',
    sort: 'erasedAt',
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  const noted = new Set(readErasures(journalFile(dataDir)).map(({ id }) => id))
  const stored = docs.map(({ id, erasedAt, leads, marks }) => {
    return { id, erasedAt, leads: leads as string[], marks: marks as string[] }
  })
  for (const erasure of stored) if (!noted.has(erasure.id)) await noteErasure(dataDir, erasure)
  return stored
}
