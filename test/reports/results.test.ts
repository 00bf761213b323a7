import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Reply, Turn } from '../../src/command/command.ts'
import type { RoleName } from '../../src/store/schema.ts'
import { readRollup } from '../../src/replies/rollup.ts'
import { fixForm, fixValues } from '../../src/reports/fix-rollup.ts'
import { setStatusForm } from '../../src/reports/set-status-form.ts'
import { subjectFor, type SetValues } from '../../src/reports/set-status-values.ts'
import { indicatorOf } from '../../src/reports/values.ts'
import { addReport, moveReport } from '../../src/store/reports.ts'
import type { Db } from '../../src/store/schema.ts'
import type { Store } from '../../src/store/store.ts'
import { findUnits } from '../../src/store/units.ts'
import { loadWording } from '../../src/wording/load-wording.ts'
import { loadCatalogs } from '../../src/world/load-catalogs.ts'
import { onEachDatabase, openNew } from '../store/databases.ts'

const SET = 'ntm-nang-cao-2021-2025'
const NOW = new Date('2026-11-23T01:00:00Z')
const catalogs = loadCatalogs()
const say = loadWording('vi')

/** A commune of one village, and two officers. */
async function furnish(db: Db): Promise<void> {
  await sql`insert into units (id, level, name, path, households, aliases) values
    ('x', 'xa', 'Mẫu', '/x/', 100, '[]'), ('a', 'thon', 'Đoài', '/x/a/', 100, '[]')`.execute(db)
  await sql`insert into people (id, name) values ('mot', 'Phạm Thị Cán Mẫu'), ('hai', 'Đỗ Văn Bộ Mẫu')`.execute(db)
}

/** What a form gets of a turn when it is submitted. */
function turnOf(db: Db, personId: string, role: RoleName = 'commune_officer'): Turn<never> {
  const grant = { role, unitId: 'x', unitName: 'Mẫu', unitLevel: 'xa' as const, unitPath: '/x/' }
  const speaker = { accountId: personId, personId, name: personId, grants: [grant] }
  return { db, say, catalogs, speaker, now: NOW, today: '2026-11-23', channel: 'console' } as unknown as Turn<never>
}

async function valuesNow(db: Db, code: string, more: Partial<SetValues>): Promise<SetValues> {
  const [unit] = await findUnits(db, ['x'])
  const indicator = await subjectFor({ db, catalogs }, unit, SET, code, 2026)
  if (!indicator) throw new Error(`no indicator ${code}`)
  return { unit: 'x', indicator, figure: null, source: 'Biên bản mẫu', asOf: '2026-11-20', ...more }
}

const submitted = async (reply: Reply | Reply[] | Promise<Reply | Reply[]>) =>
  [await reply]
    .flat()
    .map(({ text }) => text)
    .join('\n')

async function statusesIn(db: Db) {
  return db
    .selectFrom('statuses')
    .select(['indicator', 'state', 'value', 'as_of', 'source', 'recorded_by'])
    .where('unit_id', '=', 'x')
    .orderBy('id')
    .execute()
}

async function auditIn(db: Db) {
  const rows = await db.selectFrom('audit').selectAll().orderBy('id').execute()
  return rows.map(({ action, person_id, subject, before, after }) => ({ action, person_id, subject, before, after }))
}

async function approved(db: Db, value: number): Promise<number> {
  const none = { part: null, whole: null, verdict: null, note: null, corrects: null }
  const about = { unit_id: 'a', set_id: SET, indicator: '14.1', as_of: '2026-11-01', value }
  const sent = { submitted_by: 'mot', submitted_at: NOW.toISOString(), channel: 'console' as const }
  const id = await addReport(db, { ...none, ...about, ...sent }, [])
  await moveReport(db, id, 'waiting', 'approved', { by: 'hai', at: NOW })
  return id
}

async function rollupNow(db: Db) {
  const [unit] = await findUnits(db, ['x'])
  if (!unit) throw new Error('no unit')
  const { set, indicator } = indicatorOf({ catalogs }, { set: SET, code: '14.1' })
  return readRollup({ db }, unit, set, indicator)
}

async function together(store: Store, submits: ((db: Db) => Promise<string>)[]): Promise<string[]> {
  return Promise.all(submits.map((submit) => store.db.transaction().execute((db) => submit(db))))
}

onEachDatabase((createDatabase) => {
  describe('an officer sets an indicator', () => {
    test('status, audit and counts are of one piece', async () => {
      const { db } = await openNew(createDatabase)
      await furnish(db)
      await submitted(setStatusForm.submit(turnOf(db, 'mot'), await valuesNow(db, '8.5', { verdict: 'met' })))
      expect(await statusesIn(db)).toEqual([
        {
          indicator: '8.5',
          state: 'met',
          value: null,
          as_of: '2026-11-20',
          source: 'Biên bản mẫu',
          recorded_by: 'mot',
        },
      ])
      expect(await auditIn(db)).toEqual([
        {
          action: 'status.set',
          person_id: 'mot',
          subject: `${SET}/8.5`,
          before: null,
          after: JSON.stringify({ state: 'met', value: null, as_of: '2026-11-20' }),
        },
      ])
      const standings = await db.selectFrom('standings').select(['set_id', 'indicators_met']).execute()
      expect(standings).toEqual([{ set_id: SET, indicators_met: 1 }])
    })

    test('of two at once one is recorded, and the other is told', async () => {
      const store = await openNew(createDatabase)
      await furnish(store.db)
      const values = await valuesNow(store.db, '8.5', { verdict: 'met' })
      const said = await together(store, [
        (db) => submitted(setStatusForm.submit(turnOf(db, 'mot'), values)),
        (db) => submitted(setStatusForm.submit(turnOf(db, 'hai'), { ...values, verdict: 'unmet' })),
      ])
      expect(said.filter((text) => text.includes('Đã cập nhật'))).toHaveLength(1)
      expect(said.filter((text) => text.includes('đã được người khác cập nhật'))).toHaveLength(1)
      expect(await statusesIn(store.db)).toHaveLength(1)
      expect(await auditIn(store.db)).toHaveLength(1)
    })

    test.each<RoleName>(['village_head', 'viewer'])(
      '%s has lost the right since the question: nothing',
      async (role) => {
        const { db } = await openNew(createDatabase)
        await furnish(db)
        const values = await valuesNow(db, '8.5', { verdict: 'met' })
        expect(await submitted(setStatusForm.submit(turnOf(db, 'mot', role), values))).toContain('chưa có quyền')
        expect(await statusesIn(db)).toEqual([])
        expect(await auditIn(db)).toMatchObject([{ action: 'refuse', subject: 'right/set-status' }])
      },
    )

    test.each<[value: number, said: 'met' | 'unmet', state: string]>([
      [95, 'unmet', 'met'],
      [94.99, 'met', 'unmet'],
    ])('a confirmed threshold decides on %s, whatever is said', async (value, verdict, state) => {
      const { db } = await openNew(createDatabase)
      await furnish(db)
      const values = await valuesNow(db, '14.1', { figure: { kind: 'percent', value }, verdict })
      await submitted(setStatusForm.submit(turnOf(db, 'mot'), values))
      expect((await statusesIn(db)).map((row) => [row.state, row.value])).toEqual([[state, value]])
    })

    test('an unconfirmed one does not', async () => {
      const { db } = await openNew(createDatabase)
      await furnish(db)
      const values = await valuesNow(db, '17.5', { figure: { kind: 'percent', value: 1 }, verdict: 'met' })
      await submitted(setStatusForm.submit(turnOf(db, 'mot'), values))
      expect((await statusesIn(db)).map((row) => [row.state, row.value])).toEqual([['met', 1]])
    })
  })

  describe('an officer fixes a roll-up', () => {
    test('of the day of the newest report, with the reports it was added up from', async () => {
      const { db } = await openNew(createDatabase)
      await furnish(db)
      const id = await approved(db, 96)
      await submitted(fixForm.submit(turnOf(db, 'mot'), fixValues(await rollupNow(db))))
      expect(await statusesIn(db)).toMatchObject([{ state: 'met', value: 96, as_of: '2026-11-01', recorded_by: 'mot' }])
      expect(await auditIn(db)).toMatchObject([
        {
          action: 'rollup.fix',
          after: JSON.stringify({ state: 'met', value: 96, as_of: '2026-11-01', reports: [id] }),
        },
      ])
    })

    test('where the commune goes by a later day already, of that day, so that it holds', async () => {
      const { db } = await openNew(createDatabase)
      await furnish(db)
      const set = await valuesNow(db, '14.1', { figure: { kind: 'percent', value: 80 } })
      await submitted(setStatusForm.submit(turnOf(db, 'hai'), set))
      await approved(db, 96)
      await submitted(fixForm.submit(turnOf(db, 'mot'), fixValues(await rollupNow(db))))
      const current = await db.selectFrom('current_statuses').select(['state', 'value', 'as_of']).execute()
      expect(current).toEqual([{ state: 'met', value: 96, as_of: '2026-11-20' }])
    })

    test('a report that was approved in between: nothing is fixed, and the new figure is shown', async () => {
      const { db } = await openNew(createDatabase)
      await furnish(db)
      await approved(db, 96)
      const seen = fixValues(await rollupNow(db))
      await approved(db, 90)
      const said = await submitted(fixForm.submit(turnOf(db, 'mot'), seen))
      expect(said).toContain('vừa thay đổi')
      expect(said).toContain('90%')
      expect(await statusesIn(db)).toEqual([])
    })

    test('of two at once, one line in the history and one in the audit', async () => {
      const store = await openNew(createDatabase)
      await furnish(store.db)
      await approved(store.db, 96)
      const seen = fixValues(await rollupNow(store.db))
      const said = await together(store, [
        (db) => submitted(fixForm.submit(turnOf(db, 'mot'), seen)),
        (db) => submitted(fixForm.submit(turnOf(db, 'hai'), seen)),
      ])
      expect(said.filter((text) => text.includes('Đã chốt'))).toHaveLength(1)
      expect(said.filter((text) => text.includes('đã được chốt như vậy rồi'))).toHaveLength(1)
      expect(await statusesIn(store.db)).toHaveLength(1)
      expect(await auditIn(store.db)).toHaveLength(1)
    })

    test('a district officer has no right to it', async () => {
      const { db } = await openNew(createDatabase)
      await furnish(db)
      await approved(db, 96)
      const turn = turnOf(db, 'mot', 'district_officer')
      expect(await submitted(fixForm.submit(turn, fixValues(await rollupNow(db))))).toContain('chưa có quyền')
      expect(await statusesIn(db)).toEqual([])
    })
  })
})
