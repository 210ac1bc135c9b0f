import { resolve } from 'node:path'
import type { CollectionConfig } from 'payload'
import { hiddenUnless } from '@/access/hidden'
import { mayWrite } from '@/access/roles'
import { publishers, writers } from '@/access/rules'
import { buildSafeEnv } from '@/platform/env'
import { idField } from '@/platform/id'
import { tracked } from '@/platform/tracking'
import { demoField } from '@/site/fields/demo'
import { hideFromVisitors } from './hooks/hide-from-visitors'
import { publicAddresses } from './hooks/public-addresses'

/** Content types that may be uploaded. No SVG: it can carry scripts. */
const ALLOWED_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif', 'application/pdf']

/** Pictures and documents. */
export const media = (): CollectionConfig =>
  tracked({
    slug: 'media',
    upload: {
      staticDir: resolve(buildSafeEnv().DATA_DIR, 'media'),
      mimeTypes: ALLOWED_TYPES,
      focalPoint: true,
      adminThumbnail: 'thumbnail',
      imageSizes: [
        { name: 'thumbnail', width: 320, formatOptions: { format: 'webp' } },
        { name: 'card', width: 640, formatOptions: { format: 'webp' } },
        { name: 'wide', width: 1280, formatOptions: { format: 'webp' } },
        { name: 'og', width: 1200, height: 630, formatOptions: { format: 'jpeg' } },
      ],
    },
    admin: {
      group: 'Content',
      hidden: hiddenUnless(mayWrite),
      useAsTitle: 'filename',
      defaultColumns: ['filename', 'alt', 'mimeType', 'updatedAt'],
      listSearchableFields: ['filename', 'alt'],
      description: 'Pictures and documents. Each needs a description, unless it is mere decoration.',
    },
    access: {
      // Visitors read a file's data only through a document that shows it, never the file by Payload's own address.
      read: ({ req, isReadingStaticFile }) => !isReadingStaticFile || Boolean(req.user),
      create: writers,
      // A picture can stand on published pages, which authors may not change.
      update: publishers,
      delete: publishers,
    },
    fields: [
      idField(),
      {
        name: 'alt',
        label: 'Description',
        type: 'text',
        admin: { description: 'What the picture says, for those who do not see it.' },
        validate: (value: unknown, { siblingData }: { siblingData: { decorative?: boolean } }) =>
          Boolean(value) || Boolean(siblingData.decorative) || 'Describe the picture, or mark it as decorative.',
      },
      { name: 'decorative', label: 'Mere decoration', type: 'checkbox', defaultValue: false },
      demoField(),
    ],
    hooks: { beforeOperation: [hideFromVisitors], afterRead: [publicAddresses] },
  })
