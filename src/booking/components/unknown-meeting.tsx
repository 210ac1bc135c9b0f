import { respond } from '@/platform/render-context'
import { PageHead } from '@/site/components/page-head'
import type { Site } from '@/site/queries'
import { bookPath } from '@/site/urls'
import { ButtonLink } from '@/ui/button'

/** What a link shows that leads to no meeting, or no longer. */
export function UnknownMeeting({ site }: { site: Site }) {
  respond({ status: 404, keep: false })
  const { label, meeting: texts } = site.messages.booking
  return (
    <div className="sheet frame" data-booking="">
      <PageHead margin={<p className="label">{label}</p>} title={texts.unknownTitle} lead={texts.unknown}>
        <div className="actions">
          <ButtonLink href={bookPath()}>{texts.again}</ButtonLink>
        </div>
      </PageHead>
    </div>
  )
}
