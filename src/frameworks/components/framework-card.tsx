import type { Framework } from '@/payload-types'
import type { Messages } from '@/site/messages'
import { frameworkPath } from '@/site/urls'

/** An entry of the catalogue as it stands in a text: a short spec sheet that leads to the whole of it. */
export function FrameworkCard({ framework, messages }: { framework: Framework; messages: Messages }) {
  const strengths = (framework.strengths ?? []).slice(0, 3)
  return (
    <div className="spec">
      <p className="spec-head label">
        <span>{messages.frameworks.label}</span>
        <span>{messages.frameworks.kinds[framework.kind]}</span>
      </p>
      <div className="spec-body">
        <p className="spec-name">
          <a href={frameworkPath(framework.slug, framework.locale)}>{framework.name}</a>
        </p>
        <p className="mt-2 text-soft">{framework.summary}</p>
        {strengths.length > 0 ? (
          <ul className="signed mt-4">
            {strengths.map(({ id, text }) => (
              <li key={id ?? text}>{text}</li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  )
}
