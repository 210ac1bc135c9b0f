// Opens the booking pages in a dialog, so that nobody leaves what they read. Its pages are those of the site: links and
// forms in it are followed by fetch, and what cannot be shown that way is opened as a page.

/** Pages that belong into the dialog. */
const isBooking = (url: URL) => url.origin === location.origin && /^\/book(\/|$)/.test(url.pathname)

/** Forms of those pages go to these addresses, and come back with one of the pages. */
const isForm = (url: URL) => url.origin === location.origin && url.pathname.startsWith('/forms/')

let dialog: HTMLDialogElement | undefined

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
  const content = dialog?.querySelector<HTMLElement>('[data-content]')
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
  dialog?.setAttribute('aria-busy', 'true')
  try {
    const response = await fetch(url, init)
    if (!isBooking(new URL(response.url)) && !isForm(new URL(response.url))) return location.assign(response.url)
    show(await response.text())
  } catch {
    otherwise()
  } finally {
    dialog?.removeAttribute('aria-busy')
  }
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
  if (!link || !isPlain || event.defaultPrevented || link.target || link.download) return
  const opens = link.dataset.bookingDialog
  const url = new URL(link.href, location.href)
  if (opens === undefined && !dialog?.contains(link)) return
  if (!isBooking(url) || url.pathname.endsWith('.ics')) return
  event.preventDefault()
  dialog ??= build(link.textContent ?? '', opens ?? '')
  if (!dialog.open) dialog.showModal()
  void go(url, {}, () => location.assign(url))
})

// On the window: what else listens for a form that is sent, such as the way a visitor came, has filled it in by then.
addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !dialog?.contains(form) || form.method === 'dialog') return
  const data = new FormData(form, event.submitter)
  const url = new URL(form.action, location.href)
  event.preventDefault()
  const fields = new URLSearchParams([...data].map(([name, value]) => [name, String(value)]))
  if (form.method === 'get') {
    url.search = fields.toString()
    void go(url, {}, () => location.assign(url))
  } else {
    void go(url, { method: 'POST', body: fields }, () => form.submit())
  }
})
