import type { HeroBlock } from '@/payload-types'
import type { Site } from '@/site/queries'
import { safeHref } from '@/site/urls'
import { ButtonLink } from '@/ui/button'
import { LetterDrawing } from './letter-drawing'

type HeroProps = { block: HeroBlock; heading: 'h1' | 'h2'; drawing: boolean; site: Site }

/** The opening of a page. On the front page, with the initial of the company as a drawing. */
export function Hero({ block, heading: Heading, drawing, site }: HeroProps) {
  const initial = drawing ? [...site.name][0] : undefined
  const primary = safeHref(block.primaryUrl)
  const secondary = safeHref(block.secondaryUrl)
  return (
    <div className="section hero">
      <div className="section-margin">{block.eyebrow ? <p className="label">{block.eyebrow}</p> : null}</div>
      <div className="section-body">
        <div>
          <Heading className={drawing ? 'hero-title' : 'page-title'}>{block.heading}</Heading>
          <p className="lead">{block.lead}</p>
          {primary || secondary ? (
            <div className="actions">
              {primary && block.primaryLabel ? <ButtonLink href={primary}>{block.primaryLabel}</ButtonLink> : null}
              {secondary && block.secondaryLabel ? (
                <ButtonLink variant="secondary" href={secondary}>
                  {block.secondaryLabel}
                </ButtonLink>
              ) : null}
            </div>
          ) : null}
        </div>
        {initial ? <LetterDrawing letter={initial} /> : null}
      </div>
    </div>
  )
}
