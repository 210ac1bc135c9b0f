/** Why a body is no form of ours. */
export type FormFault = 'media-type' | 'too-large' | 'malformed'

export type FormBody<Name extends string> =
  | { fields: Partial<Record<Name, string>>; fault?: undefined }
  | { fields?: undefined; fault: FormFault }

/** HTTP status that answers a fault. */
export const FAULT_STATUS: Record<FormFault, number> = {
  'media-type': 415,
  'too-large': 413,
  malformed: 400,
}

/** The longest message of four-byte characters, each byte as `%xx`, fits three times. */
const MAX_BYTES = 256 * 1024

async function readBytes(request: Request): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    // The length header is not asked: a chunked body has none.
    if (size > MAX_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** `decodeURIComponent` refuses broken UTF-8, where `URLSearchParams` would quietly store replacement characters. */
const decode = (text: string) => decodeURIComponent(text.replaceAll('+', ' '))

function readUrlEncoded(text: string): [string, string][] {
  const pairs = text.split('&').filter(Boolean)
  return pairs.map((pair) => {
    const [name = '', ...value] = pair.split('=')
    return [decode(name), decode(value.join('='))]
  })
}

async function readMultipart(bytes: Uint8Array, type: string): Promise<[string, string][]> {
  const form = await new Response(Buffer.from(bytes), { headers: { 'content-type': type } }).formData()
  return [...form].map(([name, value]) => {
    if (typeof value !== 'string') throw new TypeError('a file')
    return [name, value]
  })
}

/**
 * Reads a form body of known fields, each at most once, as text. Files, repeated fields, NUL characters and bytes that
 * are not UTF-8 are faults: no browser sends them for a form of ours. Fields of other names are left out, and refuse
 * nobody: the page of a previous build has them, and extensions of browsers add them.
 */
export async function readFormBody<Name extends string>(
  request: Request,
  names: readonly Name[],
): Promise<FormBody<Name>> {
  const type = request.headers.get('content-type') ?? ''
  const [mediaType = ''] = type.toLowerCase().split(';', 1)
  const isMultipart = mediaType.trim() === 'multipart/form-data'
  if (!isMultipart && mediaType.trim() !== 'application/x-www-form-urlencoded') return { fault: 'media-type' }

  const fields: Partial<Record<Name, string>> = {}
  try {
    const bytes = await readBytes(request)
    if (!bytes) return { fault: 'too-large' }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    for (const [key, value] of isMultipart ? await readMultipart(bytes, type) : readUrlEncoded(text)) {
      const name = names.find((known) => known === key)
      if (!name) continue
      if (name in fields || value.includes('\0')) return { fault: 'malformed' }
      fields[name] = value
    }
  } catch {
    return { fault: 'malformed' }
  }
  return { fields }
}
