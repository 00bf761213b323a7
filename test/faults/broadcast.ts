import { queue, type Queued } from '../../src/store/outbox.ts'
import type { Db } from '../../src/store/schema.ts'

/** Ids of groups as Telegram gives them. */
export function groupId(number: number): string {
  return String(-1_001_000_000_000 - number)
}

/** Queues a notice to each of these groups, as an officer's confirmation does. */
export async function queueBroadcast(
  db: Db,
  notice: string,
  groups: readonly string[],
  text = 'Thông báo: họp thôn lúc 19h (mẫu).',
): Promise<void> {
  const messages = groups.map((chatId): Queued => {
    const key = `${notice}:telegram:${chatId}:0`
    return { key, channel: 'telegram', chatId, kind: 'notice', message: { command: 'notify', text } }
  })
  await db.transaction().execute((trx) => queue(trx, messages, new Date()))
}
