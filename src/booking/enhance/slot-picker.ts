// Shows the times of a booking page in the zone of the browser, as long as nobody has chosen another, and by the clock
// that the browser's language uses: 2:30 pm or 14:30.

/** Asks the page again in the zone of the browser, in its own form: the answer is a page like any other. */
function takeZoneOf(form: HTMLFormElement): void {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const choice = form.elements.namedItem('zone')
  if (!(choice instanceof HTMLSelectElement) || !zone || choice.value === zone) return
  if (![...choice.options].some(({ value }) => value === zone)) choice.add(new Option(zone, zone))
  choice.value = zone
  form.requestSubmit()
}

/** `undefined` where the browser speaks another language than the page, whose words stand beside the times. */
function clockLanguage(): string | undefined {
  const own = document.documentElement.lang
  return navigator.languages.find((language) => language.split('-', 1)[0] === own)
}

function showClock(root: ParentNode, timeZone: string): void {
  const language = clockLanguage()
  if (!language) return
  const format = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit', timeZone })
  for (const time of root.querySelectorAll<HTMLTimeElement>('.time time')) {
    // What tells two equal times of one day apart stays.
    const [, ...offset] = time.textContent.split(' ')
    time.textContent = [format.format(new Date(time.dateTime)), ...offset].join(' ')
  }
}

/** Stands in the form that chooses the zone; works wherever that form is put, in a page or in a dialog. */
class ZoneGuess extends HTMLElement {
  connectedCallback() {
    const form = this.closest('form')
    const choice = form?.elements.namedItem('zone')
    if (!form || !(choice instanceof HTMLSelectElement)) return
    choice.addEventListener('change', () => form.requestSubmit())
    if (this.hasAttribute('guess')) takeZoneOf(form)
    showClock(form.closest('[data-booking]') ?? document, choice.value)
  }
}

customElements.define('zone-guess', ZoneGuess)
