import { type Db, MongoClient } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type MongoDouble, startMongoDouble } from './index'

let double: MongoDouble
let client: MongoClient
let db: Db

beforeAll(async () => {
  double = await startMongoDouble()
  client = await new MongoClient(double.url).connect()
})
beforeEach(async () => {
  db = client.db('unique')
  await db.dropDatabase()
})
afterAll(async () => {
  await client.close()
  await double.stop()
})

describe('a unique index', () => {
  it('refuses a second document with E11000, and names the index and the value', async () => {
    const pages = db.collection('pages')
    await pages.createIndex({ slug: 1, locale: 1 }, { unique: true })
    await pages.insertOne({ slug: 'about', locale: 'en' })
    await pages.insertOne({ slug: 'about', locale: 'vi' })
    await expect(pages.insertOne({ slug: 'about', locale: 'en' })).rejects.toMatchObject({
      code: 11000,
      message: expect.stringContaining('E11000 duplicate key error collection: unique.pages index: slug_1_locale_1'),
      keyValue: { slug: 'about', locale: 'en' },
    })
    await expect(pages.updateOne({ locale: 'vi' }, { $set: { locale: 'en' } })).rejects.toMatchObject({ code: 11000 })
    expect(await pages.countDocuments()).toBe(2)
  })

  it('frees the value of a deleted document', async () => {
    const pages = db.collection('pages')
    await pages.createIndex({ slug: 1 }, { unique: true })
    await pages.insertOne({ slug: 'about' })
    await pages.deleteOne({ slug: 'about' })
    await pages.insertOne({ slug: 'about' })
    expect(await pages.countDocuments()).toBe(1)
  })

  it('counts a missing value as null, unless it is sparse', async () => {
    const plain = db.collection('plain')
    await plain.createIndex({ key: 1 }, { unique: true })
    await plain.insertOne({})
    await expect(plain.insertOne({})).rejects.toMatchObject({ code: 11000 })
    const sparse = db.collection('sparse')
    await sparse.createIndex({ key: 1 }, { unique: true, sparse: true })
    await sparse.insertMany([{}, {}, { key: null }])
    await expect(sparse.insertOne({ key: null })).rejects.toMatchObject({ code: 11000 })
  })

  it('looks only at documents that meet its filter', async () => {
    const pages = db.collection('pages')
    await pages.createIndex({ slug: 1 }, { unique: true, partialFilterExpression: { live: true } })
    await pages.insertMany([
      { slug: 'a', live: true },
      { slug: 'a', live: false },
    ])
    await expect(pages.updateMany({}, { $set: { live: true } })).rejects.toMatchObject({ code: 11000 })
  })

  it('cannot be made over documents that break it', async () => {
    const pages = db.collection('pages')
    await pages.insertMany([{ slug: 'a' }, { slug: 'a' }])
    await expect(pages.createIndex({ slug: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 })
    expect(await pages.indexes()).toHaveLength(1)
  })

  it('goes on with the other documents when the insert is unordered', async () => {
    const pages = db.collection<{ _id: string }>('pages')
    const docs = [{ _id: 'a' }, { _id: 'a' }, { _id: 'b' }]
    await expect(pages.insertMany(docs)).rejects.toMatchObject({ code: 11000 })
    expect(await pages.countDocuments()).toBe(1)
    await pages.deleteMany({})
    await expect(pages.insertMany(docs, { ordered: false })).rejects.toMatchObject({ code: 11000 })
    expect(await pages.countDocuments()).toBe(2)
  })

  it('lets exactly one of many inserts win', async () => {
    const leases = db.collection('leases')
    await leases.createIndex({ name: 1 }, { unique: true })
    const inserts = Array.from({ length: 20 }, (_, holder) => leases.insertOne({ name: 'jobs', holder }))
    const results = await Promise.allSettled(inserts)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('makes one document of many upserts', async () => {
    const counters = db.collection('counters')
    await counters.createIndex({ name: 1 }, { unique: true })
    const upsert = () => counters.updateOne({ name: 'visits' }, { $inc: { value: 1 } }, { upsert: true })
    await Promise.all(Array.from({ length: 20 }, upsert))
    expect(await counters.find().toArray()).toMatchObject([{ name: 'visits', value: 20 }])
  })
})
