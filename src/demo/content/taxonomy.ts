import type { AuthorKey, TopicSlug } from './types'

export type DemoTopic = { slug: TopicSlug; name: string; description: string; locale?: 'vi' }
export type DemoAuthor = { key: AuthorKey; name: string; bio: string; url?: string }

export const topics: DemoTopic[] = [
  {
    slug: 'architecture',
    name: 'Architecture',
    description:
      'Languages, frameworks and the borders between systems: decisions that outlive the people who took them.',
  },
  {
    slug: 'data',
    name: 'Data',
    description: 'Databases, search and synchronisation, from the first table to the backup that was really restored.',
  },
  {
    slug: 'delivery',
    name: 'Delivery',
    description: 'Estimates, time zones and the routines that get software from a plan to its users.',
  },
  {
    slug: 'inclusion',
    name: 'Accessibility and language',
    description: 'Software for everybody who has to use it: keyboards, screen readers, diacritics and small screens.',
  },
  {
    slug: 'mobile',
    name: 'Mobile',
    description:
      'Apps for phones: one codebase or two, what answers their requests, and what happens without a network.',
  },
  {
    slug: 'quality',
    name: 'Quality and security',
    description: 'Reviews, tests, monitoring and the list to go through before a launch.',
  },
  {
    slug: 'tieng-viet',
    name: 'Bài viết tiếng Việt',
    description: 'Các bài viết của chúng tôi bằng tiếng Việt.',
    locale: 'vi',
  },
]

/** Bylines are the company and its teams; the demo invents no people. */
export const authors: DemoAuthor[] = [
  {
    key: 'amela-technology',
    name: 'AMELA Technology',
    bio: 'A software company in Hanoi. We plan, build and look after web and mobile applications.',
    url: '/about',
  },
  {
    key: 'amela-engineering',
    name: 'AMELA Engineering',
    bio: 'The people who write, review and operate the code. Articles under this name are written by one of us and read by two.',
  },
  {
    key: 'amela-delivery',
    name: 'AMELA Delivery',
    bio: 'Project leads and analysts: plans, estimates, and the conversations between Hanoi and wherever you are.',
  },
]
