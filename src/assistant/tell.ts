import { afterQuiet } from '../calendar/quiet-hours.ts'
import type { Reply } from '../command/command.ts'
import type { Db } from '../store/schema.ts'
import { zoneOfPerson } from '../store/unit-settings.ts'
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
  sendAt = now,
): Promise<void> {
  const told = await courier.tell(db, personId, key, toOutgoing(reply, command), now, sendAt)
  const { choices = [] } = reply
  for (const { channel, accountId, choices: shown } of told)
    if (shown && choices.length > 0)
      await offerChoices(db, { channel, chatId: accountId, senderId: accountId }, choices, now)
}

/**
 * From when on a person is told what somebody else's act brings about: at once; in the quiet hours of the person's place
 * in the morning. Nobody asked for it, and it stands in the lists that can be asked for.
 */
export async function heardAt(db: Db, personId: string, now: Date): Promise<Date> {
  return afterQuiet(now, await zoneOfPerson(db, personId))
}
