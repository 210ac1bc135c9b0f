import type { CollectionConfig } from 'payload'
import { idField } from './id'

const nobody = { read: () => false, create: () => false, update: () => false, delete: () => false }

/** What changed, for the other processes to read; rows are removed after a day. */
export const invalidations: CollectionConfig = {
  slug: 'invalidations',
  access: nobody,
  graphQL: false,
  admin: { hidden: true },
  lockDocuments: false,
  fields: [idField(), { name: 'tags', type: 'json', required: true }],
}

/** Who may do a piece of work that one process alone may do; the unique name makes the first insert win. */
export const leases: CollectionConfig = {
  slug: 'leases',
  access: nobody,
  graphQL: false,
  admin: { hidden: true },
  lockDocuments: false,
  fields: [
    idField(),
    { name: 'name', type: 'text', required: true, unique: true, index: true },
    { name: 'holder', type: 'text', required: true },
    { name: 'expiresAt', type: 'date', required: true, index: true },
  ],
}
