/*
 * Mail programs make links of text that looks like one. A name is not one, whatever somebody typed into its field.
 */

/** An address with a scheme, one of a mailbox, or a domain with a top level of two letters or more; with the full stops that IDNA takes for dots. */
const LIKE_A_LINK = /:\/\/|\S@[\p{L}\p{N}]|[\p{L}\p{N}][.。．｡]\p{L}{2}|[\p{L}\p{N}][.。．｡]xn--/iu

/** Digits enough for a telephone to offer to dial them. */
const LIKE_A_NUMBER = /\d(?:[\s().+/-]*\d){6}/u

/** True if a mail program may make a link of it, or of a part of it. */
export const looksLikeLink = (text: string): boolean => LIKE_A_LINK.test(text) || LIKE_A_NUMBER.test(text)

/** U+2060: has no width, breaks no line, and stands in no address. */
const WORD_JOINER = '\u2060'

/** The same text to the eye, in which no mail program finds a link. */
export function withoutAutolinks(text: string): string {
  if (!LIKE_A_LINK.test(text)) return text
  return text.replace(/:(?=\/\/)|(?<=\S)[@.。．｡](?=\S)/gu, (mark) => `${mark}${WORD_JOINER}`)
}
