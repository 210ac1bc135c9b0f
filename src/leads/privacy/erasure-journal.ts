import { existsSync, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const erasure = z.object({
  id: z.string(),
  /** Nothing that came later is concerned: whoever writes again is a new person to us. */
  erasedAt: z.iso.datetime(),
  /** Ids of the leads that were erased. */
  leads: z.array(z.string()),
  /** Marks of their addresses and numbers; see `addressMark`. */
  marks: z.array(z.string()),
})

/** What is known of an erasure, enough to do it again. */
export type Erasure = z.output<typeof erasure>

/** Where the erasures of a site are noted. */
export const journalFile = (dataDir: string) => join(dataDir, 'erasures.jsonl')

/**
 * Adds an erasure to the journal beside the database, which outlives the restore of an older backup of it. It is on the
 * disk when this resolves.
 * @throws what the file system threw: an erasure that cannot be noted must not begin
 */
export async function noteErasure(dataDir: string, { id, erasedAt, leads, marks }: Erasure): Promise<void> {
  const file = await open(journalFile(dataDir), 'a', 0o600)
  try {
    // A line of its own also behind one that a crash cut off.
    await file.appendFile(`\n${JSON.stringify({ id, erasedAt, leads, marks })}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

function parse(line: string): Erasure[] {
  try {
    return [erasure.parse(JSON.parse(line))]
  } catch {
    return []
  }
}

/** The erasures in a journal, each once; a line that a crash cut off stands for an erasure that never began. */
export function readErasures(file: string): Erasure[] {
  if (!existsSync(file)) return []
  const found = readFileSync(file, 'utf8').split('\n').filter(Boolean).flatMap(parse)
  return [...new Map(found.map((entry) => [entry.id, entry])).values()]
}
