import { expect, test } from 'vitest'
import { decideForUnit, reportingOf, zoneOf } from '../../src/store/unit-settings.ts'
import { onEachDatabase, openNew } from './databases.ts'
import { addUnits } from './units.ts'

const VILLAGE = '/tinh/xa/thon/'

onEachDatabase((createDatabase) => {
  test('what nobody decided is as in all of Vietnam, and monthly', async () => {
    const { db } = await openNew(createDatabase)
    await addUnits(db)
    expect(await zoneOf(db, VILLAGE)).toBe('Asia/Ho_Chi_Minh')
    expect(await reportingOf(db, VILLAGE)).toBe('month')
  })

  test('what the nearest unit above decided holds, each setting by itself', async () => {
    const { db } = await openNew(createDatabase)
    await addUnits(db)
    await decideForUnit(db, 'tinh', { reporting: 'year', time_zone: 'Asia/Bangkok' })
    await decideForUnit(db, 'xa', { reporting: 'quarter' })
    expect(await reportingOf(db, '/tinh/')).toBe('year')
    expect(await reportingOf(db, VILLAGE)).toBe('quarter')
    expect(await zoneOf(db, VILLAGE)).toBe('Asia/Bangkok')
  })

  test('deciding again changes only what is decided; null gives it back to the unit above', async () => {
    const { db } = await openNew(createDatabase)
    await addUnits(db)
    await decideForUnit(db, 'xa', { reporting: 'week', time_zone: 'Asia/Bangkok' })
    await decideForUnit(db, 'xa', { reporting: null })
    expect(await reportingOf(db, VILLAGE)).toBe('month')
    expect(await zoneOf(db, VILLAGE)).toBe('Asia/Bangkok')
  })
})
