import type { Env } from '@/platform/env'

const LIMIT_MS = 10_000

/** A token is asked for anew a little before it ends, so that none ends on its way. */
const MARGIN_MS = 60_000

const REPLY_LENGTH = 300

export type OAuthSettings = Pick<
  Env,
  | 'SMTP_OAUTH_CLIENT_ID'
  | 'SMTP_OAUTH_CLIENT_SECRET'
  | 'SMTP_OAUTH_REFRESH_TOKEN'
  | 'SMTP_OAUTH_SCOPE'
  | 'SMTP_OAUTH_TOKEN_URL'
>

type TokenAnswer = { access_token?: string; expires_in?: number; error?: string; error_description?: string }

/** The login of this site, by somebody's refresh token or else in its own name (RFC 6749, sections 6 and 4.4). */
function formOf(settings: OAuthSettings): URLSearchParams {
  const refreshToken = settings.SMTP_OAUTH_REFRESH_TOKEN
  return new URLSearchParams({
    client_id: settings.SMTP_OAUTH_CLIENT_ID ?? '',
    client_secret: settings.SMTP_OAUTH_CLIENT_SECRET ?? '',
    ...(settings.SMTP_OAUTH_SCOPE ? { scope: settings.SMTP_OAUTH_SCOPE } : {}),
    ...(refreshToken
      ? { grant_type: 'refresh_token', refresh_token: refreshToken }
      : { grant_type: 'client_credentials' }),
  })
}

/**
 * Asks for an access token.
 * @throws Error with the `responseCode` of a refused login (535, RFC 4954) when the endpoint refuses us, which only a
 * person can mend; without one when it does not answer or is out of order, as if the mail server were away
 */
async function requestToken(settings: OAuthSettings): Promise<{ token: string; expires: number }> {
  const response = await fetch(settings.SMTP_OAUTH_TOKEN_URL ?? '', {
    method: 'POST',
    body: formOf(settings),
    redirect: 'error',
    signal: AbortSignal.timeout(LIMIT_MS),
  })
  const answer = (await response.json().catch(() => ({}))) as TokenAnswer
  const { access_token: token, expires_in: seconds = 0, error = '', error_description: why = '' } = answer
  if (response.ok && token) return { token, expires: seconds ? Date.now() + seconds * 1000 - MARGIN_MS : 0 }
  const message = `The token endpoint answered ${response.status} ${error} ${why}`.trim().slice(0, REPLY_LENGTH)
  const isRefusal = response.status < 500 && response.status !== 429
  throw Object.assign(new Error(message), isRefusal ? { responseCode: 535 } : {})
}

/** How nodemailer logs in by OAuth2 (XOAUTH2): it keeps a token until its end, or until the mail server refuses it. */
export function oauthLogin(settings: OAuthSettings) {
  return {
    type: 'OAuth2' as const,
    provisionCallback(
      _user: string,
      _renew: boolean,
      done: (error: Error | null, token?: string, expires?: number) => void,
    ): void {
      requestToken(settings).then(
        ({ token, expires }) => done(null, token, expires),
        (error) => done(error),
      )
    },
  }
}
