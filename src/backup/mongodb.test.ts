import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { configFile, databaseName, dumpCall, restoreCall, runTool, serverAddress } from './mongodb'

const URL = 'mongodb://site:pa%3A"ss@db.example.com:27017/site?replicaSet=rs0'

describe('the calls of MongoDB’s tools', () => {
  it('show no address, which holds a password', () => {
    const calls = [dumpCall('/tmp/c', '/b/site.archive'), restoreCall('/tmp/c', '/b/site.archive', 'site', 'copy')]
    expect(JSON.stringify(calls)).not.toContain('mongodb://')
    expect(calls.map(({ args }) => args[0])).toEqual(['--config=/tmp/c', '--config=/tmp/c'])
    expect(parse(configFile(URL))).toEqual({ uri: URL })
  })

  it('rename the database where it has another name', () => {
    expect(restoreCall('c', 'a', 'site', 'site').args).not.toContain('--nsTo=site.*')
    expect(restoreCall('c', 'a', 'site', 'copy').args).toEqual(
      expect.arrayContaining(['--nsFrom=site.*', '--nsTo=copy.*']),
    )
    expect(restoreCall('c', 'a', 'site', 'copy').args).toContain('--nsInclude=site.*')
  })

  it('stop at the first error, so that half a restore is not taken for one', () => {
    expect(restoreCall('c', 'a', 'site', 'site').args).toContain('--stopOnError')
  })
})

describe('an address', () => {
  it.each([
    ['mongodb://localhost:27017/site', 'mongodb://localhost:27017/'],
    ['mongodb://a,b:1/site?replicaSet=rs0', 'mongodb://a,b:1/?replicaSet=rs0'],
    ['mongodb+srv://u:p@x.example.com/site', 'mongodb+srv://u:p@x.example.com/?authSource=site'],
    ['mongodb://u:p@h/site?w=1', 'mongodb://u:p@h/?w=1&authSource=site'],
    ['mongodb://u:p@h/site?authSource=admin', 'mongodb://u:p@h/?authSource=admin'],
  ])('%s leads to the server %s', (url, server) => expect(serverAddress(url)).toBe(server))

  it('names the database', () => {
    expect(databaseName(URL)).toBe('site')
    expect(() => databaseName('mongodb://localhost:27017/')).toThrow(/^DATABASE_URL: /)
    expect(() => databaseName('mongodb://localhost:27017?replicaSet=rs0')).toThrow(/^DATABASE_URL: /)
  })
})

it('a tool that is not there is named, with where it comes from', async () => {
  const missing = { program: 'mongodump-of-nobody' as 'mongodump', args: [] }
  await expect(runTool(URL, () => missing)).rejects.toThrow(/mongodump-of-nobody is not installed: .*Database Tools/)
})
