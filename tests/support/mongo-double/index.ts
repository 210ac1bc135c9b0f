import { type AddressInfo, createServer, type Socket } from 'node:net'
import { ServerState } from './command'
import type { Doc } from './documents'
import { ServerError } from './errors'
import { runCommand } from './run-command'
import { encodeReply, MessageReader, type Request, readRequest } from './wire'

const HOST = '127.0.0.1'

export type MongoDoubleOptions = {
  /** @default a free port */
  port?: number
  /** Name of the replica set to be the one member of; drivers use transactions with a replica set alone. @default 'rs0' */
  replicaSet?: string
}

export type MongoDouble = {
  /** Address for a driver, without a database. */
  url: string
  stop: () => Promise<void>
}

/**
 * Starts a test double of MongoDB: an in-memory server on 127.0.0.1 that speaks the wire protocol to the real driver.
 * It knows what Payload and its driver use: reads, writes, unique indexes, `$lookup`, cursors and transactions with
 * write conflicts. It is no database: everything is gone when it stops, and nothing is fast with many documents.
 */
export async function startMongoDouble({
  port = 0,
  replicaSet = 'rs0',
}: MongoDoubleOptions = {}): Promise<MongoDouble> {
  const state = new ServerState()
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // A driver that is killed resets its connections.
    socket.on('error', () => socket.destroy())
    serve(socket, state, hello)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, resolve)
  })
  const address = `${HOST}:${(server.address() as AddressInfo).port}`
  function hello(): Doc {
    return {
      helloOk: true,
      isWritablePrimary: true,
      ismaster: true,
      setName: replicaSet,
      setVersion: 1,
      hosts: [address],
      primary: address,
      me: address,
      secondary: false,
      maxBsonObjectSize: 16 * 1024 * 1024,
      maxMessageSizeBytes: 48_000_000,
      maxWriteBatchSize: 100_000,
      localTime: new Date(),
      logicalSessionTimeoutMinutes: 30,
      minWireVersion: 0,
      maxWireVersion: 21,
      readOnly: false,
      ok: 1,
    }
  }
  return {
    url: `mongodb://${address}/?replicaSet=${replicaSet}`,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** Answers the requests of one connection, in their order. */
function serve(socket: Socket, state: ServerState, hello: () => Doc): void {
  const reader = new MessageReader()
  let last = Promise.resolve()
  socket.setNoDelay(true)
  socket.on('data', (bytes) => {
    for (const message of reader.push(bytes)) {
      last = last
        .then(() => handle(socket, readRequest(message), state, hello))
        .catch((error) => void socket.destroy(error))
    }
  })
}

async function handle(socket: Socket, request: Request, state: ServerState, hello: () => Doc): Promise<void> {
  const answer = await runCommand(state, request.command, hello).catch(failure)
  if (request.expectsReply && socket.writable) socket.write(encodeReply(request, answer))
}

/** An error as the driver reads it; one that is not MongoDB's own is a fault of the double, and says so. */
function failure(error: unknown): Doc {
  if (error instanceof ServerError) {
    return { ok: 0, errmsg: error.message, code: error.code, codeName: error.codeName, ...error.details }
  }
  return { ok: 0, errmsg: `Test double: ${String(error)}`, code: 8000, codeName: 'TestDoubleError' }
}
