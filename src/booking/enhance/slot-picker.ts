// Shows the times of a booking page in the zone of the browser, as long as nobody has chosen another, and by the clock
// that the browser's language uses: 2:30 pm or 14:30. Other days and zones take the place of those on the page, so that
// what was typed below them stays.

/** Parts of the page that are another's times. Their elements stay, and with them what announces a change. */
const PARTS = ['note', 'list']

/** What the form sends along about the times it shows. */
const FIELDS = ['zone', 'day']

const partOf = (root: ParentNode, name: string) => root.querySelector<HTMLElement>(`[data-times="${name}"]`)

const fieldOf = (root: ParentNode, name: string) =>
  root.querySelector<HTMLInputElement>(`form.booking input[name="${name}"]`)

const chosenOf = (root: ParentNode) => root.querySelector<HTMLInputElement>('input[name="start"]:checked')?.value

/** `undefined` where the browser speaks another language than the page, whose words stand beside the times. */
function clockLanguage(): string | undefined {
  const own = document.documentElement.lang
  return navigator.languages.find((language) => language.split('-', 1)[0] === own)
}

function showClock(root: ParentNode, timeZone: string): void {
  const language = clockLanguage()
  if (!language) return
  const clock = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit', timeZone })
  const hour = clock.resolvedOptions().hour12 ? 'numeric' : '2-digit'
  const format = new Intl.DateTimeFormat(language, { hour, minute: '2-digit', timeZone })
  for (const time of root.querySelectorAll<HTMLTimeElement>('.time time')) {
    // What tells two equal times of one day apart stays.
    const [, ...offset] = time.textContent.split(' ')
    time.textContent = [format.format(new Date(time.dateTime)), ...offset].join(' ')
  }
}

/** The address that the form would ask for. */
function addressOf(form: HTMLFormElement): URL {
  const url = new URL(form.action, location.href)
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)])
  url.search = new URLSearchParams(fields.filter(([, value]) => value)).toString()
  return url
}

/** Puts the times of another page in place of those shown. @throws TypeError for a page that has none */
function replaceTimes(root: HTMLElement, page: Document): void {
  const chosen = chosenOf(root)
  if (!page.querySelector('input[name="start"]')) throw new TypeError('No times')
  for (const name of PARTS) partOf(root, name)?.replaceChildren(...(partOf(page, name)?.childNodes ?? []))
  for (const name of FIELDS) {
    const [own, other] = [fieldOf(root, name), fieldOf(page, name)]
    if (own && other) own.value = other.value
  }
  for (const input of root.querySelectorAll<HTMLInputElement>('input[name="start"]')) {
    if (input.value === chosen) input.checked = true
  }
}

/** Stands in the form that chooses the zone; works wherever that form is put, in a page or in a dialog. */
class ZoneGuess extends HTMLElement {
  #latest?: AbortController

  connectedCallback() {
    const form = this.closest('form')
    const root = this.closest<HTMLElement>('[data-booking]')
    const choice = form?.elements.namedItem('zone')
    if (!form || !root || !(choice instanceof HTMLSelectElement)) return
    choice.addEventListener('change', () => this.#show(root, choice, addressOf(form)))
    root.addEventListener('submit', (event) => {
      if (event.target !== form) return
      event.preventDefault()
      this.#show(root, choice, addressOf(form), true)
    })
    root.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
      if (!link?.closest('.day-pages') || !isPlain) return
      event.preventDefault()
      this.#show(root, choice, new URL(link.href), true)
    })
    showClock(root, choice.value)
    if (this.hasAttribute('guess')) this.#takeZone(root, choice, form)
  }

  /** Asks for the times in the zone of the browser. */
  #takeZone(root: HTMLElement, choice: HTMLSelectElement, form: HTMLFormElement): void {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (!zone || choice.value === zone) return
    if (![...choice.options].some(({ value }) => value === zone)) choice.add(new Option(zone, zone))
    choice.value = zone
    this.#show(root, choice, addressOf(form))
  }

  /** @param moves true: the times are what comes next, as after a click on "Later times" */
  async #show(root: HTMLElement, choice: HTMLSelectElement, url: URL, moves = false): Promise<void> {
    this.#latest?.abort()
    const mine = new AbortController()
    this.#latest = mine
    try {
      const response = await fetch(url, { signal: mine.signal })
      replaceTimes(root, new DOMParser().parseFromString(await response.text(), 'text/html'))
    } catch {
      // The page itself says what is wrong.
      if (!mine.signal.aborted) location.assign(url)
      return
    }
    // Browsers know some zones by older names than the page.
    const zone = fieldOf(root, 'zone')?.value ?? choice.value
    if ([...choice.options].some(({ value }) => value === zone)) choice.value = zone
    showClock(root, zone)
    const isOwnPage = location.pathname === url.pathname
    if (isOwnPage) history.replaceState(history.state, '', url)
    if (moves) partOf(root, 'list')?.querySelector<HTMLElement>('h2')?.focus()
  }
}

customElements.define('zone-guess', ZoneGuess)
