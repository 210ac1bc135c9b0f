import type { Block, Field } from 'payload'
import { callToAction } from '@/rich-text/blocks'

const heading: Field = { name: 'heading', type: 'text', required: true }

const hero: Block = {
  slug: 'hero',
  interfaceName: 'HeroBlock',
  labels: { singular: 'Opening', plural: 'Openings' },
  fields: [
    { name: 'eyebrow', label: 'Line above', type: 'text' },
    heading,
    { name: 'lead', type: 'textarea', required: true },
    {
      type: 'row',
      fields: [
        { name: 'primaryLabel', label: 'Main link', type: 'text' },
        { name: 'primaryUrl', label: 'leads to', type: 'text' },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'secondaryLabel', label: 'Second link', type: 'text' },
        { name: 'secondaryUrl', label: 'leads to', type: 'text' },
      ],
    },
  ],
}

const prose: Block = {
  slug: 'prose',
  interfaceName: 'ProseBlock',
  labels: { singular: 'Text', plural: 'Texts' },
  fields: [{ name: 'content', type: 'richText', required: true }],
}

const featureList: Block = {
  slug: 'featureList',
  interfaceName: 'FeatureListBlock',
  labels: { singular: 'List of points', plural: 'Lists of points' },
  fields: [
    heading,
    { name: 'intro', type: 'textarea' },
    {
      name: 'items',
      type: 'array',
      minRows: 1,
      fields: [
        { name: 'title', type: 'text', required: true },
        { name: 'text', type: 'textarea', required: true },
      ],
    },
  ],
}

const latestArticles: Block = {
  slug: 'latestArticles',
  interfaceName: 'LatestArticlesBlock',
  labels: { singular: 'Latest posts', plural: 'Latest posts' },
  fields: [heading, { name: 'limit', type: 'number', defaultValue: 4, min: 1, max: 12, required: true }],
}

const frameworkIndex: Block = {
  slug: 'frameworkIndex',
  interfaceName: 'FrameworkIndexBlock',
  labels: { singular: 'Framework list', plural: 'Framework lists' },
  fields: [heading, { name: 'intro', type: 'textarea' }],
}

const figures: Block = {
  slug: 'figures',
  interfaceName: 'FiguresBlock',
  labels: { singular: 'Figures', plural: 'Figures' },
  fields: [
    heading,
    { name: 'statistics', type: 'relationship', relationTo: 'statistics', hasMany: true, required: true },
  ],
}

export const pageBlocks = [hero, prose, featureList, latestArticles, frameworkIndex, figures, callToAction]
