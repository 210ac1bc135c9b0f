import { createHmac } from 'node:crypto'

/**
 * A mark of an e-mail address or phone number: the same for the same address, and no way back to it without the site's
 * secret (HMAC, RFC 2104). So an erased address can be recognised where an old backup brings it back.
 * @param identity the address in lower case, or the number as E.164
 */
export const addressMark = (secret: string, identity: string): string =>
  createHmac('sha256', secret).update(`erased ${identity}`).digest('hex')
