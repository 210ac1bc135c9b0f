import type { Framework } from '@/payload-types'
import type { Messages } from '@/site/messages'
import { frameworkPath } from '@/site/urls'

/** The catalogue as an index: number, name and kind, with the summary below. */
export function FrameworkIndex({ frameworks, messages }: { frameworks: Framework[]; messages: Messages }) {
  if (frameworks.length === 0) return <p className="text-soft">{messages.frameworks.none}</p>
  return (
    <ol className="index-list index-columns">
      {frameworks.map((framework, index) => (
        <li key={framework.id}>
          <span className="index-number" aria-hidden="true">
            {String(index + 1).padStart(2, '0')}
          </span>
          <h3 className="index-name">
            <a href={frameworkPath(framework.slug, framework.locale)}>{framework.name}</a>
          </h3>
          <span className="label">{messages.frameworks.kinds[framework.kind]}</span>
          <p>{framework.summary}</p>
        </li>
      ))}
    </ol>
  )
}
