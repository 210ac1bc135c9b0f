import type { Framework } from '@/payload-types'
import type { Messages } from '@/site/messages'
import { frameworkPath } from '@/site/urls'
import { Figure } from '@/ui/figure'

type FrameworkComparisonProps = {
  frameworks: Framework[]
  /** How many figures we hold for each key. */
  figureCounts: Map<string, number>
  messages: Messages
}

/** Every entry of the catalogue in a row: what it is, what for, its main strength and its main trap. */
export function FrameworkComparison({ frameworks, figureCounts, messages }: FrameworkComparisonProps) {
  const { frameworks: texts, richText } = messages
  return (
    <Figure label={richText.table(1)} caption={texts.comparisonCaption(frameworks.length)}>
      {/* A scrollable region must be reachable by keyboard. */}
      <div className="table-scroll" role="group" tabIndex={0} aria-label={texts.comparison}>
        <table className="table table-wide">
          <thead>
            <tr>
              <th scope="col">{texts.name}</th>
              <th scope="col">{texts.kind}</th>
              <th scope="col">{texts.bestFor}</th>
              <th scope="col">{texts.strength}</th>
              <th scope="col">{texts.weakness}</th>
              <th scope="col">{texts.figureCount}</th>
            </tr>
          </thead>
          <tbody>
            {frameworks.map((framework) => (
              <tr key={framework.id}>
                <th scope="row">
                  <a href={frameworkPath(framework.slug, framework.locale)}>{framework.name}</a>
                </th>
                <td className="data">{texts.kinds[framework.kind]}</td>
                <td>{framework.useCases?.[0]?.text}</td>
                <td>{framework.strengths?.[0]?.text}</td>
                <td>{framework.weaknesses?.[0]?.text}</td>
                <td className="data">{figureCounts.get(framework.key) ?? 0}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Figure>
  )
}
