/** What an endpoint answered, or what to tell the person who asked. */
export type Asked<T, Details = unknown> =
  | { body: T; problem?: undefined }
  | { body?: undefined; problem: string; status?: number; details?: Details }

type Errors<Details> = { errors?: { message: string; data?: Details & { errors?: { message: string }[] } }[] }

/**
 * Posts JSON to one of our endpoints, or reads from it when there is nothing to post.
 * @returns what it answered; a refusal in its own words with the data it tells besides, and a line broken on the way as
 * a sentence
 */
export async function ask<T, Details = unknown>(url: string, body?: unknown): Promise<Asked<T, Details>> {
  const request = body ? { method: 'POST', body: JSON.stringify(body) } : {}
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { ...request, credentials: 'same-origin', headers }).catch(() => undefined)
  const answer = await response?.json().catch(() => undefined)
  if (response?.ok) return { body: answer }
  const [error] = (answer as Errors<Details> | undefined)?.errors ?? []
  const problem = error?.data?.errors?.[0]?.message ?? error?.message
  return {
    problem: problem ?? 'That did not work. Nothing is lost: try again.',
    status: response?.status,
    details: error?.data,
  }
}
