const RUNTIME_SCRIPT =
  /<script\b(?![^>]*\btype="(?:application\/ld\+json|module|speculationrules)")[^>]*>[\s\S]*?<\/script>/g
const SCRIPT_PRELOAD = /<link\b[^>]*\bas="script"[^>]*>/g

/**
 * A document that no client component needs, without Next's runtime: some 140 kB of scripts, and the page's second
 * copy as flight data. Structured data and our own modules stay.
 */
export const withoutRuntime = (html: string): string => html.replace(RUNTIME_SCRIPT, '').replace(SCRIPT_PRELOAD, '')

/** True for what Next answers when a page threw: blank without JavaScript. */
export const isFailure = (html: string): boolean => /<html[^>]*\bid="__next_error__"/.test(html)

/**
 * True if React sent a part of the page behind its end, to be moved into its place by a script: without scripts that
 * part stays hidden.
 */
export const isUnfinished = (html: string): boolean => html.includes('<!--$?-->') || html.includes('<!--$~-->')
