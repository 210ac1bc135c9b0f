import { createHash, createHmac } from 'node:crypto'

/**
 * The unguessable part of the link with which a guest moves or cancels a meeting. It is made from the meeting's id and
 * the secret, so that any mail can carry it; the database keeps its hash alone.
 */
export function manageToken(secret: string, meeting: string): string {
  return createHmac('sha256', secret).update(`manage ${meeting}`).digest('base64url')
}

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')
