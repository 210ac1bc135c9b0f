/** How an attempt ended, and what the server said. */
export type DeliveryOutcome = { outcome: 'sent' | 'deferred' | 'refused' | 'error'; reply: string }

/**
 * The commands whose answer is about this message. A 5xx to others (greeting, AUTH, a sender that may not send here) is
 * about us, and can be mended.
 */
const ABOUT_THE_MESSAGE = ['RCPT TO', 'DATA']

/** What nodemailer puts on its errors. */
export type DeliveryError = {
  message?: string
  code?: string
  command?: string
  responseCode?: number
  response?: string
}

/**
 * Reads an error of nodemailer by its properties (SMTP replies: RFC 5321, section 4.2).
 * - `refused`: the message will never be taken; nobody tries again.
 * - `deferred`: the server said "not now".
 * - `error`: there was no answer.
 */
export function outcomeOf(error: DeliveryError): DeliveryOutcome {
  const { code, command = '', responseCode, response, message = 'Unknown error' } = error
  const reply = (response || message).slice(0, 1000)
  if (responseCode === undefined) {
    // An envelope that nodemailer itself cannot send, such as a local part the server has no SMTPUTF8 for.
    return { outcome: code === 'EENVELOPE' ? 'refused' : 'error', reply }
  }
  const isFinal = responseCode >= 500 && ABOUT_THE_MESSAGE.includes(command)
  return { outcome: isFinal ? 'refused' : 'deferred', reply }
}
