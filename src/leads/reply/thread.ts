/** A mail that somebody got from us about a message: its acknowledgement, or an earlier reply. */
export type ThreadMail = { messageId: string; subject: string }

/** Mail programs need the first of a long thread and the latest; a header of all would only grow (RFC 5537, section 3.4.4). */
const LATEST_KEPT = 20

/**
 * What makes mail programs show a reply below what came before it (RFC 5322, section 3.6.4): it answers the latest mail
 * of the thread and refers to all of them.
 * @param thread what was sent so far, the oldest first
 * @returns header values; empty while nothing was sent
 */
export function threadHeaders(thread: readonly ThreadMail[]): { inReplyTo?: string; references?: string } {
  const ids = thread.map(({ messageId }) => messageId)
  const inReplyTo = ids.at(-1)
  if (!inReplyTo) return {}
  const kept = [...ids.slice(0, 1), ...ids.slice(1).slice(-LATEST_KEPT)]
  return { inReplyTo, references: kept.join(' ') }
}

/** The subject of a reply: that of the mail it follows, since Gmail puts no other subject into a thread; one `Re:`. */
export const replySubject = (subject: string): string => `Re: ${subject.replace(/^(?:re\s*:\s*)+/i, '')}`
