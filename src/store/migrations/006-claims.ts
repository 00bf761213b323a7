import { sql, type Kysely } from 'kysely'

/** Which process has a message in hand, what is to be sent in the order it falls due, and a count of changes of names. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('outbox').addColumn('claimed_by', 'integer').execute()
  await sql`drop index outbox_open`.execute(db)
  await sql`create index outbox_due on outbox (channel, kind, due_at, id) where state in ('waiting', 'retrying')`.execute(
    db,
  )
  await sql`create index outbox_unended on outbox (channel, chat_id, kind, id)
    where state in ('waiting', 'retrying', 'sending')`.execute(db)
  await sql`create index outbox_sending on outbox (claimed_by) where state = 'sending'`.execute(db)

  await db.schema
    .createTable('name_changes')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('count', 'bigint', (c) => c.notNull())
    .execute()
}
