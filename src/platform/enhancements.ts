import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { processState } from './process-state'

type Manifest = Record<string, string>

/** Written by the build: the file of each script, by its name. */
const MANIFEST = join('dist', 'assets', 'manifest.json')

function readManifest(): Manifest {
  try {
    return JSON.parse(readFileSync(join(process.cwd(), MANIFEST), 'utf8')) as Manifest
  } catch {
    // Not built, as in a unit test: pages are complete without their enhancements.
    return {}
  }
}

/** The address of a page's small script by its name (`theme-toggle`), or undefined where it was not built. */
export function enhancementPath(name: string): string | undefined {
  // Read again at each render in development, where the scripts change under a running server.
  if (process.env.NODE_ENV !== 'production') return readManifest()[name]
  return processState('enhancements', readManifest)[name]
}
