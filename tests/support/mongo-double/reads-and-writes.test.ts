import { type Db, MongoClient } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type MongoDouble, startMongoDouble } from './index'

type Post = { _id: string; title: string; at?: number; tags?: string[]; meta?: { words: number }; author?: string }

let double: MongoDouble
let client: MongoClient
let db: Db

beforeAll(async () => {
  double = await startMongoDouble()
  client = await new MongoClient(double.url).connect()
})
beforeEach(async () => {
  db = client.db('reads')
  await db.dropDatabase()
})
afterAll(async () => {
  await client.close()
  await double.stop()
})

const posts = () => db.collection<Post>('posts')

describe('documents', () => {
  it('are read back with the types they were written with', async () => {
    const stored = { _id: 'a', at: new Date(0), none: null, list: [1, 'two'], inner: { yes: true }, half: 0.5 }
    await db.collection<{ _id: string }>('types').insertOne(stored)
    expect(await db.collection<{ _id: string }>('types').findOne({ _id: 'a' })).toEqual(stored)
  })

  it('get an id when they bring none', async () => {
    const { insertedId } = await db.collection('ids').insertOne({ title: 'No id' })
    expect(await db.collection('ids').findOne({ _id: insertedId })).toMatchObject({ title: 'No id' })
  })

  it('are changed by operators, replaced, and deleted', async () => {
    await posts().insertOne({ _id: 'a', title: 'One', at: 1, tags: ['x'], meta: { words: 3 } })
    await posts().updateOne({ _id: 'a' }, { $set: { 'meta.words': 5 }, $inc: { at: 2 }, $push: { tags: 'y' } })
    expect(await posts().findOne({ _id: 'a' })).toEqual({
      _id: 'a',
      title: 'One',
      at: 3,
      tags: ['x', 'y'],
      meta: { words: 5 },
    })
    await posts().replaceOne({ _id: 'a' }, { title: 'Two' })
    expect(await posts().findOne({ _id: 'a' })).toEqual({ _id: 'a', title: 'Two' })
    expect(await posts().deleteOne({ _id: 'b' })).toMatchObject({ deletedCount: 0 })
    expect(await posts().deleteOne({ _id: 'a' })).toMatchObject({ deletedCount: 1 })
    expect(await posts().countDocuments()).toBe(0)
  })

  it('tell how many an update matched and how many it changed', async () => {
    await posts().insertMany([
      { _id: 'a', title: 'Same' },
      { _id: 'b', title: 'Other' },
    ])
    const result = await posts().updateMany({}, { $set: { title: 'Same' } })
    expect(result).toMatchObject({ matchedCount: 2, modifiedCount: 1 })
  })

  it('are found and modified in one step, before or after the change', async () => {
    await posts().insertOne({ _id: 'a', title: 'One', at: 1 })
    const change = { $inc: { at: 1 } }
    expect(await posts().findOneAndUpdate({ _id: 'a' }, change, { returnDocument: 'before' })).toMatchObject({ at: 1 })
    expect(await posts().findOneAndUpdate({ _id: 'a' }, change, { returnDocument: 'after' })).toMatchObject({ at: 3 })
    expect(await posts().findOneAndUpdate({ _id: 'b' }, change)).toBeNull()
    expect(await posts().findOneAndDelete({ _id: 'a' })).toMatchObject({ at: 3 })
    expect(await posts().findOne({ _id: 'a' })).toBeNull()
  })

  it('are inserted by an upsert with what the filter and $setOnInsert say', async () => {
    const update = { $set: { at: 1 }, $setOnInsert: { title: 'New' } }
    await posts().updateOne({ _id: 'a', author: 'x' }, update, { upsert: true })
    expect(await posts().findOne({ _id: 'a' })).toEqual({ _id: 'a', author: 'x', at: 1, title: 'New' })
  })
})

describe('queries', () => {
  const numbered = Array.from({ length: 250 }, (_, at) => ({ _id: `p${at}`, title: `Post ${at}`, at, tags: ['all'] }))

  it('sort, skip, limit and project', async () => {
    await posts().insertMany(numbered)
    const found = posts().find(
      { at: { $gte: 10 } },
      { projection: { _id: 0, at: 1 }, sort: { at: -1 }, skip: 1, limit: 2 },
    )
    expect(await found.toArray()).toEqual([{ at: 248 }, { at: 247 }])
  })

  it('hand out their answer in batches until the last', async () => {
    await posts().insertMany(numbered)
    const cursor = posts().find({}, { batchSize: 100, sort: { at: 1 } })
    const seen: number[] = []
    for await (const { at } of cursor) seen.push(at ?? -1)
    expect(seen).toEqual(numbered.map(({ at }) => at))
  })

  it('refuse a cursor that does not exist', async () => {
    const command = db.command({ getMore: 4711n, collection: 'posts' })
    await expect(command).rejects.toMatchObject({ codeName: 'CursorNotFound' })
  })

  it('see a member of an array as its value, and a missing field as null', async () => {
    await posts().insertMany([
      { _id: 'a', title: 'One', tags: ['x', 'y'] },
      { _id: 'b', title: 'Two' },
    ])
    expect(await posts().distinct('tags')).toEqual(['x', 'y'])
    expect(await posts().findOne({ tags: 'y' })).toMatchObject({ _id: 'a' })
    expect(await posts().countDocuments({ tags: { $exists: false } })).toBe(1)
  })

  it('refuse a hint that names no index', async () => {
    await posts().insertOne({ _id: 'a', title: 'One' })
    await expect(posts().find({}, { hint: 'title_1' }).toArray()).rejects.toMatchObject({ codeName: 'BadValue' })
    expect(await posts().find({}, { hint: '_id_' }).toArray()).toHaveLength(1)
  })
})

describe('pipelines', () => {
  it('join by equal fields with $lookup, through arrays', async () => {
    await db.collection<{ _id: string; name: string }>('authors').insertMany([
      { _id: 'x', name: 'An' },
      { _id: 'y', name: 'Binh' },
    ])
    await posts().insertMany([
      { _id: 'a', title: 'One', tags: ['y', 'x'] },
      { _id: 'b', title: 'Two', tags: [] },
    ])
    const join = { from: 'authors', localField: 'tags', foreignField: '_id', as: 'writers' }
    const found = await posts()
      .aggregate([{ $sort: { _id: 1 } }, { $lookup: join }])
      .toArray()
    expect(found.map(({ writers }) => writers.map(({ name }: { name: string }) => name))).toEqual([['An', 'Binh'], []])
  })

  it('join by a pipeline that reads variables of the outer document', async () => {
    await db.collection<{ _id: string }>('authors').insertOne({ _id: 'x' })
    await posts().insertMany([
      { _id: 'a', title: 'One', author: 'x', at: 1 },
      { _id: 'b', title: 'Two', author: 'x', at: 2 },
      { _id: 'c', title: 'Three', author: 'other', at: 3 },
    ])
    const pipeline = [
      { $match: { $expr: { $eq: ['$author', '$$writer'] } } },
      { $sort: { at: -1 } },
      { $project: { title: 1 } },
    ]
    const join = { from: 'posts', let: { writer: '$_id' }, pipeline, as: 'posts.docs' }
    const [author] = await db
      .collection('authors')
      .aggregate([{ $lookup: join }])
      .toArray()
    expect(author?.posts).toEqual({
      docs: [
        { _id: 'b', title: 'Two' },
        { _id: 'a', title: 'One' },
      ],
    })
  })

  it('leave what is stored as it is', async () => {
    await posts().insertOne({ _id: 'a', title: 'One', meta: { words: 3 } })
    await posts()
      .aggregate([{ $addFields: { 'meta.words': 99 } }])
      .toArray()
    expect(await posts().findOne({ _id: 'a' })).toMatchObject({ meta: { words: 3 } })
  })
})
