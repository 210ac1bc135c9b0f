import type { OutlineEntry } from '@/rich-text/outline'
import type { Messages } from '@/site/messages'

/** The table of contents: main sections alone, with the numbers they carry in the text. */
export function Contents({ entries, messages }: { entries: OutlineEntry[]; messages: Messages }) {
  const sections = entries.filter(({ level }) => level === 2)
  if (sections.length < 2) return null
  return (
    <nav className="toc" aria-labelledby="contents">
      <p className="label mb-2" id="contents">
        {messages.articles.contents}
      </p>
      <ol>
        {sections.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${encodeURIComponent(id)}`}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
