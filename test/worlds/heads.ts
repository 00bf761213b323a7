import { openStore } from '../../src/store/store.ts'

/**
 * Adds village heads to the world `mau-son`, six villages to a commune, as communes are.
 *
 * @param accountOf the number of each one's account on Telegram
 */
export async function addHeads(databaseUrl: string, count: number, accountOf: (head: number) => number): Promise<void> {
  const { db, close } = await openStore(databaseUrl)
  const rest = { region: null, commune_group: null, aliases: '[]', ended_on: null, successor_id: null }
  await db.transaction().execute(async (trx) => {
    for (let n = 0; n < count; n += 1) {
      const commune = `xa${Math.floor(n / 6)}`
      if (n % 6 === 0) {
        const unit = { id: commune, level: 'xa', name: `Mẫu ${n}`, parent_id: 'mau', path: `/mau/${commune}/` } as const
        await trx
          .insertInto('units')
          .values({ ...unit, ...rest, households: null })
          .execute()
        const standing = { unit_id: commune, set_id: 'ntm-nang-cao-2021-2025', presumed: 0 }
        const none = { criteria_met: 0, criteria_unmet: 0, indicators_met: 0, indicators_unmet: 0 }
        await trx
          .insertInto('standings')
          .values({ ...standing, ...none, indicators_not_applicable: 0, indicators_unassessed: 75, other_sources: 0 })
          .execute()
      }
      const id = `head${n}`
      const path = `/mau/${commune}/${id}/`
      const unit = { id, level: 'thon', name: `Số ${n}`, parent_id: commune, path, households: 210 } as const
      await trx
        .insertInto('units')
        .values({ ...unit, ...rest })
        .execute()
      await trx
        .insertInto('people')
        .values({ id, name: `Mẫu Văn ${n}`, title: null })
        .execute()
      await trx.insertInto('roles').values({ person_id: id, role: 'village_head', unit_id: id }).execute()
      await trx
        .insertInto('accounts')
        .values({ channel: 'telegram', external_id: String(accountOf(n)), person_id: id })
        .execute()
    }
  })
  await close()
}
