import type { ChannelName } from '../messages/incoming.ts'
import type { Speaker } from '../people/speaker.ts'
import { once } from './once.ts'
import type { Db } from './schema.ts'

const grantsOf = once((db, { channel, accountId }: { channel: ChannelName; accountId: string }) =>
  db
    .selectFrom('accounts')
    .innerJoin('people', 'people.id', 'accounts.person_id')
    .leftJoin('roles', 'roles.person_id', 'people.id')
    .leftJoin('units', 'units.id', 'roles.unit_id')
    .select(['people.id as personId', 'people.name', 'people.title', 'roles.role'])
    .select(['units.id as unitId', 'units.name as unitName', 'units.level as unitLevel', 'units.path as unitPath'])
    .where('accounts.channel', '=', channel)
    .where('accounts.external_id', '=', accountId),
)

/** The person behind an account with all grants, in one read; a stranger where the account is not known. */
export async function findSpeaker(db: Db, channel: ChannelName, accountId: string): Promise<Speaker> {
  const rows = await grantsOf(db, { channel, accountId })
  const [person] = rows
  if (!person) return { accountId, grants: [] }
  return {
    accountId,
    personId: person.personId,
    name: person.name,
    title: person.title ?? undefined,
    grants: rows.flatMap(({ role, unitId, unitName, unitLevel, unitPath }) =>
      role && unitId && unitName && unitLevel && unitPath ? [{ role, unitId, unitName, unitLevel, unitPath }] : [],
    ),
  }
}
