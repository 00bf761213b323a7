import type { Reply } from '../command/command.ts'
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
  const told = await courier.tell(db, personId, key, toOutgoing(reply, command), now)
  const { choices = [] } = reply
  if (choices.length === 0) return
  for (const { channel, accountId, choices: shown } of told)
    if (shown) await offerChoices(db, { channel, chatId: accountId, senderId: accountId }, choices, now)
}
