import type { CollectionAfterChangeHook } from 'payload'
import type { Lead } from '@/payload-types'
import { leadChanges, watchedValue } from '../lead-changes'
import { staffNames, wordsOfLead } from '../lead-words'

/**
 * Writes what a change did to a lead into its timeline, with who did it. Each entry names the revision that the change
 * made: whoever saves an older one is told from there what they would have overwritten.
 */
export const logLeadChanges: CollectionAfterChangeHook<Lead> = async ({ doc, operation, previousDoc, req }) => {
  if (operation !== 'update') return
  const owners = [previousDoc, doc].map((lead) => watchedValue(lead, 'owner'))
  const names = owners[0] === owners[1] ? new Map<string, string>() : await staffNames(req.payload, owners, req)
  for (const { kind, text, data } of leadChanges(previousDoc, doc, wordsOfLead(names))) {
    const about = { lead: doc.id, kind, text, data: { ...data, revision: doc.revision } }
    const event = { ...about, at: new Date().toISOString(), author: req.user?.id }
    const context = { writesTimeline: true }
    await req.payload.create({ collection: 'lead-events', data: event, req, context, overrideAccess: true, depth: 0 })
  }
}
