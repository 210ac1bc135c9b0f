import { join } from 'node:path'
import { journalStoredErasures } from '@/leads/privacy/erasures'
import { copyBelow, filesBelow } from './files'
import { databaseName, dumpCall, restoreCall, runTool, serverAddress } from './mongodb'
import { documentCounts, mediaDirectory, PARTS, type Restore, setAside } from './place'

/**
 * Restores MongoDB and the uploads. A database cannot be moved into place there: so what it held is dumped first, and
 * then replaced.
 * @returns where what was there lies now, if there was something
 */
export async function restoreMongo(restore: Restore): Promise<string | undefined> {
  const { place, directory, manifest, replace, start, finish } = restore
  const { DATABASE_URL = '' } = place
  const [name, media] = [databaseName(DATABASE_URL), mediaDirectory(place)]
  const payload = await start()
  const held = Object.values(await documentCounts(payload)).reduce((sum, count) => sum + count, 0)
  const isEmpty = held === 0 && filesBelow(media).length === 0
  if (!isEmpty && !replace)
    throw new Error(`The database ${name} holds a site already. With --replace it is put aside.`)
  // Who was erased from another machine stands in the journal there, and here in the database that is about to go. Noted
  // on this disk they are known to the next try, too, should this one break off half-way.
  const erased = await journalStoredErasures(payload, place.DATA_DIR)
  let kept: string | undefined
  if (!isEmpty) {
    kept = setAside(place, [media])
    const archive = join(kept, PARTS.mongodb)
    await runTool(DATABASE_URL, (config) => dumpCall(config, archive))
  }
  const archive = join(directory, PARTS.mongodb)
  const from = manifest.databaseName ?? name
  await runTool(serverAddress(DATABASE_URL), (config) => restoreCall(config, archive, from, name))
  await copyBelow(join(directory, PARTS.media), media)
  await finish(payload, erased)
  return kept
}
