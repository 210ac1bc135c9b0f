import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Answer, forKeeping } from './answer'

const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
}

/** Our own small scripts, whole in memory: their names carry a fingerprint, so a browser keeps them for ever. */
export async function loadAssets(directory: string): Promise<Map<string, Answer>> {
  const assets = new Map<string, Answer>()
  if (!existsSync(directory)) return assets
  for (const name of readdirSync(directory)) {
    const type = TYPES[name.split('.').pop() ?? '']
    if (!type) continue
    const headers = { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' }
    assets.set(`/assets/${name}`, await forKeeping({ status: 200, headers, body: readFileSync(join(directory, name)) }))
  }
  return assets
}
