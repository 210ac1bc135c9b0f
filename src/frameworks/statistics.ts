import type { CollectionConfig } from 'payload'
import { hiddenUnless } from '@/access/hidden'
import { mayWrite } from '@/access/roles'
import { anyone, publishers } from '@/access/rules'
import { idField } from '@/platform/id'
import { tracked } from '@/platform/tracking'
import { demoField } from '@/site/fields/demo'
import { frameworkKey } from './key-field'
import { checkFigure, checkSource } from './statistic-rules'

/** One row per figure about a technology; a new year is a new row. */
export const statistics: CollectionConfig = tracked({
  slug: 'statistics',
  defaultSort: '-asOf',
  admin: {
    group: 'Content',
    hidden: hiddenUnless(mayWrite),
    useAsTitle: 'label',
    defaultColumns: ['label', 'frameworkKey', 'value', 'unit', 'asOf', 'sourceStatus'],
    listSearchableFields: ['label', 'frameworkKey', 'population', 'sourceName'],
    description: 'One row per figure, with its date and its source. A new year is a new row, not a change.',
  },
  access: { read: anyone, create: publishers, update: publishers, delete: publishers },
  fields: [
    idField(),
    { name: 'label', type: 'text', required: true, admin: { description: 'What is counted, in a few words.' } },
    frameworkKey({ name: 'frameworkKey' }),
    {
      type: 'row',
      fields: [
        { name: 'value', type: 'number', admin: { description: 'Either one value …' } },
        { name: 'low', type: 'number', admin: { description: '… or a range from …' } },
        { name: 'high', type: 'number', admin: { description: '… to.' } },
        {
          name: 'unit',
          type: 'select',
          required: true,
          options: [
            { value: 'percent', label: 'Percent' },
            { value: 'developers', label: 'Developers' },
            { value: 'years', label: 'Years' },
          ],
        },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'asOf', label: 'As of', type: 'date', required: true, index: true },
        {
          name: 'asOfPrecision',
          label: 'Precision of the date',
          type: 'select',
          defaultValue: 'year',
          required: true,
          options: [
            { value: 'year', label: 'Year' },
            { value: 'month', label: 'Month' },
            { value: 'day', label: 'Day' },
          ],
        },
      ],
    },
    { name: 'population', type: 'text', required: true, admin: { description: 'Of whom, or of what.' } },
    {
      name: 'sourceStatus',
      label: 'Source',
      type: 'select',
      defaultValue: 'named',
      required: true,
      options: [
        { value: 'named', label: 'Named' },
        { value: 'not-named', label: 'Primary source not named' },
      ],
    },
    {
      type: 'row',
      admin: { condition: (data) => data.sourceStatus === 'named' },
      fields: [
        { name: 'sourceName', type: 'text' },
        { name: 'sourceUrl', label: 'Source address', type: 'text' },
      ],
    },
    {
      name: 'citedVia',
      label: 'Cited via',
      type: 'group',
      admin: { description: 'Where we read the figure, if not at its source.' },
      fields: [
        { name: 'title', type: 'text' },
        { name: 'url', label: 'Address', type: 'text' },
        { name: 'article', type: 'relationship', relationTo: 'articles' },
      ],
    },
    demoField(),
  ],
  hooks: { beforeValidate: [checkFigure, checkSource] },
})
