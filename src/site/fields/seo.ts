import {
  MetaDescriptionField,
  MetaImageField,
  MetaTitleField,
  OverviewField,
  PreviewField,
} from '@payloadcms/plugin-seo/fields'
import type { Field } from 'payload'

/** What search engines and social networks show; empty parts fall back to the document's own title and summary. */
export const seoField = (): Field => ({
  name: 'meta',
  label: 'Search and sharing',
  type: 'group',
  fields: [
    OverviewField({
      titlePath: 'meta.title',
      descriptionPath: 'meta.description',
      imagePath: 'meta.image',
    }),
    MetaTitleField({ hasGenerateFn: false }),
    MetaDescriptionField({ hasGenerateFn: false }),
    MetaImageField({ relationTo: 'media', hasGenerateFn: false }),
    PreviewField({ hasGenerateFn: false, titlePath: 'meta.title', descriptionPath: 'meta.description' }),
  ],
})
