import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** What the server does with the next message. */
type Mood = 'takes' | 'refuses' | 'hangs' | 'drops' | 'puts off'

export type ChaoticSmtp = {
  url: string
  /** Every message that was answered with 250: its Message-ID and when. */
  taken: { messageId: string; at: number }[]
  /** How often it did what. */
  moods: Record<Mood, number>
  /** From now on every message is taken. */
  calm(): void
  stop(): Promise<void>
}

const MOODS: Mood[] = ['takes', 'takes', 'takes', 'refuses', 'hangs', 'drops', 'puts off']

const reply = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })

/**
 * A real SMTP server in a bad mood: at random it turns connections away, says nothing more, hangs up in the middle of
 * DATA or answers 4xx, and at times it takes a message.
 * @param random from 0 to 1
 */
export async function chaoticSmtp(random: () => number): Promise<ChaoticSmtp> {
  const taken: ChaoticSmtp['taken'] = []
  const moods = { takes: 0, refuses: 0, hangs: 0, drops: 0, 'puts off': 0 }
  let isCalm = false
  const mood = (): Mood => (isCalm ? 'takes' : (MOODS[Math.floor(random() * MOODS.length)] ?? 'takes'))
  const sessions = new Map<string, Mood>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onConnect({ id }, done) {
      const chosen = mood()
      sessions.set(id, chosen)
      moods[chosen] += 1
      done(chosen === 'refuses' ? reply(421, 'Too many connections') : null)
    },
    onData(stream, session, done) {
      const chosen = sessions.get(session.id)
      let text = ''
      stream.on('data', (chunk: Buffer) => {
        text += chunk
        if (chosen === 'drops') closeSocket(server, session.id)
      })
      stream.on('end', () => {
        if (chosen === 'hangs' || chosen === 'drops') return
        if (chosen === 'puts off') return done(reply(451, 'Come back later'))
        taken.push({ messageId: /^Message-ID: (.+?)\r?$/im.exec(text)?.[1] ?? '', at: Date.now() })
        done()
      })
    },
  })
  // A client that is killed breaks its connection; that is what the test is about.
  server.on('error', () => {})
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    taken,
    moods,
    calm() {
      isCalm = true
    },
    stop: () => new Promise((closed) => server.close(() => closed())),
  }
}

/** Hangs up without a word. */
function closeSocket(server: SMTPServer, id: string): void {
  for (const connection of server.connections) {
    const { session, _socket: socket } = connection as { session?: { id: string }; _socket?: { destroy(): void } }
    if (session?.id === id) socket?.destroy()
  }
}
