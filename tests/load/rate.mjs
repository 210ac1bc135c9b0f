import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './site.mjs'

const SECONDS = 5
const CONNECTIONS = 32

const MILLISECONDS = { us: 0.001, ms: 1, s: 1000 }

/** Requests per second and the 99th percentile of the time to answer, as `wrk` (Debian package) measures them. */
export function rateOf(url, { encoding = 'br' } = {}) {
  if (!existsSync('/usr/bin/wrk')) return undefined
  const args = ['-t1', `-c${CONNECTIONS}`, `-d${SECONDS}s`, '--latency', '-H', `Accept-Encoding: ${encoding}`, url]
  const report = execFileSync('wrk', args, { encoding: 'utf8' })
  const [, value, unit] = /99%\s+([\d.]+)(us|ms|s)/.exec(report) ?? []
  return {
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(report)?.[1]),
    p99: Number(value) * (MILLISECONDS[unit] ?? Number.NaN),
    failed: /Non-2xx/.test(report),
  }
}

/** The same bytes served by nginx as a file; undefined where nginx is not installed. */
export async function nginxServing(body) {
  if (!existsSync('/usr/sbin/nginx')) return undefined
  const directory = mkdtempSync(join(tmpdir(), 'site-nginx-'))
  const port = await freePort()
  writeFileSync(join(directory, 'page.html'), body)
  writeFileSync(
    join(directory, 'nginx.conf'),
    `user root; daemon off; worker_processes 1; pid ${directory}/pid; error_log ${directory}/log;
     events { worker_connections 256; }
     http { access_log off; types { text/html html; } keepalive_requests 1000000; open_file_cache max=10;
       server { listen 127.0.0.1:${port}; root ${directory}; } }`,
  )
  const nginx = spawn('/usr/sbin/nginx', ['-c', join(directory, 'nginx.conf')], { stdio: 'ignore' })
  process.on('exit', () => {
    nginx.kill()
    rmSync(directory, { recursive: true, force: true })
  })
  await new Promise((done) => setTimeout(done, 500))
  return { url: `http://127.0.0.1:${port}/page.html`, stop: () => nginx.kill() }
}

/** The bytes of an answer as they come over the wire, compressed as asked. */
export const bytesOf = (url, encoding = 'br') =>
  new Promise((done, fail) => {
    get(url, { headers: { 'accept-encoding': encoding } }, async (response) => {
      const chunks = []
      for await (const chunk of response) chunks.push(chunk)
      done(Buffer.concat(chunks))
    }).on('error', fail)
  })
