import { type ClientSession, MongoClient, type MongoServerError } from 'mongodb'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type MongoDouble, startMongoDouble } from './index'

type Account = { _id: string; balance: number }

let double: MongoDouble
let client: MongoClient
let one: ClientSession
let other: ClientSession

const accounts = () => client.db('bank').collection<Account>('accounts')
const setBalance = (balance: number, session?: ClientSession) =>
  accounts().updateOne({ _id: 'a' }, { $set: { balance } }, { session })
const balance = async (session?: ClientSession) => (await accounts().findOne({ _id: 'a' }, { session }))?.balance

beforeAll(async () => {
  double = await startMongoDouble()
  client = await new MongoClient(double.url).connect()
})
beforeEach(async () => {
  await client.db('bank').dropDatabase()
  await accounts().insertOne({ _id: 'a', balance: 1 })
  one = client.startSession()
  other = client.startSession()
  one.startTransaction()
})
afterEach(async () => {
  await one.endSession()
  await other.endSession()
})
afterAll(async () => {
  await client.close()
  await double.stop()
})

describe('a transaction', () => {
  it('shows its writes to itself at once, and to others when it commits', async () => {
    await setBalance(2, one)
    await accounts().insertOne({ _id: 'b', balance: 7 }, { session: one })
    expect(await balance(one)).toBe(2)
    expect(await balance()).toBe(1)
    expect(await accounts().countDocuments()).toBe(1)
    await one.commitTransaction()
    expect(await balance()).toBe(2)
    expect(await accounts().countDocuments()).toBe(2)
  })

  it('leaves nothing behind when it is aborted', async () => {
    await setBalance(2, one)
    await accounts().insertOne({ _id: 'b', balance: 7 }, { session: one })
    await one.abortTransaction()
    expect(await accounts().find().toArray()).toEqual([{ _id: 'a', balance: 1 }])
  })

  it('goes on reading the past it began in', async () => {
    expect(await balance(one)).toBe(1)
    await setBalance(5)
    await accounts().deleteMany({ _id: 'none' })
    expect(await balance(one)).toBe(1)
    await one.commitTransaction()
    expect(await balance()).toBe(5)
  })

  it('fails with a transient WriteConflict when another one writes the same document', async () => {
    other.startTransaction()
    await setBalance(2, one)
    const error: MongoServerError = await setBalance(3, other).catch((reason) => reason)
    expect(error).toMatchObject({ code: 112, codeName: 'WriteConflict' })
    expect(error.hasErrorLabel('TransientTransactionError')).toBe(true)
    await one.commitTransaction()
    expect(await balance()).toBe(2)
  })

  it('fails with a WriteConflict when it writes what has changed since it began', async () => {
    await balance(one)
    await setBalance(5)
    await expect(setBalance(2, one)).rejects.toMatchObject({ code: 112 })
    expect(await balance()).toBe(5)
  })

  it('is over after an error', async () => {
    await accounts().insertOne({ _id: 'b', balance: 7 }, { session: one })
    await expect(accounts().insertOne({ _id: 'a', balance: 9 }, { session: one })).rejects.toMatchObject({
      code: 11000,
    })
    await expect(one.commitTransaction()).rejects.toMatchObject({ codeName: 'NoSuchTransaction' })
    expect(await accounts().countDocuments()).toBe(1)
  })

  it('conflicts with another one that has inserted the same unique value, committed or not', async () => {
    await accounts().createIndex({ balance: 1 }, { unique: true })
    other.startTransaction()
    await accounts().insertOne({ _id: 'b', balance: 7 }, { session: one })
    const clash = accounts().insertOne({ _id: 'c', balance: 7 }, { session: other })
    await expect(clash).rejects.toMatchObject({ code: 112 })
  })

  it('makes a write outside wait for its end', async () => {
    await setBalance(2, one)
    const outside = accounts().updateOne({ _id: 'a' }, { $inc: { balance: 10 } })
    // Another question to the server goes through, so the write outside has arrived and waits.
    expect(await balance()).toBe(1)
    await one.commitTransaction()
    await outside
    expect(await balance()).toBe(12)
  })

  it('is done again by the driver until it succeeds', async () => {
    await one.abortTransaction()
    const increment = () =>
      client.withSession((session) =>
        session.withTransaction(async () => {
          const before = (await balance(session)) ?? 0
          await setBalance(before + 1, session)
        }),
      )
    await Promise.all(Array.from({ length: 8 }, increment))
    expect(await balance()).toBe(9)
  })
})
