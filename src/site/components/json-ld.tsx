import type { Thing } from 'schema-dts'
import { serialize } from '../structured-data'

/** The structured data of a page. A data block, not a script: nothing runs, so the CSP lets it stand. */
export function JsonLd({ nodes }: { nodes: Thing[] }) {
  // `serialize` escapes what could end the element.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: serialize(nodes) }} />
}
