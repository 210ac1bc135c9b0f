import type { Field, GlobalConfig } from 'payload'
import { hiddenUnless } from '@/access/hidden'
import { mayPublish } from '@/access/roles'
import { anyone, publishers } from '@/access/rules'
import { trackedGlobal } from '@/platform/tracking'
import { demoField } from '../fields/demo'

const links = (name: string, label: string): Field => ({
  name,
  label,
  type: 'array',
  labels: { singular: 'Link', plural: 'Links' },
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'label', type: 'text', required: true },
        { name: 'url', label: 'leads to', type: 'text', required: true },
      ],
    },
  ],
})

/** The links of header and footer. */
export const navigation: GlobalConfig = trackedGlobal({
  slug: 'navigation',
  access: { read: anyone, update: publishers },
  admin: { group: 'Site', hidden: hiddenUnless(mayPublish), description: 'The links of header and footer.' },
  fields: [links('header', 'Header'), links('footer', 'Footer'), demoField()],
})
