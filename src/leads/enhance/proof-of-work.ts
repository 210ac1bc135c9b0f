// Solves the challenge of a receipt while the page is read, and asks nothing of the visitor. Each hash is awaited and
// every few of them wait for the page, which stays as quick as it is.
const SLICE = 200

type Challenge = { algorithm: string; challenge: string; maxnumber: number; salt: string; signature: string }

const encoder = new TextEncoder()

async function hash(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

class ProofOfWork extends HTMLElement {
  connectedCallback() {
    // Without HTTPS there is no `subtle`; the message waits for a person then, as without JavaScript.
    this.prove(JSON.parse(this.dataset.challenge ?? '{}')).catch(() => {})
  }

  async prove({ algorithm, challenge, maxnumber, salt, signature }: Challenge) {
    for (let number = 0; number <= maxnumber && this.isConnected; number++) {
      if (number % SLICE === 0) await new Promise((resolve) => setTimeout(resolve))
      if ((await hash(salt + number)) !== challenge) continue
      const proof = JSON.stringify({ algorithm, challenge, number, salt, signature })
      await fetch('/forms/proof', { method: 'POST', body: new URLSearchParams({ proof }) })
      return
    }
  }
}

customElements.define('proof-of-work', ProofOfWork)
