// Bundles what Next does not build: the server, the command line, and the small scripts of pages.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'

/** Every `src/<feature>/enhance/<name>.ts`: modules that improve a page that works without them. */
const enhancements = readdirSync('src', { recursive: true })
  .map(String)
  .filter((path) => /(^|\/)enhance\/[a-z-]+\.ts$/.test(path) && !path.endsWith('.test.ts'))
  .map((path) => join('src', path))

export async function buildServer() {
  rmSync('dist', { recursive: true, force: true })
  mkdirSync('dist/assets', { recursive: true })
  await build({
    entryPoints: { server: 'src/server/main.ts', cli: 'src/cli.ts', worker: 'src/worker.ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    logLevel: 'warning',
  })
  const { metafile } = await build({
    entryPoints: enhancements,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    outdir: 'dist/assets',
    entryNames: '[name]-[hash]',
    metafile: true,
    logLevel: 'warning',
  })
  const manifest = {}
  for (const [file, { entryPoint }] of Object.entries(metafile.outputs)) {
    if (entryPoint) manifest[basename(entryPoint, '.ts')] = `/assets/${basename(file)}`
  }
  writeFileSync('dist/assets/manifest.json', JSON.stringify(manifest, null, 2))
}

await buildServer()
