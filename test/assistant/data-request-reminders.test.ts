import { expect, test } from 'vitest'
import { createCourier } from '../../src/assistant/courier.ts'
import { dataRequestReminders } from '../../src/assistant/data-request-reminders.ts'
import type { Outgoing } from '../../src/messages/outgoing.ts'
import { keepRequest } from '../../src/store/personal-data.ts'
import { addAccount, addPerson, giveRole } from '../../src/store/roster.ts'
import type { Db } from '../../src/store/schema.ts'
import { loadWording } from '../../src/wording/load-wording.ts'
import { onEachDatabase, openNew } from '../store/databases.ts'
import { addUnits } from '../store/units.ts'

const say = loadWording('vi')
const limits = { text: 2000, buttons: true, edit: false, files: true }
const task = dataRequestReminders(createCourier(new Map([['console', limits]]), say), say)

/** A village head who asks to be erased by 13/12/2026, and a commune officer. */
async function request(db: Db): Promise<void> {
  await addUnits(db)
  for (const [id, role, unit] of [
    ['truong', 'village_head', 'thon'],
    ['ha', 'commune_officer', 'xa'],
  ] as const) {
    await addPerson(db, id, 'Lê Văn Mẫu')
    await addAccount(db, 'console', id, id)
    await giveRole(db, id, role, unit)
  }
  await keepRequest(db, {
    kind: 'erase',
    person_id: 'truong',
    channel: 'console',
    account_id: 'truong',
    note: null,
    made_at: '2026-11-23T01:00:00.000Z',
    acknowledge_by: '2026-11-25',
    due_on: '2026-12-13',
  })
}

async function told(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('outbox').select(['chat_id', 'message']).orderBy('id').execute()
  return rows.map(({ chat_id, message }) => `${chat_id}: ${(JSON.parse(message) as Outgoing).text}`)
}

onEachDatabase((createDatabase) => {
  test('a program that did not run when a reminder was due tells what is true now, once', async () => {
    const { db } = await openNew(createDatabase)
    expect(await task.nextAt(db)).toBeUndefined()
    await request(db)
    expect(await task.nextAt(db)).toEqual(new Date('2026-12-10T08:00:00+07:00'))
    for (const at of ['2026-12-20T09:00:00+07:00', '2026-12-20T09:01:00+07:00'])
      await db.transaction().execute((trx) => task.run(trx, new Date(at)))
    expect(await told(db)).toEqual([
      `ha: ${say('data-request-overdue', { id: 1, what: say('data-request-erase'), due: '13/12/2026' })}`,
    ])
    expect(await task.nextAt(db)).toBeUndefined()
  })
})
