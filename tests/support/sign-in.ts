import { type Role, type Site } from './site'

export type Client = {
  /** Calls the API as the signed-in person. @throws Error with the answer when it is not a success */
  call<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T>
  /** The session, as a header for other requests. */
  cookie: string
}

/** Signs in as one of the demo accounts, as the admin UI does. */
export async function signIn(site: Site, role: Role): Promise<Client> {
  const { email, password } = site.account(role)
  const login = await fetch(`${site.url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: site.url },
    body: JSON.stringify({ email, password }),
  })
  if (!login.ok) throw new Error(`Signing in as ${role} failed: ${login.status} ${await login.text()}`)
  const cookie = login.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return {
    cookie,
    async call(method, path, body) {
      const response = await fetch(`${site.url}/api${path}`, {
        method,
        headers: { 'content-type': 'application/json', cookie, origin: site.url },
        body: body === undefined ? undefined : JSON.stringify(body),
      })
      const answer = await response.text()
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${answer}`)
      return JSON.parse(answer)
    },
  }
}
