import { Honeypot } from '@/forms/components/honeypot'
import { consentValue } from '@/forms/fields'
import { HONEYPOT_FIELD } from '@/forms/honeypot'
import { Enhancement } from '@/site/components/enhancement'
import type { ContactTexts } from '@/site/messages/en-contact'
import { formPath } from '@/site/urls'
import { Button } from '@/ui/button'
import { CheckboxField, Field, Select, TextArea, TextInput } from '@/ui/field'
import { Notice } from '@/ui/notice'
import type { ContactField, ContactProblem, TypedForm } from '../form/contact-form'
import type { ContactOffer } from '../queries'

type ContactFormProps = {
  offer: ContactOffer
  texts: ContactTexts
  /** What stands in the fields: nothing yet, or everything that was typed. */
  typed: TypedForm
  problems: ContactProblem[]
  /** Signed proof of when this form was rendered. */
  ticket: string
}

/**
 * The contact form: plain HTML that posts to a fixed address, so that a page opened before a deploy still sends.
 * The browser's own checks are off: ours stand beside the fields, and say what to do in words.
 * Its script sends it again where the network cut it off.
 */
export function ContactForm({ offer, texts, typed, problems, ticket }: ContactFormProps) {
  const { fields } = texts
  const errorOf = (field: ContactField) => {
    const problem = problems.find((candidate) => candidate.field === field)
    return problem && texts.problems[problem.code]
  }
  const field = (name: ContactField) => ({ name, label: fields[name], error: errorOf(name) })
  const value = (name: ContactField) => ({ defaultValue: typed[name] })
  return (
    <form
      className="form"
      action={formPath('contact')}
      method="post"
      acceptCharset="utf-8"
      noValidate
      data-sending={texts.sending}
      data-refused={texts.refused}
    >
      <Enhancement name="contact-form" />
      <div className="form-columns">
        <Field {...field('name')} required>
          {(control) => <TextInput {...control} {...value('name')} autoComplete="name" />}
        </Field>
        <Field {...field('email')} required>
          {(control) => (
            <TextInput {...control} {...value('email')} type="email" autoComplete="email" spellCheck={false} />
          )}
        </Field>
        <Field {...field('company')} optional={texts.optional}>
          {(control) => <TextInput {...control} {...value('company')} autoComplete="organization" />}
        </Field>
        <Field {...field('phone')} optional={texts.optional}>
          {(control) => <TextInput {...control} {...value('phone')} type="tel" autoComplete="tel" />}
        </Field>
      </div>
      {offer.topics.length > 0 ? (
        <Field {...field('topic')} required>
          {(control) => (
            <Select {...control} {...value('topic')}>
              {offer.topics.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
      <Field {...field('message')} required>
        {(control) => <TextArea {...control} {...value('message')} />}
      </Field>
      {offer.consent ? (
        <CheckboxField
          {...field('consent')}
          label={offer.consent.text}
          required
          value={consentValue(offer.consent.version)}
          defaultChecked={Boolean(typed.consent) && errorOf('consent') === undefined}
        />
      ) : null}
      <Honeypot label={texts.honeypot} typed={typed[HONEYPOT_FIELD]} />
      <input type="hidden" name="ticket" value={ticket} />
      <input type="hidden" name="from" value={typed.from ?? ''} />
      <input type="hidden" name="attribution" defaultValue={typed.attribution ?? ''} />
      <div>
        <Button>{texts.submit}</Button>
        <Unsent texts={texts.unsent} />
      </div>
    </form>
  )
}

/** What the form's script says while a message is on its way. The region is there from the start, so that it is heard. */
function Unsent({ texts }: { texts: ContactTexts['unsent'] }) {
  return (
    <>
      <div className="form-status" role="status" />
      <template>
        <Notice title={texts.title}>
          <p>{texts.text}</p>
          <Button type="button" variant="secondary" data-try-now="">
            {texts.tryNow}
          </Button>
        </Notice>
      </template>
    </>
  )
}
