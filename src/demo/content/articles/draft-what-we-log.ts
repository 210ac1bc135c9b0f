import { h2, p, richText, ul } from '../../rich-text'
import type { DemoArticle } from '../types'

/** Unfinished on purpose: the dashboard has a draft to show, and the site must not. */
export const draftWhatWeLog: DemoArticle = {
  slug: 'what-we-log-and-what-we-never-log',
  title: 'What we log, and what we never log',
  excerpt:
    'A follow-up to observability on a small budget: which fields are worth their keep, and which ones are a liability.',
  topics: ['quality'],
  authors: ['amela-engineering'],
  related: ['observability-on-a-small-budget'],
  content: richText(
    p('Opening still to be written. Begin with the support case in which a single request id saved an afternoon.'),
    h2('Worth keeping'),
    ul('route pattern, status, duration', 'release and request id', 'the reason of a refusal, as a code'),
    h2('Never'),
    ul('passwords, tokens, session ids', 'message texts and names', 'full addresses with their query strings'),
  ),
}
