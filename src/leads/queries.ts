import type { Payload } from 'payload'
import { cleanLine } from '@/forms/clean-text'
import type { Notification, Setting } from '@/payload-types'
import { DEFAULT_LOCALE, type Locale } from '@/site/locales'
import { recipientsOf } from './follow-up/recipients'
import type { ContactRules } from './form/contact-form'

export { unfinishedMessages } from './follow-up/unfinished'

/** What the contact form offers at the moment: the public part of `notifications`, whose recipients stay inside. */
export type ContactOffer = {
  topics: { key: string; label: string }[]
  consent?: { text: string; version: string }
  phoneCountry?: string | null
  locale: Locale
}

/** Version of a consent text that nobody has numbered. */
const UNNUMBERED = '1'

function offerOf(settings: Setting, { enquiryTypes, consentText, consentVersion }: Notification): ContactOffer {
  return {
    topics: (enquiryTypes ?? []).map(({ key, label }) => ({ key, label })),
    ...(consentText ? { consent: { text: consentText, version: cleanLine(consentVersion ?? '') || UNNUMBERED } } : {}),
    phoneCountry: settings.phoneCountry,
    locale: settings.defaultLocale ?? DEFAULT_LOCALE,
  }
}

export async function contactOffer(payload: Payload): Promise<ContactOffer> {
  const [settings, notifications] = await Promise.all([
    payload.findGlobal({ slug: 'settings', depth: 0 }),
    payload.findGlobal({ slug: 'notifications', depth: 0 }),
  ])
  return offerOf(settings, notifications)
}

export const rulesOf = ({ topics, consent, phoneCountry }: ContactOffer): ContactRules => ({
  topics: topics.map(({ key }) => key),
  consentVersion: consent?.version,
  phoneCountry,
})

/** True if a message with this reference was received. Says nothing else about it: whoever has the address may ask. */
export async function isReceived(payload: Payload, reference: string): Promise<boolean> {
  const where = { reference: { equals: reference } }
  return (await payload.count({ collection: 'contact-submissions', where, overrideAccess: true })).totalDocs > 0
}

/** True if a message of some kind would be mailed to nobody at the agency. */
export async function isNobodyMailed(payload: Payload, now = new Date()): Promise<boolean> {
  const [settings, notifications] = await Promise.all([
    payload.findGlobal({ slug: 'settings', depth: 0 }),
    payload.findGlobal({ slug: 'notifications', depth: 0 }),
  ])
  const kinds = notifications.enquiryTypes?.map(({ key }) => key) ?? []
  return (kinds.length > 0 ? kinds : ['']).some((kind) => recipientsOf(kind, notifications, settings, now).length === 0)
}

/** How many messages are held as spam until somebody looks. */
export async function heldMessages(payload: Payload): Promise<number> {
  const where = { state: { equals: 'held' } }
  return (await payload.count({ collection: 'contact-submissions', where, overrideAccess: true })).totalDocs
}
