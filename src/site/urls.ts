export const articlePath = (slug: string) => `/blog/${slug}`
export const frameworkPath = (slug: string) => `/frameworks/${slug}`
export const pagePath = (slug: string) => (slug === 'home' ? '/' : `/${slug}`)
export const mediaPath = (id: string, name: string, version?: string) =>
  `/media/${id}/${encodeURIComponent(name)}${version ? `?v=${version}` : ''}`
