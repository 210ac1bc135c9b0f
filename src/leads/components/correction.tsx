import { suggestedAddress } from '@/forms/email-suggestion'
import type { Site } from '@/site/queries'
import { formPath } from '@/site/urls'
import { Button } from '@/ui/button'
import { Field, TextInput } from '@/ui/field'
import { Notice } from '@/ui/notice'
import type { CorrectionState } from '../correction/correction-state'

type CorrectionProps = { site: Site; token: string; address: string; state?: CorrectionState }

/** The address that a message is answered to, large enough to see a typing mistake in it, and the way to correct it. */
export function Correction({ site, token, address, state }: CorrectionProps) {
  const { receipt, problems } = site.messages.contact
  const suggestion = suggestedAddress(address)
  const error = state && (state.problem === 'often' ? receipt.often : problems.emailInvalid)
  return (
    <>
      <Notice label={receipt.address} title={<span translate="no">{address}</span>}>
        <p>{receipt.correct}</p>
      </Notice>
      {suggestion ? (
        <form className="form" action={formPath('correct')} method="post">
          <p>{receipt.suggestion(suggestion)}</p>
          <input type="hidden" name="receipt" value={token} />
          <input type="hidden" name="email" value={suggestion} />
          <div>
            <Button>{receipt.takeSuggestion}</Button>
          </div>
        </form>
      ) : null}
      <form className="form" action={formPath('correct')} method="post" noValidate>
        <input type="hidden" name="receipt" value={token} />
        <Field name="email" label={receipt.correctLabel} error={error} required>
          {(control) => (
            <TextInput
              {...control}
              type="email"
              autoComplete="email"
              spellCheck={false}
              defaultValue={state?.typed ?? address}
            />
          )}
        </Field>
        <div>
          <Button variant="secondary">{receipt.correctSubmit}</Button>
        </div>
      </form>
    </>
  )
}
