import { randomUUID } from 'node:crypto'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { oneWriter } from '../store/one-writer.ts'
import { markRun, routineNames } from '../store/routines.ts'
import type { Db } from '../store/schema.ts'

const ROUTINE = 'files of '
const MARK = '.used-by-'

/**
 * Notes in a folder of files that this database speaks of what lies there. Two bots may have been given one folder: then neither
 * can know what the other needs, and nothing is taken away.
 */
export async function claimFiles(db: Db, folder: string, now: Date): Promise<void> {
  const id = await db.transaction().execute(async (trx) => {
    await oneWriter(trx)
    const [known] = await routineNames(trx, ROUTINE)
    const name = known ?? `${ROUTINE}${randomUUID()}`
    if (known === undefined) await markRun(trx, name, now)
    return name.slice(ROUTINE.length)
  })
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${MARK}${id}`), '', { flag: 'a' })
}

/** Whether this database has noted itself in the folder, and no other has. */
export async function hasFilesAlone(db: Db, folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => [])
  const [mark, ...others] = names.filter((name) => name.startsWith(MARK))
  const [known] = await routineNames(db, ROUTINE)
  return mark !== undefined && others.length === 0 && known?.slice(ROUTINE.length) === mark.slice(MARK.length)
}
