import { expect, test } from 'vitest'
import { readCode } from '../../src/people/invite-code.ts'
import { newInvitation } from '../../src/replies/invitation.ts'
import { findInvitation } from '../../src/store/invitations.ts'
import { loadWording } from '../../src/wording/load-wording.ts'
import { createSqlite, openNew } from '../store/databases.ts'
import { addUnits } from '../store/units.ts'

const now = new Date('2026-11-23T01:00:00Z')
const opens = { role: 'village_head', unitId: 'thon' } as const

test('an invitation tells its code, its end, and a link where a channel has one; each opens the same', async () => {
  const { db } = await openNew(createSqlite)
  await addUnits(db)
  const turn = { db, say: loadWording('vi'), now, speaker: { accountId: 'ha', personId: 'ha', grants: [] } }
  const startLink = (word: string) => `https://t.me/mau_bot?start=${word}`
  const { id, lines } = await newInvitation({ ...turn, startLink }, opens)
  const [code = '', until = '', link = ''] = lines
  expect(until).toContain('08:00 30/11/2026')
  const typed = readCode(code)?.code ?? ''
  expect(await findInvitation(db, typed, now)).toMatchObject({ id, created_by: 'ha' })
  // Telegram hands what follows "start=" on as "/start …".
  const started = /\?start=(?<word>\S+)$/.exec(link)?.groups?.['word'] ?? ''
  expect(started).toMatch(/^[\w-]{1,64}$/)
  expect(readCode(`/start ${started}`)).toEqual({ code: typed, right: true })
})

test('without such a channel there is no link, and no two codes are alike', async () => {
  const { db } = await openNew(createSqlite)
  await addUnits(db)
  const turn = { db, say: loadWording('vi'), now, speaker: { accountId: 'ha', personId: 'ha', grants: [] } }
  const made = await Promise.all([1, 2, 3].map(() => newInvitation(turn, opens)))
  expect(made.every(({ lines }) => lines.length === 2)).toBe(true)
  expect(new Set(made.map(({ lines }) => lines[0])).size).toBe(3)
})
