import type { Command } from './command'
import { type Doc, decode, encode } from './documents'

/**
 * Framing of MongoDB's wire protocol: every message has a header of four int32 (length, request id, answered id,
 * opcode), little-endian. Drivers speak OP_MSG, and OP_QUERY for the very first `hello` of a connection.
 */
const HEADER = 16
const OP_REPLY = 1
const OP_QUERY = 2004
const OP_MSG = 2013

const CHECKSUM_PRESENT = 1
const MORE_TO_COME = 2

export type Request = {
  requestId: number
  opcode: number
  command: Command
  /** False when the driver wants no answer. */
  expectsReply: boolean
}

/** Cuts a stream of bytes into messages. */
export class MessageReader {
  #rest: Buffer = Buffer.alloc(0)

  push(bytes: Buffer): Buffer[] {
    this.#rest = Buffer.concat([this.#rest, bytes])
    const messages: Buffer[] = []
    while (this.#rest.length >= HEADER && this.#rest.length >= this.#rest.readInt32LE(0)) {
      const length = this.#rest.readInt32LE(0)
      messages.push(this.#rest.subarray(0, length))
      this.#rest = this.#rest.subarray(length)
    }
    return messages
  }
}

/** @throws Error for an opcode that no driver of today sends */
export function readRequest(message: Buffer): Request {
  const requestId = message.readInt32LE(4)
  const opcode = message.readInt32LE(12)
  if (opcode === OP_MSG) {
    const flags = message.readUInt32LE(HEADER)
    const end = message.length - (flags & CHECKSUM_PRESENT ? 4 : 0)
    const command = readSections(message.subarray(HEADER + 4, end))
    return { requestId, opcode, command, expectsReply: (flags & MORE_TO_COME) === 0 }
  }
  if (opcode === OP_QUERY) {
    // flags, name of the collection ending in NUL, number to skip, number to return, the query
    const name = HEADER + 4
    const query = message.indexOf(0, name) + 1 + 8
    const command = { ...documentAt(message, query), $db: 'admin' } as Command
    return { requestId, opcode, command, expectsReply: true }
  }
  throw new Error(`The test double does not know opcode ${opcode}`)
}

/** The answer to a request, in the form of its opcode. */
export function encodeReply({ opcode, requestId }: Pick<Request, 'opcode' | 'requestId'>, answer: Doc): Buffer {
  const body = Buffer.from(encode(answer))
  if (opcode === OP_MSG) return withHeader(OP_MSG, requestId, Buffer.concat([Buffer.alloc(5), body]))
  // flags, cursor id (8 bytes), starting from, number returned
  const prefix = Buffer.alloc(20)
  prefix.writeInt32LE(8, 0)
  prefix.writeInt32LE(1, 16)
  return withHeader(OP_REPLY, requestId, Buffer.concat([prefix, body]))
}

function withHeader(opcode: number, answered: number, body: Buffer): Buffer {
  const header = Buffer.alloc(HEADER)
  header.writeInt32LE(HEADER + body.length, 0)
  header.writeInt32LE(answered, 8)
  header.writeInt32LE(opcode, 12)
  return Buffer.concat([header, body])
}

function documentAt(bytes: Buffer, offset: number): Doc {
  return decode(bytes.subarray(offset, offset + bytes.readInt32LE(offset)))
}

/** Kind 0 is the command itself; kind 1 a sequence of documents that belong into one of its fields. */
function readSections(bytes: Buffer): Command {
  let command: Doc = {}
  const sequences: Doc = {}
  let at = 0
  while (at < bytes.length) {
    const kind = bytes[at]
    const start = at + 1
    const length = bytes.readInt32LE(start)
    if (kind === 0) {
      command = documentAt(bytes, start)
    } else {
      const nameEnd = bytes.indexOf(0, start + 4)
      const name = bytes.toString('utf8', start + 4, nameEnd)
      sequences[name] = readDocuments(bytes.subarray(nameEnd + 1, start + length))
    }
    at = start + length
  }
  return { ...command, ...sequences } as Command
}

function readDocuments(bytes: Buffer): Doc[] {
  const docs: Doc[] = []
  for (let at = 0; at < bytes.length; at += bytes.readInt32LE(at)) docs.push(documentAt(bytes, at))
  return docs
}
