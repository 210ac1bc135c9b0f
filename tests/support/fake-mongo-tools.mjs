// Stands for mongodump and mongorestore, which are not installed where the tests run: the same arguments, and an archive
// of its own form. Called as `node fake-mongo-tools.mjs <program> <arguments…>`.
import { readFileSync, writeFileSync } from 'node:fs'
import { BSON, MongoClient } from 'mongodb'

const [program, ...args] = process.argv.slice(2)
const options = Object.fromEntries(args.map((arg) => arg.replace(/^--/, '').split(/=(.*)/s, 2)))
const uri = JSON.parse(readFileSync(options.config, 'utf8').replace('uri: ', ''))
const client = await new MongoClient(uri).connect()

async function dump() {
  const db = client.db()
  const archive = {}
  for (const { name } of await db.listCollections().toArray())
    archive[name] = await db.collection(name).find().toArray()
  writeFileSync(options.archive, BSON.EJSON.stringify({ [db.databaseName]: archive }))
}

async function restore() {
  const [[from, archive]] = Object.entries(BSON.EJSON.parse(readFileSync(options.archive, 'utf8')))
  const to = options.nsTo?.replace(/\.\*$/, '') ?? from
  for (const [name, documents] of Object.entries(archive)) {
    const collection = client.db(to).collection(name)
    if ('drop' in options) await collection.deleteMany({})
    if (documents.length > 0) await collection.insertMany(documents)
  }
}

try {
  await (program === 'mongodump' ? dump() : restore())
} catch (error) {
  // As the tools do, without a trace.
  process.stderr.write(`Failed: ${error.message}\n`)
  process.exitCode = 1
} finally {
  await client.close()
}
