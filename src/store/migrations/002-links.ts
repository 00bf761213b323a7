import { sql, type Kysely } from 'kysely'

/**
 * Files that can be fetched from outside for a while, each under a name that nobody can guess; and a quick way to count
 * what went out on Zalo, whose plan limits the messages of a month.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('links')
    .addColumn('secret', 'text', (c) => c.primaryKey())
    .addColumn('path', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('links_by_expiry').on('links').column('expires_at').execute()
  await sql`create index outbox_zalo_sent on outbox (sent_at) where channel = 'zalo'`.execute(db)
}
