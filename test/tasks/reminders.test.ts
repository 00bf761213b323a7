import { expect, test } from 'vitest'
import { runDueUntil, type DueTask } from '../../src/assistant/due.ts'
import type { Reply } from '../../src/command/command.ts'
import { reportingReminders, REPORTING_REMINDERS } from '../../src/reports/reporting-reminders.ts'
import { addAssignment, findAssignment, moveAssignment } from '../../src/store/assignments.ts'
import { addReport } from '../../src/store/reports.ts'
import { beginRoutines } from '../../src/store/routines.ts'
import { addAccount, addPerson, giveRole } from '../../src/store/roster.ts'
import type { Db, RoleName } from '../../src/store/schema.ts'
import type { Store } from '../../src/store/store.ts'
import { setQuiet } from '../../src/store/task-reminders.ts'
import { decideForUnit } from '../../src/store/unit-settings.ts'
import { escalations } from '../../src/tasks/escalations.ts'
import { OVERDUE_DIGEST, overdueDigest } from '../../src/tasks/overdue-digest.ts'
import { nextReminder } from '../../src/tasks/reminder-times.ts'
import { taskReminders } from '../../src/tasks/task-reminders.ts'
import { loadWording } from '../../src/wording/load-wording.ts'
import { loadCatalogs } from '../../src/world/load-catalogs.ts'
import { silentLog } from '../silent-log.ts'
import { onEachDatabase, openNew } from '../store/databases.ts'
import { addUnits } from '../store/units.ts'

const SET = 'ntm-nang-cao-2021-2025'
const say = loadWording('vi')
const catalogs = loadCatalogs()
const local = (text: string) => new Date(`${text}+07:00`)
/** A Monday. */
const BEGIN = local('2026-11-23T08:00')

/** A village head, a commune officer and one of the province; all have accounts. */
async function furnish(db: Db): Promise<void> {
  await addUnits(db)
  const people: [string, RoleName, string][] = [
    ['thon', 'village_head', 'thon'],
    ['xa', 'commune_officer', 'xa'],
    ['tinh', 'district_officer', 'tinh'],
  ]
  for (const [name, role, unit] of people) {
    await addPerson(db, name, `Người Mẫu ${name}`)
    await giveRole(db, name, role, unit)
    await addAccount(db, 'console', name, name)
  }
  await beginRoutines(db, [OVERDUE_DIGEST, REPORTING_REMINDERS], BEGIN)
}

async function give(db: Db, due: string, more: { person_id?: string; given_by?: string; unit_id?: string } = {}) {
  const task = { unit_id: 'xa', set_id: SET, target: '17.5', person_id: 'thon', task: 'vận động', due, given_by: 'xa' }
  const { id } = await addAssignment(db, { ...task, ...more, remind_at: nextReminder(due, BEGIN).toISOString() }, BEGIN)
  return id
}

interface Said {
  at: string
  to: string
  text: string
}

/** A clock over the due tasks; what they say, when and to whom. */
function watch({ db, dialect }: Store) {
  const said: Said[] = []
  const warned: string[] = []
  const tell = async (_: Db, to: string, _key: string, { text }: Reply, now: Date) => {
    said.push({ at: new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 16), to, text })
  }
  const log = { ...silentLog, warn: (_: object, message: string) => void warned.push(message) }
  const tasks: DueTask[] = [
    taskReminders({ say, catalogs, tell, log }),
    escalations({ say, catalogs, tell }),
    overdueDigest({ say, catalogs, tell, log }),
    reportingReminders({ say, tell, log }),
  ]
  const store = { db, dialect } as Store
  let clock = BEGIN
  return {
    warned,
    /** Runs what falls due until an instant; `asleep`: the program runs only at its end. */
    async until(text: string, asleep = false): Promise<Said[]> {
      said.length = 0
      const to = local(text)
      // The clock never goes back: what is overdue is done now.
      const step = async (at: Date) => (clock = asleep ? to : at > clock ? at : clock)
      await runDueUntil(store, tasks, to, step, silentLog)
      return said.splice(0)
    },
  }
}

const times = (said: readonly Said[], to: string, words: string) =>
  said.filter((each) => each.to === to && each.text.includes(words)).map(({ at }) => at)

onEachDatabase((createDatabase) => {
  async function open() {
    const store = await openNew(createDatabase)
    await furnish(store.db)
    return { db: store.db, ...watch(store) }
  }

  test('the owner hears 7, 3, 1 and 0 days before, overdue daily for three days, then weekly', async () => {
    const { db, until } = await open()
    await give(db, '2026-12-10')
    const said = await until('2027-01-01T00:00')
    expect(times(said, 'thon', 'Nhắc anh/chị một việc')).toEqual([
      '2026-12-03T07:30',
      '2026-12-07T07:30',
      '2026-12-09T07:30',
      '2026-12-10T07:30',
      '2026-12-11T07:30',
      '2026-12-12T07:30',
      '2026-12-13T07:30',
      '2026-12-17T07:30',
      '2026-12-24T07:30',
      '2026-12-31T07:30',
    ])
    expect(said.find(({ at }) => at === '2026-12-03T07:30')?.text).toContain(
      'Việc số 1: 17.5 phân loại rác (NTM nâng cao 2021–2025), xã Đông Mẫu – vận động; hạn 10/12/2026 (còn 7 ngày)',
    )
  })

  test('several that are due at once are one message', async () => {
    const { db, until } = await open()
    await give(db, '2026-12-10')
    await give(db, '2026-12-10')
    const said = await until('2026-12-03T09:00')
    expect(times(said, 'thon', 'Nhắc anh/chị 2 việc')).toEqual(['2026-12-03T07:30'])
  })

  test('a task that was closed a moment before is not spoken of', async () => {
    const { db, until } = await open()
    const id = await give(db, '2026-12-10')
    const task = (await findAssignment(db, id))!
    // Left as it was by whoever closed it: the reminder looks for itself.
    const at = local('2026-12-03T07:29')
    await moveAssignment(db, task, { state: 'closed' }, { action: 'met', by: null, at })
    expect(times(await until('2026-12-20T00:00'), 'thon', 'Nhắc')).toEqual([])
  })

  test('after a time asleep the newest is said once if it is less than twelve hours late, else left out', async () => {
    const { db, until, warned } = await open()
    await give(db, '2026-12-10')
    expect(times(await until('2026-12-03T19:00', true), 'thon', 'Nhắc')).toEqual(['2026-12-03T19:00'])
    expect(await until('2026-12-08T09:00', true)).toEqual([])
    expect(warned).toContain('a reminder was left out: it is too late')
    expect(times(await until('2026-12-09T09:00'), 'thon', 'Nhắc')).toEqual(['2026-12-09T07:30'])
  })

  test('nobody is disturbed at night: what fell due while the program slept waits for the morning', async () => {
    const { db, until } = await open()
    const id = await give(db, '2026-12-10')
    await db
      .updateTable('assignments')
      .set({ remind_at: local('2026-12-03T20:00').toISOString() })
      .where('id', '=', id)
      .execute()
    expect(await until('2026-12-03T23:00', true)).toEqual([])
    expect(times(await until('2026-12-04T07:00'), 'thon', 'Nhắc')).toEqual(['2026-12-04T06:30'])
  })

  test('who asked for quiet hears nothing until it is over', async () => {
    const { db, until } = await open()
    await give(db, '2026-12-10')
    await setQuiet(db, 'thon', local('2026-12-10T00:00'))
    const said = await until('2026-12-11T00:00')
    expect(times(said, 'thon', 'Nhắc')).toEqual(['2026-12-10T07:30'])
  })

  test('overdue for a week it goes up, once, to those above the one who gave it', async () => {
    const { db, until } = await open()
    await give(db, '2026-12-10')
    await give(db, '2026-12-10', { given_by: 'tinh', person_id: 'xa' })
    const said = await until('2027-01-15T00:00')
    expect(times(said, 'tinh', 'quá hạn từ 7 ngày trở lên')).toEqual(['2026-12-17T07:30'])
    expect(times(said, 'xa', 'quá hạn từ 7 ngày trở lên')).toEqual([])
  })

  test('on Mondays officers have one digest of what is overdue; those above of what went up to them', async () => {
    const { db, until } = await open()
    await give(db, '2026-12-10')
    await give(db, '2026-12-10')
    const said = await until('2026-12-22T00:00')
    expect(times(said, 'xa', 'Việc quá hạn ở xã Đông Mẫu')).toEqual(['2026-12-14T07:30', '2026-12-21T07:30'])
    expect(times(said, 'tinh', 'Xã Đông Mẫu: 2 việc, lâu nhất quá 11 ngày')).toEqual(['2026-12-21T07:30'])
  })

  test('a village that has sent nothing is reminded three days before the month ends and on its last day', async () => {
    const { db, until } = await open()
    const said = await until('2026-12-01T00:00')
    expect(times(said, 'thon', 'kỳ báo cáo tháng 11/2026')).toEqual(['2026-11-30T07:30'])
    expect(times(said, 'thon', 'Kỳ báo cáo tháng 11/2026 còn 3 ngày')).toEqual(['2026-11-27T07:30'])
    const none = { part: null, whole: null, verdict: 'met' as const, value: null, note: null, corrects: null }
    const about = { unit_id: 'thon', set_id: SET, indicator: '8.5', as_of: '2026-12-05' }
    const sent = { submitted_by: 'thon', submitted_at: local('2026-12-05T08:00').toISOString() }
    await addReport(db, { ...none, ...about, ...sent, channel: 'console' }, [])
    expect(times(await until('2027-01-01T00:00'), 'thon', 'báo cáo')).toEqual([])
  })

  test('how often villages report is set for the unit', async () => {
    const { db, until } = await open()
    await decideForUnit(db, 'xa', { reporting: 'quarter' })
    const said = await until('2027-01-05T00:00')
    expect(times(said, 'thon', 'báo cáo quý 4/2026')).toEqual([
      '2026-12-24T07:30',
      '2026-12-28T07:30',
      '2026-12-31T07:30',
    ])
    await decideForUnit(db, 'thon', { reporting: 'none' })
    expect(times(await until('2027-07-01T00:00'), 'thon', 'báo cáo')).toEqual([])
  })
})
