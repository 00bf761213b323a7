import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createConsoleChannel } from '../../src/channels/console/channel.ts'
import { SetClock } from '../../src/clock.ts'
import { runDueUntil } from '../../src/assistant/due.ts'
import { readDraft } from '../../src/assistant/draft.ts'
import { countSet } from '../../src/criteria/count.ts'
import { openHouse, type RunningHouse } from '../../src/house.ts'
import type { Content } from '../../src/messages/incoming.ts'
import { latestApproved } from '../../src/store/rollup.ts'
import { newestButtons } from '../../src/store/outbox.ts'
import { loadCatalogs } from '../../src/world/load-catalogs.ts'
import { furnish } from '../conversations/furnish.ts'
import { taughtLanguage } from '../taught-language.ts'
import { silentLog } from '../silent-log.ts'

const catalogs = loadCatalogs()
const SET = 'ntm-nang-cao-2021-2025'

const who = fc.constantFrom(
  'doai',
  'dong',
  'hai',
  'trung',
  'kiem',
  'canbo',
  'canbo2',
  'canbokia',
  'xem',
  'quantri',
  'la-ai',
)
const code = fc.constantFrom('17.5', '14.1', '8.5', '10', '17.3', '99.9', 'phân loại rác')
const figure = fc.constantFrom(
  '150/210 hộ',
  '100/150',
  '250/210 hộ',
  '86,4%',
  '120%',
  '-5%',
  'đạt',
  'chưa đạt',
  '62,5 triệu',
  '150 hộ',
  '7',
  '0/0',
)
const word = fc.constantFrom(
  'xác nhận',
  'ok',
  'hủy',
  'quay lại',
  'bỏ qua',
  'sửa',
  'sửa số liệu',
  'làm lại',
  'trợ giúp',
  'nhắc lại',
  'tiếp tục',
  'không',
  'không, 160 hộ',
  'à quên, thôn Đông',
  'xem thêm',
  'chờ duyệt',
  'báo cáo của tôi',
  'duyệt hết',
  'duyệt',
  'trả lại',
  'rút lại',
  'sửa báo cáo',
  'xã mình đạt bao nhiêu tiêu chí?',
  'linh tinh',
  '1',
  '2',
  '3',
  'thiếu ảnh chụp',
  '',
)
const id = fc.integer({ min: 1, max: 8 })

type Input = { who: string; text: string } | { who: string; press: number } | { hours: number }

const says = (people: fc.Arbitrary<string>, text: fc.Arbitrary<string>) =>
  fc.record({ who: people, text }).map((each): Input[] => [each])
/** A whole report, confirmed: so that there is something to decide on. */
const reports = fc
  .record({
    who: fc.constantFrom('doai', 'dong', 'trung', 'kiem'),
    text: fc.constantFrom(
      '17.5 được 90/120 hộ',
      '14.1 được 96%',
      '8.5 đạt',
      '17.5 được 80/95 hộ',
      '10 được 62,5 triệu',
    ),
  })
  .map(({ who: from, text }): Input[] => [
    { who: from, text: 'hủy' },
    { who: from, text: `báo cáo ${text}` },
    { who: from, text: 'xác nhận' },
  ])
const officers = fc.constantFrom('canbo', 'canbo2', 'kiem', 'quantri')

/** What people do, sensible or not. */
const input: fc.Arbitrary<Input[]> = fc.oneof(
  { weight: 6, arbitrary: reports },
  {
    weight: 4,
    arbitrary: says(
      who,
      fc.tuple(code, figure).map(([c, f]) => `báo cáo ${c} được ${f}`),
    ),
  },
  { weight: 9, arbitrary: says(who, word) },
  {
    weight: 4,
    arbitrary: says(
      officers,
      id.map((n) => `duyệt ${n}`),
    ),
  },
  {
    weight: 3,
    arbitrary: says(
      officers,
      id.map((n) => `trả lại ${n}: chưa khớp`),
    ),
  },
  {
    weight: 2,
    arbitrary: says(
      who,
      id.map((n) => `rút lại ${n}`),
    ),
  },
  {
    weight: 2,
    arbitrary: says(
      officers,
      id.map((n) => `mở lại báo cáo ${n}: nhầm`),
    ),
  },
  {
    weight: 2,
    arbitrary: says(
      who,
      id.map((n) => `sửa báo cáo ${n} thành 99/120 hộ`),
    ),
  },
  { weight: 5, arbitrary: fc.record({ who, press: fc.nat(9) }).map((each): Input[] => [each]) },
  { weight: 1, arbitrary: fc.record({ hours: fc.integer({ min: 1, max: 60 }) }).map((each): Input[] => [each]) },
)

test('any sequence of inputs leaves the database consistent', { timeout: 300_000 }, async () => {
  const seen = { reports: 0, approved: 0, returned: 0, withdrawn: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(input, { minLength: 40, maxLength: 60 }), async (inputs) => {
      const folder = mkdtempSync(join(tmpdir(), 'ntm-any-'))
      const clock = new SetClock(new Date('2026-11-23T01:00:00Z'))
      await furnish('mau-son', join(folder, 'ntm.db'))
      const channel = createConsoleChannel(true, () => {})
      const house = await openHouse({
        databaseUrl: join(folder, 'ntm.db'),
        dataDir: folder,
        locale: 'vi',
        clock,
        log: silentLog,
        language: await taughtLanguage(),
        channels: [channel],
      })
      try {
        await playAll(house, clock, inputs.flat())
        await checkConsistent(house)
        for (const { state, count } of await countStates(house)) {
          seen.reports += count
          if (state !== 'waiting') seen[state] += count
        }
      } finally {
        await house.close()
        rmSync(folder, { recursive: true })
      }
    }),
    { numRuns: 8, seed: 20_261_123, endOnFailure: true },
  )
  // The sequences are of use only where they bring something about.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(3)
})

async function playAll(house: RunningHouse, clock: SetClock, inputs: readonly Input[]): Promise<void> {
  const settle = async () => {
    await house.assistant.settled()
    await house.delivery.settled()
  }
  const step = async (to: Date) => {
    clock.moveTo(to)
    await settle()
    return clock.now()
  }
  for (const [index, each] of inputs.entries()) {
    if ('hours' in each) {
      const until = new Date(clock.now().getTime() + each.hours * 3600_000)
      await runDueUntil(house.store, house.dueTasks, until, step, silentLog)
      continue
    }
    const content = await contentOf(house, each)
    const chat = { id: each.who, kind: 'private' } as const
    const at = clock.now().toISOString()
    await house.assistant.receive([
      { channel: 'console', id: `${index}`, chat, sender: chat, addressed: true, at, content },
    ])
    await settle()
    expect(await wasSilent(house, index), JSON.stringify(each)).toBe(false)
  }
}

/** Whether a message got no answer. */
async function wasSilent({ store: { db } }: RunningHouse, index: number): Promise<boolean> {
  const row = await db.selectFrom('inbox').select('id').where('external_id', '=', `${index}`).executeTakeFirstOrThrow()
  const said = await db.selectFrom('outbox').select('id').where('key', 'like', `reply:${row.id}:%`).execute()
  return said.length === 0
}

async function contentOf(
  house: RunningHouse,
  each: { who: string } & ({ text: string } | { press: number }),
): Promise<Content> {
  if ('text' in each) return { kind: 'text', text: each.text }
  const buttons = await newestButtons(house.store.db, 'console', each.who)
  return { kind: 'press', data: buttons[each.press % Math.max(1, buttons.length)]?.data ?? '!1.0' }
}

async function countStates({ store: { db } }: RunningHouse) {
  return db
    .selectFrom('report_states')
    .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute()
}

async function checkConsistent({ store: { db } }: RunningHouse): Promise<void> {
  // No turn failed, and every dialog that is kept can be read again.
  expect(await db.selectFrom('inbox').select('error').where('error', 'is not', null).execute()).toEqual([])
  for (const { data } of await db.selectFrom('dialogs').select('data').execute()) expect(readDraft(data)).toBeDefined()

  // Every report has one state; nobody decided on his own; what was returned has a reason.
  const reports = await db
    .selectFrom('reports')
    .leftJoin('report_states', 'report_id', 'reports.id')
    .selectAll()
    .execute()
  for (const report of reports) {
    expect(report.state).not.toBeNull()
    if (report.state === 'approved' || report.state === 'returned')
      expect(report.decided_by).not.toBe(report.submitted_by)
    if (report.state === 'returned') expect(report.reason?.length).toBeGreaterThan(2)
    if (report.part !== null && report.whole !== null) expect(report.part).toBeLessThanOrEqual(report.whole)
  }
  // Of one person, at most one waits on one indicator of one village.
  const waiting = reports.filter(({ state }) => state === 'waiting')
  const keys = waiting.map(({ submitted_by, unit_id, set_id, indicator }) =>
    [submitted_by, unit_id, set_id, indicator].join(),
  )
  const reopened = await db.selectFrom('audit').select('id').where('action', '=', 'report.reopen').execute()
  expect(keys.length - new Set(keys).size).toBeLessThanOrEqual(reopened.length)

  // The audit tells of every report that there is.
  const submissions = await db.selectFrom('audit').select('id').where('action', '=', 'report.submit').execute()
  expect(submissions).toHaveLength(reports.length)

  // The current states are the newest of the history, and the counts are those of the current states.
  const history = await db.selectFrom('statuses').selectAll().orderBy('as_of').orderBy('id').execute()
  const newest = new Map(history.map((row) => [`${row.unit_id} ${row.set_id} ${row.indicator}`, row.id]))
  const current = await db.selectFrom('current_statuses').selectAll().execute()
  expect(new Map(current.map((row) => [`${row.unit_id} ${row.set_id} ${row.indicator}`, row.status_id]))).toEqual(
    newest,
  )
  for (const standing of await db.selectFrom('standings').selectAll().execute()) {
    const set = catalogs.get(standing.set_id)
    if (!set) throw new Error(`no set ${standing.set_id}`)
    const states = current.filter(({ unit_id, set_id }) => unit_id === standing.unit_id && set_id === standing.set_id)
    const counted = countSet(set, new Map(states.map(({ indicator, state }) => [indicator, state])), false)
    expect(standing.indicators_met).toBe(counted.indicators.met)
    expect(standing.criteria_met).toBe(counted.criteria.met)
  }

  // What the villages add up to is the sum over the newest approved report of each.
  const villages = await latestApproved(db, '/mau/mau-son/', SET, '17.5')
  const approved = reports.filter(
    (r) =>
      r.state === 'approved' && r.indicator === '17.5' && r.set_id === SET && r.part !== null && r.unit_id !== 'dinh',
  )
  const last = new Map(
    approved
      .sort((a, b) => (a.as_of === b.as_of ? a.id - b.id : a.as_of < b.as_of ? -1 : 1))
      .map((r) => [r.unit_id, r]),
  )
  const counts = villages.filter(({ part }) => part !== null)
  const sum = (values: Iterable<number | null>) => [...values].reduce<number>((total, value) => total + (value ?? 0), 0)
  expect(sum(counts.map(({ part }) => part))).toBe(sum([...last.values()].map(({ part }) => part)))
  expect(sum(counts.map(({ whole }) => whole))).toBe(sum([...last.values()].map(({ whole }) => whole)))
}
