import type { ChannelName } from '../messages/incoming.ts'
import type { Db } from './schema.ts'

/** The accounts of a person on all channels. */
export async function accountsOf(db: Db, personId: string): Promise<{ channel: ChannelName; external_id: string }[]> {
  return db
    .selectFrom('accounts')
    .select(['channel', 'external_id'])
    .where('person_id', '=', personId)
    .orderBy('channel')
    .orderBy('external_id')
    .execute()
}
