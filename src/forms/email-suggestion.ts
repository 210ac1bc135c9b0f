/** Providers whose addresses people mistype. Only what is nearly one of these is questioned. */
const PROVIDERS = ['gmail.com', 'googlemail.com', 'hotmail.com', 'outlook.com', 'yahoo.com', 'icloud.com']

/** One slip from a provider above, and each a provider of its own. */
const REAL = ['mail.com', 'email.com', 'ymail.com', 'rocketmail.com']

/** True if one slip of the hand makes one text the other: a letter left out, doubled, mistaken, or two swapped. */
function isOneSlip(typed: string, meant: string): boolean {
  if (typed === meant || Math.abs(typed.length - meant.length) > 1) return false
  let start = 0
  while (start < typed.length && typed[start] === meant[start]) start++
  const [restTyped, restMeant] = [typed.slice(start), meant.slice(start)]
  if (typed.length < meant.length) return restTyped === restMeant.slice(1)
  if (typed.length > meant.length) return restTyped.slice(1) === restMeant
  const isSwapped = restTyped[0] === restMeant[1] && restTyped[1] === restMeant[0]
  return restTyped.slice(1) === restMeant.slice(1) || (isSwapped && restTyped.slice(2) === restMeant.slice(2))
}

/**
 * The address that was probably meant: `ann@gmail.com` for `ann@gmial.com`. A question and never a reason to refuse:
 * a company may well be called nearly like a provider.
 */
export function suggestedAddress(address: string): string | undefined {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1).toLowerCase()
  if (REAL.includes(domain) || PROVIDERS.includes(domain)) return undefined
  const meant = PROVIDERS.find((provider) => isOneSlip(domain, provider))
  return meant && `${address.slice(0, at)}@${meant}`
}
