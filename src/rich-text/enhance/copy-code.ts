// A button that copies the listing it stands above. Drawn here, since without a script there is nothing to press.
const SHOWN_FOR_MS = 2000

class CopyCode extends HTMLElement {
  connectedCallback() {
    if (!navigator.clipboard) return
    const { copy = '', copied = '', failed = '' } = this.dataset
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'copy-button'
    button.textContent = copy
    // Announced when it changes, so that the answer is heard and not only seen.
    button.setAttribute('aria-live', 'polite')
    button.addEventListener('click', async () => {
      const code = this.parentElement?.querySelector('code')?.textContent ?? ''
      button.textContent = await navigator.clipboard.writeText(code).then(
        () => copied,
        () => failed,
      )
      setTimeout(() => {
        button.textContent = copy
      }, SHOWN_FOR_MS)
    })
    this.append(button)
  }
}

customElements.define('copy-code', CopyCode)
