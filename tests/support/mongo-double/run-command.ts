import type { Binary } from 'bson'
import type { Command, Handler, ServerState } from './command'
import type { Doc } from './documents'
import { noSuchTransaction, ServerError } from './errors'
import { readCommands } from './read-commands'
import { schemaCommands } from './schema-commands'
import { writeCommands } from './write-commands'

const handlers = new Map<string, Handler>(Object.entries({ ...readCommands, ...writeCommands, ...schemaCommands }))

const sessionKey = (id: Binary): string => Buffer.from(id.buffer).toString('hex')

/** Does a command of the driver. @throws ServerError as MongoDB would answer */
export async function runCommand(state: ServerState, command: Command, hello: () => Doc): Promise<Doc> {
  const name = Object.keys(command)[0] ?? ''
  switch (name) {
    case 'hello':
    case 'ismaster':
    case 'isMaster':
      return hello()
    case 'ping':
      return { ok: 1 }
    case 'buildInfo':
    case 'buildinfo':
      return { version: '7.0.0', versionArray: [7, 0, 0, 0], modules: ['test-double'], ok: 1 }
    case 'endSessions':
      for (const { id } of command.endSessions ?? []) state.transactions.abort(sessionKey(id))
      return { ok: 1 }
  }
  return command.autocommit === false ? runInTransaction(state, name, command) : run(state, name, command)
}

async function runInTransaction(state: ServerState, name: string, command: Command): Promise<Doc> {
  if (!command.lsid) throw noSuchTransaction()
  const { transactions } = state
  const session = sessionKey(command.lsid.id)
  if (name === 'abortTransaction') {
    transactions.abort(session)
    return { ok: 1 }
  }
  if (name === 'commitTransaction') {
    transactions.commit(session)
    return { ok: 1 }
  }
  const transaction = command.startTransaction ? transactions.begin(session) : transactions.get(session)
  try {
    const answer = await run(state, name, command, transaction)
    // An error in a transaction ends it, also one that is told among the results of single writes.
    if (answer.writeErrors) transactions.abort(session)
    return answer
  } catch (error) {
    transactions.abort(session)
    throw error
  }
}

async function run(
  state: ServerState,
  name: string,
  command: Command,
  transaction?: ReturnType<ServerState['transactions']['get']>,
): Promise<Doc> {
  const handler = handlers.get(name)
  if (!handler) throw new ServerError(59, 'CommandNotFound', `no such command: '${name}'`)
  const target = Object.values(command)[0]
  return handler({ state, command, database: command.$db, target: String(target), transaction })
}
