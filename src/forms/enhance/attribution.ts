// Keeps how a visit began and which article was read, in this tab alone, and sends it with a form and never otherwise.
import { afterPage } from '../visit'

const KEY = 'visit'

/** A browser may forbid storage altogether; then only this page is known. */
function stored(): string | null {
  try {
    return sessionStorage.getItem(KEY)
  } catch {
    return null
  }
}

function store(visit: string): void {
  try {
    sessionStorage.setItem(KEY, visit)
  } catch {}
}

function known() {
  try {
    return JSON.parse(stored() ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

const visit = JSON.stringify(afterPage(known(), new URL(location.href), document.referrer))
store(visit)

document.addEventListener('submit', ({ target }) => {
  const field = target instanceof HTMLFormElement ? target.elements.namedItem('attribution') : null
  if (field instanceof HTMLInputElement) field.value = visit
})
