/** One address of every type of page, on the demo content, with the status it answers. */
export const PAGE_TYPES = {
  home: '/',
  blog: '/blog',
  'blog, second page': '/blog/page/2',
  topic: '/blog/topic/architecture',
  article: '/blog/best-backend-frameworks-2024',
  frameworks: '/frameworks',
  framework: '/frameworks/nodejs',
  contact: '/contact',
  'kinds of meetings': '/book',
  about: '/about',
  privacy: '/privacy',
  search: '/search?q=backend',
  'not found': '/no-such-page',
} as const

export type PageType = keyof typeof PAGE_TYPES

export const statusOf = (type: PageType) => (type === 'not found' ? 404 : 200)
