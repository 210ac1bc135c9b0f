/** An answer to a request that is wrong in itself: what to say, with which status. */
export type Refusal = { status: 400 | 404 | 413 | 415; message: string }

export const badRequest = (message: string): Refusal => ({ status: 400, message })

/** The JSON body that Payload's own errors have, so that clients read one shape. */
export const refuse = ({ status, message }: Refusal): Response => Response.json({ errors: [{ message }] }, { status })
