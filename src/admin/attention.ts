import type { CollectionSlug, Where } from 'payload'
import { type Actor, hasRole, isAdmin, mayPublish, mayServeLeads, mayWrite, ROLES } from '@/access/roles'
import type { Condition } from '@/ui/admin/list-url'

/** A kind of document that somebody has to look at. */
export type Attention = {
  collection: CollectionSlug
  label: string
  /** What is to be done about it. */
  hint: string
  conditions: Condition[]
  /** Drafts over published documents count, too. */
  draft?: boolean
  /** The field that says what a document is. */
  title: string
  /** Documents without a page of their own: the relation that says what each is about, which is shown in its place. */
  about?: { field: string; collection: CollectionSlug }
}

type Rule = { may: (actor: Actor | null | undefined) => boolean; attention: Attention }

/** Drafts of a collection, those over published documents included. */
const drafts = (may: Rule['may'], collection: CollectionSlug, label: string, title: string): Rule => ({
  may,
  attention: {
    collection,
    label,
    hint: 'Written, and not public yet.',
    conditions: [{ field: '_status', value: 'draft' }],
    draft: true,
    title,
  },
})

const RULES: Rule[] = [
  {
    may: mayServeLeads,
    attention: {
      collection: 'leads',
      label: 'New leads',
      hint: 'Nobody has answered them yet.',
      conditions: [
        { field: 'status', value: 'new' },
        { field: 'mergedInto', operator: 'exists', value: 'false' },
      ],
      title: 'name',
    },
  },
  {
    may: mayServeLeads,
    attention: {
      collection: 'contact-submissions',
      label: 'Messages without a lead',
      hint: 'They are stored, but could not be followed up. The log says why; it is tried again every minute.',
      conditions: [
        { field: 'state', operator: 'in', value: 'accepted,released' },
        { field: 'lead', operator: 'exists', value: 'false' },
      ],
      title: 'name',
    },
  },
  {
    may: mayServeLeads,
    attention: {
      collection: 'contact-submissions',
      label: 'Held messages',
      hint: 'They looked like spam and mailed nobody. Release the real ones.',
      conditions: [{ field: 'state', value: 'held' }],
      title: 'name',
    },
  },
  {
    may: mayServeLeads,
    attention: {
      collection: 'emails',
      label: 'Failed mail',
      hint: 'It could not be delivered. Send it again, or call.',
      conditions: [{ field: 'state', value: 'failed' }],
      title: 'subject',
    },
  },
  {
    may: mayServeLeads,
    attention: {
      collection: 'emails',
      label: 'Mail that waits for the mail server',
      hint: 'The server does not answer. All mail is sent once it does.',
      conditions: [
        { field: 'state', value: 'queued' },
        { field: 'outages', operator: 'greater_than', value: '0' },
      ],
      title: 'subject',
    },
  },
  {
    may: isAdmin,
    attention: {
      collection: 'emails',
      label: 'Paused mail',
      hint: 'It is not sent until you release it.',
      conditions: [{ field: 'state', value: 'paused' }],
      title: 'subject',
    },
  },
  {
    // Whoever has an account may be a host, and sees their own.
    may: (actor) => hasRole(actor, ...ROLES),
    attention: {
      collection: 'busy-feeds',
      label: 'Calendars that cannot be read',
      hint: 'The last good copy of each is used meanwhile. Open the host to see why.',
      conditions: [
        { field: 'state', value: 'failing' },
        { field: 'host.active', value: 'true' },
      ],
      title: 'name',
      about: { field: 'host', collection: 'hosts' },
    },
  },
  drafts(mayWrite, 'articles', 'Drafts of posts', 'title'),
  drafts(mayPublish, 'frameworks', 'Drafts of frameworks', 'name'),
  drafts(mayPublish, 'pages', 'Drafts of pages', 'title'),
]

/** What somebody is asked to look at, the most urgent first. */
export function attentionFor(actor: Actor | null | undefined): Attention[] {
  return RULES.filter(({ may }) => may(actor)).map(({ attention }) => attention)
}

/** The conditions of a list as a query of the Local API. */
export function whereOf({ conditions }: Pick<Attention, 'conditions'>): Where {
  return { and: conditions.map(({ field, operator = 'equals', value }) => ({ [field]: { [operator]: value } })) }
}
