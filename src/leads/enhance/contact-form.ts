// Sends the contact form without leaving the page, so that a lost connection loses no text: what was typed is kept in
// this tab and sent again, with the same ticket, until the site has answered. Listeners stand on the window, since an
// answer may put a new form in place of this one.
import { fromKept, isRefusal, KEPT_FIELDS, type KeptForm, retryDelay, toKeep } from '../form/unsent'

const KEY = 'unsent-message'
/** A try that got no answer in this time has failed. */
const LIMIT_MS = 20_000
/** Characters shown of a refusal. */
const LONGEST_REASON = 200
const FORM = 'form[data-sending]'

let sending = false
/** Tries that failed in a row; while there are any, the message on the page is unsent. */
let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined

const findForm = (within: ParentNode = document) => within.querySelector<HTMLFormElement>(FORM)

const bodyOf = (form: HTMLFormElement) =>
  new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))

/** A browser may forbid storage altogether; then the text is kept by the page alone. */
function keep(body?: URLSearchParams): void {
  try {
    if (body) sessionStorage.setItem(KEY, toKeep(body))
    else sessionStorage.removeItem(KEY)
  } catch {}
}

function kept(): KeptForm | undefined {
  try {
    return fromKept(sessionStorage.getItem(KEY))
  } catch {
    return undefined
  }
}

function fill(form: HTMLFormElement, fields: KeptForm): void {
  for (const name of KEPT_FIELDS) {
    const value = fields[name] ?? ''
    const control = form.elements.namedItem(name)
    // A consent to another text than today's is none.
    if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = control.value === value
    else if (control instanceof HTMLSelectElement) {
      if ([...control.options].some((option) => option.value === value)) control.value = value
    } else if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) control.value = value
  }
}

/** Announced by its region, and left alone while it is there: each try would be read out otherwise. */
function showNotice(form: HTMLFormElement): void {
  const region = form.querySelector('[role="status"]')
  const notice = form.querySelector('template')
  if (notice && !region?.firstElementChild) region?.replaceChildren(notice.content.cloneNode(true))
}

/** Says why the site does not take the message, beside the form as it is: an answer without the text would end it. */
function showRefusal(page: Document, form: HTMLFormElement): void {
  failures = 0
  const region = form.querySelector('[role="status"]')
  // The door answers in a line of plain text, which is all there is of its page.
  const line = page.querySelector('main') ? '' : (page.body.textContent ?? '').trim().slice(0, LONGEST_REASON)
  if (region) region.textContent = line || (form.dataset.refused ?? '')
}

/** Shows the answer as if it had been loaded. */
function showAnswer(status: number, page: Document, form: HTMLFormElement, sent: URLSearchParams): void {
  const main = page.querySelector('main')
  const next = main && findForm(main)
  // A 422 alone holds what was typed; other refusals have a form that is empty, or none.
  if (isRefusal(status) && !(next && status === 422)) return showRefusal(page, form)
  // What holds no form is no answer of ours: of a proxy whose server is away, for example.
  if (!main || !next) throw new TypeError('No answer to the form')
  failures = 0
  keep()
  const now = bodyOf(form)
  // Typed while the answer was under way.
  if (String(now) !== String(sent)) fill(next, { ...fromKept(toKeep(now)), ticket: bodyOf(next).get('ticket') ?? '' })
  document.title = page.title
  document.querySelector('main')?.replaceWith(main)
  const first = main.querySelector<HTMLElement>('[autofocus]')
  first?.focus()
  first?.scrollIntoView({ block: 'center' })
}

async function send(form = findForm()): Promise<void> {
  if (sending || !form) return
  sending = true
  clearTimeout(timer)
  const body = bodyOf(form)
  keep(body)
  const region = form.querySelector('[role="status"]')
  if (region && !region.firstElementChild) region.textContent = form.dataset.sending ?? ''
  const limit = new AbortController()
  const clock = setTimeout(() => limit.abort(), LIMIT_MS)
  try {
    const response = await fetch(form.action, { method: 'POST', body, signal: limit.signal })
    if (response.redirected) {
      failures = 0
      keep()
      // Still sending, as far as a second click is concerned, until the receipt is there.
      location.assign(response.url)
      return
    }
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    showAnswer(response.status, page, form, body)
  } catch {
    failures++
    showNotice(form)
    timer = setTimeout(send, retryDelay(failures))
  } finally {
    clearTimeout(clock)
  }
  sending = false
}

/** A message that was on its way when the page was left goes on. */
function resume(): void {
  const form = findForm()
  const fields = form && kept()
  if (!fields || sending || failures > 0) return
  fill(form, fields)
  showNotice(form)
  failures = 1
  send()
}

// On the window, so that it runs after the listeners of the document, which fill in where the visit came from.
addEventListener('submit', (event) => {
  const form = event.target
  if (event.defaultPrevented || !(form instanceof HTMLFormElement) || !form.matches(FORM)) return
  event.preventDefault()
  send(form)
})
addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('[data-try-now]')) send()
})
addEventListener('input', ({ target }) => {
  const form = target instanceof Element && target.closest<HTMLFormElement>(FORM)
  if (form && (sending || failures > 0)) keep(bodyOf(form))
})
addEventListener('online', () => {
  if (failures > 0) send()
})
// Back from the receipt to a page that the browser had kept alive.
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return
  sending = false
  if (failures === 0) findForm()?.querySelector('[role="status"]')?.replaceChildren()
})

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', resume)
else resume()
