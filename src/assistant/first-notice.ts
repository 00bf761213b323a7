import type { ChannelName } from '../messages/incoming.ts'
import type { Outgoing } from '../messages/outgoing.ts'
import { PERSONAL_DATA_TEXTS } from '../replies/personal-data.ts'
import { noteTold, wasTold } from '../store/personal-data.ts'
import type { Db } from '../store/schema.ts'
import type { Say } from '../wording/say.ts'

/** Ends the first answer that an account ever gets with a line on what is kept of it; any other stays as it is. */
export type FirstNotice = (
  db: Db,
  account: { channel: ChannelName; accountId: string },
  said: Outgoing[],
  now: Date,
) => Promise<Outgoing[]>

export function createFirstNotice(say: Say): FirstNotice {
  const notice = say('first-notice')
  return async (db, account, said, now) => {
    const last = said.at(-1)
    if (!last || (await wasTold(db, account))) return said
    await noteTold(db, account, PERSONAL_DATA_TEXTS, now)
    return [...said.slice(0, -1), { ...last, text: `${last.text}\n\n${notice}` }]
  }
}
