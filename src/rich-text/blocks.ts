import type { Block } from 'payload'

const frameworkCard: Block = {
  slug: 'frameworkCard',
  interfaceName: 'FrameworkCardBlock',
  labels: { singular: 'Framework card', plural: 'Framework cards' },
  fields: [{ name: 'framework', type: 'relationship', relationTo: 'frameworks', required: true }],
}

const statistic: Block = {
  slug: 'statistic',
  interfaceName: 'StatisticBlock',
  fields: [
    { name: 'statistic', type: 'relationship', relationTo: 'statistics', required: true },
    { name: 'caption', type: 'text' },
  ],
}

const code: Block = {
  slug: 'code',
  interfaceName: 'CodeBlock',
  labels: { singular: 'Code', plural: 'Code' },
  fields: [
    {
      name: 'language',
      type: 'select',
      defaultValue: 'typescript',
      required: true,
      options: [
        { value: 'bash', label: 'Shell' },
        { value: 'c', label: 'C' },
        { value: 'cpp', label: 'C++' },
        { value: 'csharp', label: 'C#' },
        { value: 'css', label: 'CSS' },
        { value: 'go', label: 'Go' },
        { value: 'html', label: 'HTML' },
        { value: 'javascript', label: 'JavaScript' },
        { value: 'json', label: 'JSON' },
        { value: 'php', label: 'PHP' },
        { value: 'python', label: 'Python' },
        { value: 'rust', label: 'Rust' },
        { value: 'sql', label: 'SQL' },
        { value: 'tsx', label: 'TSX' },
        { value: 'typescript', label: 'TypeScript' },
        { value: 'yaml', label: 'YAML' },
        { value: 'text', label: 'Plain text' },
      ],
    },
    { name: 'filename', type: 'text' },
    // Not the field type `code`: its editor is loaded from another host.
    { name: 'code', type: 'textarea', required: true, admin: { rows: 8, className: 'code-text' } },
  ],
}

const callout: Block = {
  slug: 'callout',
  interfaceName: 'CalloutBlock',
  fields: [
    {
      name: 'tone',
      type: 'select',
      defaultValue: 'note',
      required: true,
      options: [
        { value: 'note', label: 'Note' },
        { value: 'tip', label: 'Tip' },
        { value: 'warning', label: 'Warning' },
      ],
    },
    { name: 'title', type: 'text' },
    { name: 'text', type: 'textarea', required: true },
  ],
}

const figure: Block = {
  slug: 'figure',
  interfaceName: 'FigureBlock',
  labels: { singular: 'Image with caption', plural: 'Images with captions' },
  fields: [
    { name: 'media', type: 'upload', relationTo: 'media', required: true },
    { name: 'caption', type: 'text' },
  ],
}

const table: Block = {
  slug: 'table',
  interfaceName: 'TableBlock',
  fields: [
    { name: 'caption', type: 'text' },
    { name: 'headerRow', label: 'First row holds headings', type: 'checkbox', defaultValue: true },
    { name: 'headerColumn', label: 'First column holds headings', type: 'checkbox', defaultValue: false },
    {
      name: 'rows',
      type: 'array',
      minRows: 1,
      fields: [{ name: 'cells', type: 'array', minRows: 1, fields: [{ name: 'text', type: 'text' }] }],
    },
  ],
}

const quote: Block = {
  slug: 'quote',
  interfaceName: 'QuoteBlock',
  fields: [
    { name: 'text', type: 'textarea', required: true },
    { name: 'source', type: 'text' },
    { name: 'sourceUrl', label: 'Source address', type: 'text' },
  ],
}

const faq: Block = {
  slug: 'faq',
  interfaceName: 'FaqBlock',
  labels: { singular: 'FAQ', plural: 'FAQs' },
  fields: [
    {
      name: 'items',
      type: 'array',
      minRows: 1,
      fields: [
        { name: 'question', type: 'text', required: true },
        { name: 'answer', type: 'textarea', required: true },
      ],
    },
  ],
}

/** A call to action stands in rich text and between the blocks of a page alike. */
export const callToAction: Block = {
  slug: 'callToAction',
  interfaceName: 'CallToActionBlock',
  labels: { singular: 'Call to action', plural: 'Calls to action' },
  fields: [
    { name: 'title', type: 'text', required: true },
    { name: 'text', type: 'textarea' },
    { name: 'label', label: 'Text of the button', type: 'text' },
    {
      name: 'topic',
      label: 'Topic chosen in the contact form',
      type: 'text',
      admin: { description: 'The key of an enquiry type under Site → Notifications, for example "meeting".' },
    },
  ],
}

const meeting: Block = {
  slug: 'meeting',
  interfaceName: 'MeetingBlock',
  labels: { singular: 'Book a meeting', plural: 'Book a meeting' },
  fields: [
    {
      name: 'type',
      label: 'Kind of meeting',
      type: 'relationship',
      relationTo: 'meeting-types',
      filterOptions: { active: { equals: true } },
      admin: { description: 'Without one, the reader chooses among all of them.' },
    },
    { name: 'title', type: 'text', admin: { description: 'In place of the name of the meeting.' } },
    { name: 'text', type: 'textarea', admin: { description: 'In place of what the meeting is for.' } },
  ],
}

/** The blocks of rich text; registered once in the config, named by slug in the editor. */
export const richTextBlocks = [
  frameworkCard,
  statistic,
  code,
  callout,
  figure,
  table,
  quote,
  callToAction,
  faq,
  meeting,
]
