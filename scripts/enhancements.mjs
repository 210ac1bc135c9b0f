// Bundles the small scripts of the pages, src/*/enhance/*.ts, into public/enhance/<name>-<hash>.js, each on its own. A hash
// changes with the content, so a browser may keep them for ever; manifest.json tells the pages which name has which file.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'

const OUT = 'public/enhance'

export async function buildEnhancements({ minify = true } = {}) {
  const entryPoints = readdirSync('src', { recursive: true })
    .filter((file) => /^[^/]+\/enhance\/[^/]+(?<!\.test)\.ts$/.test(file))
    .map((file) => join('src', file))
  rmSync(OUT, { recursive: true, force: true })
  mkdirSync(OUT, { recursive: true })
  const { metafile } = await build({
    entryPoints,
    outdir: OUT,
    entryNames: '[name]-[hash]',
    bundle: true,
    minify,
    format: 'esm',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    metafile: true,
    logLevel: 'warning',
  })
  const files = Object.entries(metafile.outputs).map(([file, { entryPoint }]) => [
    basename(entryPoint ?? '', '.ts'),
    `/enhance/${basename(file)}`,
  ])
  writeFileSync(join(OUT, 'manifest.json'), JSON.stringify(Object.fromEntries(files), null, 2))
}

if (process.argv[1] === import.meta.filename) await buildEnhancements()
