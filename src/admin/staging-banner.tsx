import { env, isStaging } from '@/platform/env'
import { DEFAULT_LOCALE } from '@/site/locales'
import { messages } from '@/site/messages'

/** On top of every page of the admin, and where people sign in: nothing unless this is a staging site. */
export function StagingBanner() {
  if (!isStaging(env())) return null
  return <p className="staging-banner">{messages(DEFAULT_LOCALE).staging.banner}</p>
}
