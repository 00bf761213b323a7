import { expect, test } from 'vitest'
import {
  findInvitation,
  keepInvitation,
  noteWrongCode,
  openInvitation,
  pausedUntil,
  revokeInvitationsOf,
  showInvitation,
  useInvitation,
} from '../../src/store/invitations.ts'
import { addPerson } from '../../src/store/roster.ts'
import type { Db } from '../../src/store/schema.ts'
import { onEachDatabase, openNew } from './databases.ts'
import { addUnits } from './units.ts'

const CODE = 'K7CP3MXG9TRH'
const NOW = new Date('2026-11-23T01:00:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const ME = { channel: 'zalo', accountId: 'z1' } as const

async function invite(db: Db, code = CODE): Promise<number> {
  const { id } = await keepInvitation(db, code, { role: 'village_head', unitId: 'thon', name: 'Lê Văn Mẫu' }, 'ha', NOW)
  return id
}

onEachDatabase((createDatabase) => {
  test('an invitation is found by its code alone, and the code is kept nowhere', async () => {
    const { db } = await openNew(createDatabase)
    await addUnits(db)
    const id = await invite(db)
    expect(await findInvitation(db, CODE, NOW)).toMatchObject({ id, role: 'village_head', unit_id: 'thon' })
    expect(await findInvitation(db, 'K7CP3MXG9TRJ', NOW)).toBe('unknown')
    const row = await db.selectFrom('invitations').selectAll().executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(CODE)
  })

  test('it opens something for seven days, and nothing once it was used or taken back', async () => {
    const { db } = await openNew(createDatabase)
    await addUnits(db)
    await addPerson(db, 'moi', 'Lê Văn Mẫu')
    const id = await invite(db)
    expect(await findInvitation(db, CODE, later(7 * 24 * 60 - 1))).toMatchObject({ id })
    expect(await findInvitation(db, CODE, later(7 * 24 * 60))).toBe('expired')
    expect(await useInvitation(db, id, 'moi', NOW)).toBe(true)
    expect(await findInvitation(db, CODE, NOW)).toBe('used')
    await invite(db, 'CFGHCFGHCFGH')
    await revokeInvitationsOf(db, 'ha', NOW)
    expect(await findInvitation(db, 'CFGHCFGHCFGH', NOW)).toBe('expired')
  })

  test('of many who use it at once one gets it', async () => {
    const { db } = await openNew(createDatabase)
    await addUnits(db)
    const id = await invite(db)
    const uses = await Promise.all(
      Array.from({ length: 8 }, (_, n) => db.transaction().execute((one) => useInvitation(one, id, `p${n}`, NOW))),
    )
    expect(uses.filter(Boolean)).toHaveLength(1)
  })

  test('only the account that was shown it can agree to it', async () => {
    const { db } = await openNew(createDatabase)
    await addUnits(db)
    const id = await invite(db)
    expect(await openInvitation(db, id, ME, NOW)).toBeUndefined()
    await showInvitation(db, id, ME)
    expect(await openInvitation(db, id, ME, NOW)).toMatchObject({ id })
    expect(await openInvitation(db, id, { ...ME, channel: 'telegram' }, NOW)).toBeUndefined()
    expect(await openInvitation(db, id, { ...ME, accountId: 'z2' }, NOW)).toBeUndefined()
  })

  test('five wrong codes within ten minutes are a pause until the first of them is ten minutes old', async () => {
    const { db } = await openNew(createDatabase)
    for (const minute of [0, 1, 2, 3]) await noteWrongCode(db, ME, later(minute))
    expect(await pausedUntil(db, ME, later(3))).toBeUndefined()
    await noteWrongCode(db, ME, later(4))
    expect(await pausedUntil(db, ME, later(4))).toEqual(later(10))
    expect(await pausedUntil(db, { ...ME, accountId: 'z2' }, later(4))).toBeUndefined()
    expect(await pausedUntil(db, ME, later(10))).toBeUndefined()
  })
})
