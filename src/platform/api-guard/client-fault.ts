import type { AfterErrorHook, APIError } from 'payload'
import { badRequest, type Refusal } from './refusal'

/** Errors without a status of their own that nothing but the request can cause, by what they say. */
const CAUSED_BY_REQUEST = [
  // JSON.parse, of a body or of the `_payload` of an upload
  /is not valid JSON|in JSON at position|Unexpected end of JSON input|^Invalid JSON$/,
  // the reader of multipart bodies
  /^Unexpected end of (form|file|multipart)/i,
  /^Malformed (part|content|urlencoded|multipart)/i,
  /Multipart: Boundary not found|not eligible for file upload|^Unsupported content type/i,
  // what is not an object where Payload expects the data of a document
  /(_status|'data'|property '(email|username)')/,
]

/** A refusal for an error without a status that the request caused; undefined when the fault is the server's. */
export function clientFault(error: unknown): Refusal | undefined {
  const isCaused = error instanceof Error && CAUSED_BY_REQUEST.some((pattern) => pattern.test(error.message))
  return isCaused ? badRequest('The request cannot be read') : undefined
}

/**
 * Gives an error that the request caused its status; Payload answers all that have none with 500. A refusal is told in
 * its own words and with its data (the fields that are wrong, the times that are free), if it is meant to be public.
 */
export const answerClientFault: AfterErrorHook = ({ error }) => {
  const status = 'status' in error ? Number(error.status) : 500
  // The production build takes their names from classes and has two of each: Payload knows its own errors no more, and
  // tells of them without their data, or nothing at all.
  const { name, message, data, isPublic } = error as Partial<APIError>
  if (status < 500 && isPublic !== false && (data || !name)) {
    const told = { ...(name ? { name } : {}), ...(data ? { data } : {}), message }
    return { response: { errors: [told] }, status }
  }
  const refusal = status >= 500 ? clientFault(error) : undefined
  return refusal && { response: { errors: [{ message: refusal.message }] }, status: refusal.status }
}
