import { furnish } from '../../conversations/furnish.ts'
import { createSqlite } from '../../store/databases.ts'

/** The head of a village of xã Mẫu Sơn, and the officer who decides on what he reports, on Zalo. */
export const HEAD = 'z-doai'
export const OFFICER = 'z-canbo'

/** A database of xã Mẫu Sơn in which the two have their accounts on Zalo, and nobody else. */
export async function furnishMauSon(): Promise<string> {
  const { url, open } = createSqlite()
  await furnish('mau-son', url)
  const { db, close } = await open()
  await db.deleteFrom('accounts').where('channel', '=', 'zalo').execute()
  await db
    .insertInto('accounts')
    .values([
      { channel: 'zalo', external_id: HEAD, person_id: 'tdoai' },
      { channel: 'zalo', external_id: OFFICER, person_id: 'canbo' },
    ])
    .execute()
  await close()
  return url
}
