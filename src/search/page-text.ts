import type { Page } from '@/payload-types'
import { plainText } from '@/rich-text/plain-text'

/** The words of a page made of blocks. Lists of articles, entries and figures have pages of their own. */
export function pageText(page: Page): string {
  return page.layout
    .flatMap((block): (string | null | undefined)[] => {
      switch (block.blockType) {
        case 'hero':
          return [block.heading, block.lead]
        case 'prose':
          return [plainText(block.content)]
        case 'featureList':
          return [block.heading, block.intro, ...(block.items ?? []).flatMap(({ title, text }) => [title, text])]
        case 'callToAction':
          return [block.title, block.text]
        default:
          return [block.heading]
      }
    })
    .filter(Boolean)
    .join('\n')
}
