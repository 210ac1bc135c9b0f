import type { WidgetServerProps } from 'payload'
import type { ReactNode } from 'react'
import { duration } from './duration'
import type { LeadFigures, Week } from './lead-figures'
import { readLeadFigures } from './read-figures'
import { WeekColumns } from './week-columns'

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const dayOf = ({ monday }: Week) => dayFormat.format(new Date(monday))

const told = (time: number | undefined) => (time === undefined ? 'none' : duration(time))

/** The first and last week of an axis. */
function Axis({ weeks }: { weeks: Week[] }) {
  const [first, last] = [weeks[0], weeks.at(-1)]
  return (
    <p aria-hidden="true" className="lead-figures__axis">
      <span>{first && dayOf(first)}</span>
      <span>{last && `Week of ${dayOf(last)}`}</span>
    </p>
  )
}

/** What a chart shows, for those who do not see it. */
function HiddenTable({ caption, head, rows }: { caption: string; head: string[]; rows: [string, ...ReactNode[]][] }) {
  return (
    <table className="lead-figures__table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, index) => (
              <td key={head[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PerWeek({ weeks, total }: LeadFigures) {
  const most = Math.max(...weeks.map(({ leads }) => leads))
  return (
    <section aria-labelledby="leads-per-week">
      <h3 id="leads-per-week">Leads per week</h3>
      <p>
        <strong>{total}</strong> in all, at most {most} in a week
      </p>
      <WeekColumns columns={weeks.map(({ monday, leads }) => ({ key: monday, value: leads }))} />
      <Axis weeks={weeks} />
      <HiddenTable
        caption="Leads per week"
        head={['Week of', 'Leads']}
        rows={weeks.map((week) => [dayOf(week), week.leads])}
      />
    </section>
  )
}

function ByArticle({ articles }: LeadFigures) {
  const most = articles[0]?.leads ?? 1
  return (
    <section aria-labelledby="leads-by-article">
      <h3 id="leads-by-article">Leads by article</h3>
      {articles.length === 0 && <p>Nobody came by an article.</p>}
      <ol>
        {articles.map(({ slug, leads }) => (
          <li key={slug}>
            <span className="lead-figures__slug">{slug}</span> <strong>{leads}</strong>
            <svg aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 1">
              <rect className="lead-figures__value" height={1} width={(leads / most) * 100} />
            </svg>
          </li>
        ))}
      </ol>
    </section>
  )
}

function FirstAnswer({ answers, total, weeks }: LeadFigures) {
  return (
    <section aria-labelledby="first-answer">
      <h3 id="first-answer">Time to first answer</h3>
      <dl>
        <div>
          <dt>
            <i aria-hidden="true" className="lead-figures__key" /> Median
          </dt>
          <dd>{told(answers.median)}</dd>
        </div>
        <div>
          <dt>
            <i aria-hidden="true" className="lead-figures__key lead-figures__key--reach" /> 90th percentile
          </dt>
          <dd>{told(answers.ninetieth)}</dd>
        </div>
        <div>
          <dt>Not answered yet</dt>
          <dd>{total - answers.answered}</dd>
        </div>
      </dl>
      <WeekColumns
        columns={weeks.map(({ monday, answers: { median = 0, ninetieth } }) => ({
          key: monday,
          value: median,
          reach: ninetieth,
        }))}
      />
      <Axis weeks={weeks} />
      <HiddenTable
        caption="Time to first answer of the leads of each week"
        head={['Week of', 'Median', '90th percentile', 'Answered']}
        rows={weeks.map((week) => [
          dayOf(week),
          told(week.answers.median),
          told(week.answers.ninetieth),
          week.answers.answered,
        ])}
      />
    </section>
  )
}

/** On the dashboard of those who work with leads: how many come, by which article, and how soon they are answered. */
export async function LeadFiguresWidget({ req }: WidgetServerProps) {
  const figures = await readLeadFigures(req)
  if (!figures) return null
  return (
    <section aria-labelledby="lead-figures" className="lead-figures">
      <h2 id="lead-figures">Leads of the last twelve weeks</h2>
      {figures.total === 0 ? (
        <p>No lead came.</p>
      ) : (
        <div className="lead-figures__charts">
          <PerWeek {...figures} />
          <ByArticle {...figures} />
          <FirstAnswer {...figures} />
        </div>
      )}
    </section>
  )
}
