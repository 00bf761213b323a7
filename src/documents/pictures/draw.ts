import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, stat, unlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Picture } from '../../command/picture.ts'
import type { Log } from '../../messages/log.ts'
import type { OutgoingFile } from '../../messages/outgoing.ts'
import { PIXEL_RATIO, render } from './render.ts'

const DAY_MS = 86_400_000
/** A message may wait for its turn until Zalo's quota begins anew, at most a month, and its link lives a day. */
const KEPT_MS = 32 * DAY_MS
/** A picture takes some 30 ms; one that takes so long will not come. */
const PATIENCE_MS = 5_000

/** Draws a picture and keeps it; undefined where it could not be drawn, so that what goes with it is sent without it. */
export type Draw = (picture: Picture, now: Date) => Promise<OutgoingFile | undefined>

/**
 * Draws pictures into a folder, each under the hash of what it shows: the same figures are drawn once. What nobody has
 * asked for in a month is removed on the way.
 *
 * @param paint draws; another one where a test wants it to fail.
 */
export function createDraw({
  folder,
  log,
  paint = (picture) => render(picture),
  patienceMs = PATIENCE_MS,
}: {
  folder: string
  log: Log
  paint?: (picture: Picture) => Promise<Uint8Array>
  patienceMs?: number
}): Draw {
  let sweptAt = -Infinity

  async function keep(picture: Picture, now: Date): Promise<string> {
    const path = join(folder, `${hashOf(picture)}.png`)
    if (!(await touched(path, now))) {
      const bytes = await inTime(paint(picture), patienceMs)
      await mkdir(folder, { recursive: true })
      // Under another name first, so that a file with the right name is always whole.
      const unfinished = `${path}.${randomUUID()}.part`
      await writeFile(unfinished, bytes)
      await utimes(unfinished, now, now)
      await rename(unfinished, path)
    }
    if (now.getTime() - sweptAt >= DAY_MS) {
      sweptAt = now.getTime()
      // Nobody waits for it.
      void sweepPictures(folder, now).catch((error: unknown) =>
        log.warn({ err: error }, 'old pictures were not removed'),
      )
    }
    return path
  }

  return async (picture, now) => {
    try {
      return { kind: 'photo', path: await keep(picture, now), name: `${fileName(picture.name)}.png` }
    } catch (error) {
      log.error({ err: error }, 'a picture could not be drawn; what goes with it is sent without it')
      return undefined
    }
  }
}

function hashOf({ width, root }: Picture): string {
  return createHash('sha256')
    .update(JSON.stringify({ width, root, ratio: PIXEL_RATIO }))
    .digest('hex')
}

/** Whether the file is there; if so, it was asked for now. */
async function touched(path: string, now: Date): Promise<boolean> {
  try {
    await utimes(path, now, now)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

async function inTime<T>(work: Promise<T>, patienceMs: number): Promise<T> {
  const ending = new AbortController()
  const late = wait(patienceMs, undefined, { signal: ending.signal }).then(() => {
    throw new Error(`not drawn within ${patienceMs} ms`)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    ending.abort()
    late.catch(() => undefined)
  }
}

/** Removes what was last asked for more than a month ago. */
export async function sweepPictures(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const { mtimeMs } = await stat(path)
    if (now.getTime() - mtimeMs > KEPT_MS) await unlink(path)
  }
}

/** Without what a file's name cannot hold. */
function fileName(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .slice(0, 120)
    .trim()
}
