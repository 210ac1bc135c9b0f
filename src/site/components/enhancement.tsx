import { enhancementPath } from '@/platform/enhancements'

type EnhancementProps = {
  /** Its file in `src/<feature>/enhance`, without the ending. */
  name: string
  /** Run before the first paint: for what would flash otherwise. */
  beforePaint?: boolean
}

/**
 * A small script that improves a page which works without it. React puts it into the head once, however often it is
 * asked for, so a component brings the script it needs.
 */
export function Enhancement({ name, beforePaint }: EnhancementProps) {
  const path = enhancementPath(name)
  return path ? <script type="module" src={path} async blocking={beforePaint ? 'render' : undefined} /> : null
}
