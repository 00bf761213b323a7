import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** `ntm-2026-11-27T19-15-00Z`: by name is by time. */
const NAME = /^ntm-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z$/

export function nameOf(at: Date): string {
  return `ntm-${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z`
}

/** When a backup of this name was made; undefined where it is none. */
export function timeOf(name: string): Date | undefined {
  const [, day, hours, minutes, seconds] = NAME.exec(name) ?? []
  return day === undefined ? undefined : new Date(`${day}T${hours}:${minutes}:${seconds}Z`)
}

/** The names of the whole backups in a folder, the oldest first; none where there is no folder. */
export async function backupsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => NAME.test(name)).sort()
}

/** Clocks of two machines differ by less. What is dated further ahead was made while the machine's clock was wrong. */
const AHEAD_MS = 3_600_000

function isAhead(at: Date | undefined, now: Date): boolean {
  return at !== undefined && at.getTime() - now.getTime() > AHEAD_MS
}

/** The newest whole backup; one that is dated ahead says nothing of when it was made. */
export async function latestBackup(folder: string, now: Date): Promise<{ name: string; at: Date } | undefined> {
  const made = (await backupsIn(folder)).flatMap((name) => {
    const at = timeOf(name)
    return at && !isAhead(at, now) ? [{ name, at }] : []
  })
  return made.at(-1)
}

const UNFINISHED = '.part'

/** Where a backup is made until it is whole. */
export function unfinished(path: string): string {
  return `${path}${UNFINISHED}`
}

/** When the backups were begun that are not whole, or never will be. */
export async function unfinishedIn(folder: string): Promise<Date[]> {
  const names = await readdir(folder).catch(() => [])
  return names.flatMap((name) => (name.endsWith(UNFINISHED) ? (timeOf(name.slice(0, -UNFINISHED.length)) ?? []) : []))
}

/** Deletes what was left of backups that were cut off; one that was begun within a day may still be made. */
export async function removeUnfinished(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder)) {
    const begun = name.endsWith(UNFINISHED) ? timeOf(name.slice(0, -UNFINISHED.length)) : undefined
    if (begun && Math.abs(now.getTime() - begun.getTime()) > 86_400_000)
      await rm(join(folder, name), { recursive: true })
  }
}

/**
 * Deletes all but the newest; those that are dated ahead of now go before the others, so that none takes the place of what was
 * just made. What is no backup of ours is left alone.
 *
 * @returns the names of those that are gone.
 */
export async function keepNewest(folder: string, count: number, now: Date): Promise<string[]> {
  const names = await backupsIn(folder)
  const ahead = names.filter((name) => isAhead(timeOf(name), now))
  const old = [...ahead, ...names.filter((name) => !ahead.includes(name))].slice(0, -count)
  for (const name of old) await rm(join(folder, name), { recursive: true })
  return old
}
