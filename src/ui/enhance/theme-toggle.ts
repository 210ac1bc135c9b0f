// The switch between light and dark. Without it a page follows the visitor's system by CSS alone; with it the choice
// is kept on this device. Loaded before the first paint, so that a chosen theme does not flash.
const KEY = 'theme'
const root = document.documentElement
const system = matchMedia('(prefers-color-scheme: dark)')

/** Storage throws where cookies are blocked; the switch then works for one page. */
function stored(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

const isDark = () => (root.dataset.theme ?? (system.matches ? 'dark' : 'light')) === 'dark'

const kept = stored()
if (kept === 'dark' || kept === 'light') root.dataset.theme = kept

class ThemeToggle extends HTMLElement {
  connectedCallback() {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'icon-button'
    const label = () => button.setAttribute('aria-label', (isDark() ? this.dataset.light : this.dataset.dark) ?? '')
    button.innerHTML = `<svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" stroke-width="1.75"/><path d="M10 2.5a7.5 7.5 0 0 1 0 15Z" fill="currentColor"/></svg>`
    button.addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark'
      label()
      try {
        localStorage.setItem(KEY, root.dataset.theme)
      } catch {
        // Nothing to keep it in: the choice holds until the next page.
      }
    })
    system.addEventListener('change', label)
    label()
    this.replaceChildren(button)
  }
}

customElements.define('theme-toggle', ThemeToggle)
