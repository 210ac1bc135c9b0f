import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { mailTransport } from '@/mail/transport'

/** A mail as it arrived: what a mail program reads, and the octets. */
export type ArrivedMail = ParsedMail & { source: string }

/** A real SMTP server that takes every mail and keeps it. */
export async function mailServer() {
  const arrived: ArrivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk) => chunks.push(chunk))
      stream.on('end', () => {
        const source = Buffer.concat(chunks)
        simpleParser(source).then((mail) => {
          arrived.push({ ...mail, source: source.toString('latin1') })
          done(null)
        }, done)
      })
    },
  })
  // A client that is killed breaks its connection; some tests are about that.
  server.on('error', () => {})
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  return {
    arrived,
    url,
    transport: mailTransport({ SMTP_URL: url, DATA_DIR: '' }),
    close: () => new Promise<void>((closed) => server.close(closed)),
  }
}
