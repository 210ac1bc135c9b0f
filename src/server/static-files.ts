import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { normalPath } from '@/platform/routes'
import { type Answer, forKeeping } from './answer'

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Addresses of the files in a directory, as `normalPath` writes them. */
function filesIn(directory: string, prefix: string): Array<[path: string, file: string]> {
  if (!existsSync(directory)) return []
  return readdirSync(directory, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile() || !(extname(entry.name) in TYPES)) return []
    const file = join(entry.parentPath, entry.name)
    const path = normalPath(`${prefix}${file.slice(directory.length)}`)
    return path ? [[path, file] as [string, string]] : []
  })
}

/**
 * The files of the build: the pages' small scripts, style sheets, fonts and the admin's chunks. Their names carry a
 * fingerprint, so a browser keeps them for ever. Only what was there at the start is served; each is read and
 * compressed when it is first asked for.
 * @param directories where the files of an address prefix lie: `{ '/assets': 'dist/assets' }`
 */
export function staticFiles(directories: Record<string, string>) {
  const files = new Map(Object.entries(directories).flatMap(([prefix, directory]) => filesIn(directory, prefix)))
  const ready = new Map<string, Promise<Answer>>()

  async function read(file: string): Promise<Answer> {
    return forKeeping({
      status: 200,
      headers: {
        'content-type': TYPES[extname(file)] as string,
        'cache-control': 'public, max-age=31536000, immutable',
      },
      body: await readFile(file),
    })
  }

  return {
    find(path: string): Promise<Answer> | undefined {
      const file = files.get(path)
      if (!file) return undefined
      const before = ready.get(path)
      if (before) return before
      const answer = read(file)
      ready.set(path, answer)
      answer.catch(() => ready.delete(path))
      return answer
    },
  }
}

export type StaticFiles = ReturnType<typeof staticFiles>
