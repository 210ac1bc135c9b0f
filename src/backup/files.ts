import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs'
import { copyFile, mkdir, utimes } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Paths of all files below a directory, relative to it and with slashes; none if it does not exist. */
export function filesBelow(directory: string): string[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/** SHA-256 of a file, in hexadecimal. */
export async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

const isSame = (file: string, copy: string) => {
  if (!existsSync(copy)) return false
  const [one, other] = [statSync(file), statSync(copy)]
  return one.size === other.size && Math.floor(one.mtimeMs) === Math.floor(other.mtimeMs)
}

/** Copies what a directory holds to another one, except for what is there already; a file that vanishes meanwhile is left out. */
export async function copyBelow(from: string, to: string): Promise<void> {
  for (const name of filesBelow(from)) {
    const [file, copy] = [join(from, name), join(to, name)]
    try {
      if (isSame(file, copy)) continue
      const { atime, mtime } = statSync(file)
      await mkdir(dirname(copy), { recursive: true, mode: 0o700 })
      await copyFile(file, copy)
      await utimes(copy, atime, mtime)
    } catch (error) {
      if (existsSync(file)) throw error
    }
  }
}
