/** One thing to correct: the `name` of its field and the sentence that says what to do. */
export type FieldProblem = { field: string; message: string }

/**
 * The list of errors on top of a form that was sent back, each a link to its field.
 * `role="alert"` announces it when a script swaps it in; `autofocus` puts the focus on it when the page
 * itself is the answer, so it is read first without JavaScript too.
 */
export function ErrorSummary({ title, problems }: { title: string; problems: FieldProblem[] }) {
  if (problems.length === 0) return null
  return (
    // The summary of a failed form must be what is read first.
    <div id="error-summary" className="error-summary" role="alert" tabIndex={-1} autoFocus>
      <h2>{title}</h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
