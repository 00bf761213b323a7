import type { Selectable } from 'kysely'
import { once } from './once.ts'
import type { ChannelName } from '../messages/incoming.ts'
import type { Db, DialogTable } from './schema.ts'
import type { TopicKey } from './topics.ts'

export type DialogRow = Selectable<DialogTable>

/** The dialog of one person in one chat, open or expired. */
export async function readDialog(db: Db, { channel, chatId, senderId }: TopicKey): Promise<DialogRow | undefined> {
  const [row] = await whose(db, { channel, chatId, senderId })
  return row
}

/** Whether somebody has a dialog open in the private chat. */
export async function hasOpenDialog(db: Db, channel: ChannelName, accountId: string): Promise<boolean> {
  const row = await readDialog(db, { channel, chatId: accountId, senderId: accountId })
  return row?.state === 'open'
}

const whose = once((db, { channel, chatId, senderId }: TopicKey) =>
  db
    .selectFrom('dialogs')
    .selectAll()
    .where('channel', '=', channel)
    .where('chat_id', '=', chatId)
    .where('sender_id', '=', senderId),
)

/** Puts a dialog in the place of the one there was. */
export async function writeDialog(db: Db, row: DialogRow): Promise<void> {
  const { form, version, step, data, state, updated_at, expires_at, warned_at } = row
  await db
    .insertInto('dialogs')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['channel', 'chat_id', 'sender_id'])
        .doUpdateSet({ form, version, step, data, state, updated_at, expires_at, warned_at }),
    )
    .execute()
}

export async function deleteDialog(db: Db, { channel, chatId, senderId }: TopicKey): Promise<void> {
  await db
    .deleteFrom('dialogs')
    .where('channel', '=', channel)
    .where('chat_id', '=', chatId)
    .where('sender_id', '=', senderId)
    .execute()
}

/** Open dialogs that end before an instant, the first to end first. */
export async function dialogsEndingBefore(db: Db, instant: Date, warned: boolean): Promise<DialogRow[]> {
  return db
    .selectFrom('dialogs')
    .selectAll()
    .where('state', '=', 'open')
    .where('expires_at', '<=', instant.toISOString())
    .where('warned_at', warned ? 'is not' : 'is', null)
    .orderBy('expires_at')
    .execute()
}

/** When the first open dialog ends, of those whose owners were told of it or were not. */
export async function nextEnding(db: Db, warned: boolean): Promise<string | undefined> {
  const row = await db
    .selectFrom('dialogs')
    .select('expires_at')
    .where('state', '=', 'open')
    .where('warned_at', warned ? 'is not' : 'is', null)
    .orderBy('expires_at')
    .limit(1)
    .executeTakeFirst()
  return row?.expires_at
}
