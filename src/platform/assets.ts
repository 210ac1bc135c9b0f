import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { processState } from './process-state'

const manifest = () =>
  processState('assets', (): Record<string, string> => {
    const file = resolve('dist/assets/manifest.json')
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  })

/** Address of one of our small scripts (`theme` → `/assets/theme-3F2A….js`), or undefined when it was not built. */
export const assetUrl = (name: string): string | undefined => manifest()[name]
