import type { Reply } from '../command/command.ts'
import { accountsOf } from '../store/people.ts'
import type { Db } from '../store/schema.ts'
import { toOutgoing, type Courier } from './courier.ts'
import { offerChoices } from './topic.ts'

/**
 * Tells a person something in private, on every account. Choices can be pressed, and typed as the number or the words
 * of the list last offered there.
 */
export async function tellPerson(
  courier: Courier,
  db: Db,
  personId: string,
  key: string,
  reply: Reply,
  command: string,
  now: Date,
): Promise<void> {
  await courier.tell(db, personId, key, toOutgoing(reply, command), now)
  if (!reply.choices?.length) return
  for (const { channel, external_id } of await accountsOf(db, personId))
    await offerChoices(db, { channel, chatId: external_id, senderId: external_id }, reply.choices, now)
}
