import type { Db } from '../../src/store/schema.ts'

/** A made-up province, commune and village: `tinh`, `xa`, `thon`. */
export async function addUnits(db: Db): Promise<void> {
  const unit = {
    parent_id: null,
    region: null,
    commune_group: null,
    households: null,
    aliases: '[]',
    ended_on: null,
    successor_id: null,
  }
  await db
    .insertInto('units')
    .values([
      { ...unit, id: 'tinh', level: 'tinh', name: 'Mẫu', path: '/tinh/' },
      { ...unit, id: 'xa', level: 'xa', name: 'Đông Mẫu', path: '/tinh/xa/', parent_id: 'tinh' },
      { ...unit, id: 'thon', level: 'thon', name: 'Ví Dụ', path: '/tinh/xa/thon/', parent_id: 'xa' },
    ])
    .execute()
}
