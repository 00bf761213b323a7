import { randomBytes } from 'node:crypto'
import type { OutgoingFile } from '../messages/outgoing.ts'
import type { Db } from './schema.ts'

/** A day: time enough to look at a file, and for a platform to fetch it again. */
export const LINK_LIFE_MS = 24 * 60 * 60 * 1000

const SECRET_BYTES = 24

/**
 * Lets a file be fetched for a day by whoever knows the name that comes back: 192 random bits and the file's ending.
 * Links that have run out are removed on the way.
 */
export async function addLink(db: Db, { path, name }: OutgoingFile, now: Date): Promise<string> {
  const secret = randomBytes(SECRET_BYTES).toString('base64url') + endingOf(name)
  const expires_at = new Date(now.getTime() + LINK_LIFE_MS).toISOString()
  await db.deleteFrom('links').where('expires_at', '<=', now.toISOString()).execute()
  await db.insertInto('links').values({ secret, path, name, expires_at }).execute()
  return secret
}

/** The file behind a name, until its time has run out. */
export async function findLink(db: Db, secret: string, now: Date): Promise<{ path: string; name: string } | undefined> {
  return db
    .selectFrom('links')
    .select(['path', 'name'])
    .where('secret', '=', secret)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst()
}

/** The ending of a file name, by which a platform may judge what it fetches. */
function endingOf(name: string): string {
  return /\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? ''
}
