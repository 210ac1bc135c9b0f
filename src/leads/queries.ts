import type { Payload } from 'payload'
import { cleanLine } from '@/forms/clean-text'
import type { Notification, Setting } from '@/payload-types'
import { DEFAULT_LOCALE, type Locale } from '@/site/locales'
import type { ContactRules } from './form/contact-form'

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

/** How many messages are held as spam until somebody looks. */
export async function heldMessages(payload: Payload): Promise<number> {
  const where = { state: { equals: 'held' } }
  return (await payload.count({ collection: 'contact-submissions', where, overrideAccess: true })).totalDocs
}
