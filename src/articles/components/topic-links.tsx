import type { Topic } from '@/payload-types'
import type { Messages } from '@/site/messages'
import { blogPath, topicPath } from '@/site/urls'

type TopicLinksProps = { topics: Topic[]; messages: Messages; current?: Topic; all?: boolean }

/** Topics as links to their pages; with `all`, the whole archive stands first. */
export function TopicLinks({ topics, messages, current, all = false }: TopicLinksProps) {
  if (topics.length === 0) return null
  return (
    <nav aria-label={messages.articles.topics}>
      <ul className="tags">
        {all ? (
          <li>
            <a href={blogPath()} aria-current={current ? undefined : 'page'}>
              {messages.articles.allTopics}
            </a>
          </li>
        ) : null}
        {topics.map((topic) => (
          <li key={topic.id}>
            <a
              href={topicPath(topic.slug, 1, topic.locale)}
              aria-current={topic.id === current?.id ? 'page' : undefined}
            >
              {topic.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
