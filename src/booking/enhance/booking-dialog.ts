// Opens the booking pages in a dialog, so that nobody leaves what they read. Its pages are those of the site: links and
// forms in it are followed by fetch, and what cannot be shown that way is opened as a page.

/** Pages that belong into the dialog. */
const isBooking = (url: URL) => url.origin === location.origin && /^\/book(\/|$)/.test(url.pathname)

/** Forms of those pages go to these addresses, and come back with one of the pages. */
const isForm = (url: URL) => url.origin === location.origin && url.pathname.startsWith('/forms/')

/** A page with a form of its own has labels and errors that are tied to the same ids: there the link is a link. */
const mayOpen = () => document.querySelector('main :is(form, [data-booking])') === null

let dialog: HTMLDialogElement | undefined
/** The address it was opened with. */
let opened = ''
let latest: AbortController | undefined

const contentOf = (element: HTMLDialogElement | undefined) => element?.querySelector<HTMLElement>('[data-content]')

function build(label: string, close: string): HTMLDialogElement {
  const element = document.createElement('dialog')
  element.className = 'booking-dialog'
  element.setAttribute('aria-label', label)
  const bar = document.createElement('form')
  bar.method = 'dialog'
  bar.className = 'booking-dialog-bar'
  const title = document.createElement('p')
  title.className = 'label'
  title.textContent = label
  const button = document.createElement('button')
  button.className = 'button button-secondary'
  button.textContent = close
  bar.append(title, button)
  const content = document.createElement('div')
  content.dataset.content = ''
  element.append(bar, content)
  document.body.append(element)
  return element
}

/** Scripts of a page that is shown in the dialog; each is run once by its address. */
function bringScripts(page: Document): void {
  for (const { src } of page.querySelectorAll<HTMLScriptElement>('script[type="module"][src]')) void import(src)
}

function show(html: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const content = contentOf(dialog)
  const main = page.querySelector('main')
  if (!dialog || !content || !main) throw new Error('Not a page of the site')
  content.replaceChildren(...main.childNodes)
  bringScripts(page)
  dialog.scrollTop = 0
  const first = content.querySelector<HTMLElement>('[autofocus], h1')
  if (first && !first.hasAttribute('tabindex')) first.tabIndex = -1
  first?.focus()
}

/** Asks for a page and shows it; where that fails, `otherwise` goes there without us. */
async function go(url: URL, init: RequestInit, otherwise: () => void): Promise<void> {
  latest?.abort()
  const mine = new AbortController()
  latest = mine
  dialog?.setAttribute('aria-busy', 'true')
  try {
    const response = await fetch(url, { ...init, signal: mine.signal })
    const target = new URL(response.url)
    if (isBooking(target) || isForm(target)) show(await response.text())
    else location.assign(target)
  } catch {
    if (!mine.signal.aborted) otherwise()
  } finally {
    if (latest === mine) dialog?.removeAttribute('aria-busy')
  }
}

function open(url: URL, label: string, close: string): void {
  dialog ??= build(label, close)
  if (!dialog.open) dialog.showModal()
  // Closed by mistake, and opened again: what was typed is still there.
  if (opened === url.href && contentOf(dialog)?.querySelector('form.booking')) return
  opened = url.href
  void go(url, {}, () => location.assign(url))
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
  if (!link || !isPlain || event.defaultPrevented || link.target || link.hasAttribute('download')) return
  const close = link.dataset.bookingDialog
  const url = new URL(link.href, location.href)
  const isInside = dialog?.contains(link) ?? false
  if (!isBooking(url) || (!isInside && (close === undefined || !mayOpen()))) return
  event.preventDefault()
  if (isInside) void go(url, {}, () => location.assign(url))
  else open(url, link.textContent ?? '', close ?? '')
})

/** Sends a form as if nobody had listened, with the button that was pressed. */
function sendPlainly(form: HTMLFormElement, button: HTMLElement | null): void {
  if (button instanceof HTMLButtonElement && button.name) {
    const field = document.createElement('input')
    Object.assign(field, { type: 'hidden', name: button.name, value: button.value })
    form.append(field)
  }
  form.submit()
}

// On the window: what else listens for a form that is sent, such as the way a visitor came, has filled it in by then.
addEventListener('submit', (event) => {
  const form = event.target
  if (event.defaultPrevented || !(form instanceof HTMLFormElement) || !dialog?.contains(form)) return
  if (form.method === 'dialog') return
  event.preventDefault()
  const url = new URL(form.action, location.href)
  const data = [...new FormData(form, event.submitter)].map(([name, value]) => [name, String(value)])
  const body = new URLSearchParams(data)
  void go(url, { method: 'POST', body }, () => sendPlainly(form, event.submitter))
})
