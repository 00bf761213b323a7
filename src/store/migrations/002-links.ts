import type { Kysely } from 'kysely'

/** Files that can be fetched from outside for a while, each under a name that nobody can guess. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('links')
    .addColumn('secret', 'text', (c) => c.primaryKey())
    .addColumn('path', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('links_by_expiry').on('links').column('expires_at').execute()
}
