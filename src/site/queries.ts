import { cache } from 'react'
import type { Navigation, Setting } from '@/payload-types'
import { currentPayload } from '@/platform/current-payload'
import { publicGlobal } from '@/platform/public-find'
import { dependOn } from '@/platform/render-context'
import { zoneOrUtc } from '@/platform/time-zone'
import { DEFAULT_LOCALE } from './locales'
import { type Messages, messages } from './messages'

/** What every page of the site is framed by. */
export type Site = {
  settings: Setting
  navigation: Navigation
  /** The company's name, empty until somebody enters it. */
  name: string
  locale: string
  timeZone: string
  messages: Messages
}

/** Settings, navigation and texts; read once for each page, however many components ask. */
export const loadSite = cache(async (): Promise<Site> => {
  const [settings, navigation] = await Promise.all([publicGlobal('settings'), publicGlobal('navigation')])
  const locale = settings.defaultLocale ?? DEFAULT_LOCALE
  return {
    settings,
    navigation,
    name: settings.companyName ?? '',
    locale,
    timeZone: zoneOrUtc(settings.timeZone),
    messages: messages(locale),
  }
})

export type Redirect = { to: string; status: 301 | 302 }

/**
 * Where a path that has no page leads, if anywhere. Redirects are not readable for visitors as a list, since one may
 * name a page that is not announced yet; asking for a single path is what every visit does.
 */
export async function findRedirect(path: string): Promise<Redirect | undefined> {
  dependOn('redirects')
  const { docs } = await currentPayload().find({
    collection: 'redirects',
    where: { from: { equals: path } },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  const redirect = docs[0]
  return redirect && { to: redirect.to, status: redirect.status === '302' ? 302 : 301 }
}
