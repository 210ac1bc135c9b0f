import type { Author } from '@/payload-types'
import { isPopulated } from '@/platform/relations'
import { Picture } from '@/site/components/picture'
import { safeHref } from '@/site/urls'

/** The names of the authors as one phrase of the language: "A, B and C". */
export function authorNames(authors: Author[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(authors.map(({ name }) => name))
}

/** Who wrote it, in a few words; authors without a word about them are named in the head of the article alone. */
export function AuthorNotes({ authors }: { authors: Author[] }) {
  return authors
    .filter(({ bio }) => bio)
    .map((author) => {
      const href = safeHref(author.url)
      return (
        <div key={author.id} className="author">
          {isPopulated(author.avatar) ? <Picture media={author.avatar} sizes="4rem" /> : null}
          <div>
            <p className="font-bold">{href ? <a href={href}>{author.name}</a> : author.name}</p>
            {author.jobTitle ? <p className="label">{author.jobTitle}</p> : null}
            <p className="mt-1 text-soft">{author.bio}</p>
          </div>
        </div>
      )
    })
}
