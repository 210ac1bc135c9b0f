import { Button } from '@/ui/button'
import { Field, TextInput } from '@/ui/field'
import type { Messages } from '../messages'
import { searchPath } from '../urls'

/** The search of the site: a form that asks for a page, so that a result can be linked and gone back to. */
export function SearchForm({ messages: { search }, query }: { messages: Messages; query?: string }) {
  return (
    <search aria-label={search.label}>
      <form className="search-form" action={searchPath()} method="get">
        <Field name="q" label={search.field}>
          {(control) => (
            <TextInput {...control} type="search" defaultValue={query} maxLength={100} autoComplete="off" />
          )}
        </Field>
        <Button>{search.submit}</Button>
      </form>
    </search>
  )
}
