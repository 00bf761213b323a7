import { sql, type Kysely } from 'kysely'
import { dialectOf } from '../dialect.ts'
import { makeAppendOnly, withId } from './columns.ts'

/** How people join by invitation, what they agreed to, what they were told, and what they ask of their data. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const dialect = dialectOf(db)
  const create = (name: string) => db.schema.createTable(name)

  await withId(dialect, create('invitations'))
    .addColumn('code_hash', 'text', (c) => c.notNull().unique())
    .addColumn('person_id', 'text', (c) => c.references('people.id'))
    .addColumn('role', 'text')
    .addColumn('unit_id', 'text', (c) => c.references('units.id'))
    .addColumn('name', 'text')
    .addColumn('created_by', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('shown_channel', 'text')
    .addColumn('shown_account', 'text')
    .addColumn('used_by', 'text')
    .addColumn('used_at', 'text')
    .addColumn('revoked_at', 'text')
    .addCheckConstraint(
      'invites_to_something',
      sql`person_id is not null or (role is not null and unit_id is not null)`,
    )
    .execute()
  await db.schema
    .createIndex('invitations_by_account')
    .on('invitations')
    .columns(['shown_channel', 'shown_account'])
    .execute()
  await create('wrong_codes')
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('account_id', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('wrong_codes_by_account')
    .on('wrong_codes')
    .columns(['channel', 'account_id', 'at'])
    .execute()

  await withId(dialect, create('consents'))
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('purpose', 'text', (c) => c.notNull())
    .addColumn('answer', 'text', (c) => c.notNull())
    .addColumn('text_version', 'text', (c) => c.notNull())
    .addColumn('text_hash', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('consents_by_person').on('consents').columns(['person_id', 'id']).execute()
  await create('first_notices')
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('account_id', 'text', (c) => c.notNull())
    .addColumn('text_version', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('first_notices_key', ['channel', 'account_id'])
    .execute()

  await withId(dialect, create('data_requests'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text')
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('account_id', 'text')
    .addColumn('note', 'text')
    .addColumn('made_at', 'text', (c) => c.notNull())
    .addColumn('acknowledge_by', 'text', (c) => c.notNull())
    .addColumn('due_on', 'text', (c) => c.notNull())
    .addColumn('done_at', 'text')
    .addColumn('done_by', 'text')
    .addColumn('outcome', 'text')
    .execute()
  await sql`create index data_requests_open on data_requests (due_on, id) where done_at is null`.execute(db)
  await create('erasures')
    .addColumn('person_id', 'text', (c) => c.primaryKey().references('people.id'))
    .addColumn('number', 'bigint', (c) => c.notNull().unique())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute()

  await makeAppendOnly(db, 'consents', dialect)
}
