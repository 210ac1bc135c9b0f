import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { sqliteFile } from '@/platform/database'
import { copyBelow, filesBelow } from './files'
import { mediaDirectory, PARTS, putBack, type Restore, setAside } from './place'
import { isOpenElsewhere, removeDatabase, snapshot } from './sqlite'

/**
 * Restores SQLite and the uploads: made ready in a directory of its own, where nobody sees it, and moved into place when
 * nothing can go wrong any more.
 * @returns where what was there lies now, if there was something
 */
export async function restoreSqlite({
  place,
  directory,
  replace,
  start,
  finish,
}: Restore): Promise<string | undefined> {
  const [database, media] = [resolve(sqliteFile(place)), mediaDirectory(place)]
  const isEmpty = !existsSync(database) && filesBelow(media).length === 0
  if (!isEmpty && !replace) {
    throw new Error(`${dirname(database)} holds a site already. With --replace it is put aside.`)
  }
  if (existsSync(database) && (await isOpenElsewhere(database))) {
    throw new Error(`Another process has ${database} open: stop the site and its workers first.`)
  }
  const staging = mkdtempSync(join(place.DATA_DIR, '.restore-'))
  const ready = `${database}.restored`
  try {
    await copyFile(join(directory, PARTS.sqlite), join(staging, PARTS.sqlite))
    await copyBelow(join(directory, PARTS.media), join(staging, PARTS.media))
    Object.assign(process.env, { DATA_DIR: staging, DATABASE_URL: '' })
    await finish(await start())
    // Payload holds its connection until the process ends, so its file cannot be moved; a copy can.
    removeDatabase(ready)
    await snapshot(join(staging, PARTS.sqlite), ready)
    const kept = isEmpty ? undefined : setAside(place, [database, media])
    try {
      rmSync(media, { recursive: true, force: true })
      if (existsSync(join(staging, PARTS.media))) renameSync(join(staging, PARTS.media), media)
      renameSync(ready, database)
    } catch (error) {
      if (kept) putBack(kept, [database, media])
      throw error
    }
    return kept
  } finally {
    removeDatabase(ready)
    rmSync(staging, { recursive: true, force: true })
  }
}
