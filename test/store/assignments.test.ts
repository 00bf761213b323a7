import { expect, test } from 'vitest'
import { eventsOf, filesOf, lastDoneByOthers, lastEvent } from '../../src/store/assignment-events.ts'
import {
  addAssignment,
  approvedAfter,
  countTasksOf,
  findAssignment,
  liveOf,
  liveOn,
  liveWithin,
  moveAssignment,
  releaseTasksOf,
  type Assignment,
} from '../../src/store/assignments.ts'
import { erasePerson } from '../../src/store/personal-data.ts'
import { addAccount, addPerson, giveRole, takeRole } from '../../src/store/roster.ts'
import type { Db } from '../../src/store/schema.ts'
import { onEachDatabase, openNew } from './databases.ts'
import { addUnits } from './units.ts'

const NOW = new Date('2026-11-23T01:00:00Z')
const LATER = new Date('2026-11-24T01:00:00Z')
const ON = { unit_id: 'xa', set_id: 'bo', target: '17.5' }

/** A commune with an officer, and two people to give tasks to. */
async function furnish(db: Db): Promise<void> {
  await addUnits(db)
  for (const [id, name] of [
    ['canbo', 'Phạm Mẫu Cán'],
    ['tung', 'Nguyễn Mẫu Tùng'],
    ['hoa', 'Trần Mẫu Hoa'],
  ] as const) {
    await addPerson(db, id, name)
    await giveRole(db, id, 'commune_officer', 'xa')
  }
}

async function give(db: Db, person_id = 'tung', due = '2026-12-31', on: Partial<typeof ON> = {}): Promise<Assignment> {
  const { id } = await addAssignment(db, { ...ON, ...on, person_id, due, task: 'Việc', given_by: 'canbo' }, NOW)
  const task = await findAssignment(db, id)
  if (!task) throw new Error('not there')
  return task
}

onEachDatabase((createDatabase) => {
  test('a task with its names; what happened to it is appended', async () => {
    const { db } = await openNew(createDatabase)
    await furnish(db)
    const task = await give(db)
    expect(task).toMatchObject({
      state: 'open',
      owner: 'Nguyễn Mẫu Tùng',
      giver: 'Phạm Mẫu Cán',
      owner_acts: true,
      unit_level: 'xa',
      unit_ended: null,
      told_at: null,
    })
    const files = [{ sha256: 'a'.repeat(64), mime: 'image/jpeg', size: 7 }]
    const happened = { action: 'done', by: 'tung', at: LATER, note: 'xong', files } as const
    const event = await moveAssignment(db, task, { state: 'done' }, happened)
    expect(
      (await eventsOf(db, task.id)).map(({ action, person, owner, note }) => [action, person, owner, note]),
    ).toEqual([
      ['given', 'Phạm Mẫu Cán', 'Nguyễn Mẫu Tùng', null],
      ['done', 'Nguyễn Mẫu Tùng', 'Nguyễn Mẫu Tùng', 'xong'],
    ])
    expect(await filesOf(db, event ?? 0)).toEqual(files)
    await expect(db.updateTable('assignment_events').set({ note: 'khác' }).execute()).rejects.toThrow('append-only')
    await expect(db.deleteFrom('assignment_events').execute()).rejects.toThrow('append-only')
  })

  test('whoever comes second changes nothing: state, owner, day and request have to be as they were read', async () => {
    const { db } = await openNew(createDatabase)
    await furnish(db)
    const read = await give(db)
    const closed = { state: 'closed', closed_at: LATER.toISOString() } as const
    const move = (before: Assignment, changes: object) =>
      moveAssignment(db, before, changes, { action: 'confirmed', by: 'canbo', at: LATER })
    for (const meanwhile of [{ asked_due: '2027-01-15' }, { due: '2027-01-31' }, { person_id: 'hoa' }, closed]) {
      const before = (await findAssignment(db, read.id))!
      expect(await move(before, meanwhile)).toBeDefined()
      expect(await move(before, { state: 'cancelled' })).toBeUndefined()
    }
    expect(await findAssignment(db, read.id)).toMatchObject({ state: 'closed', person_id: 'hoa', due: '2027-01-31' })
    expect(await eventsOf(db, read.id)).toHaveLength(5)
  })

  test('of two at the same time one wins', async () => {
    const { db } = await openNew(createDatabase)
    await furnish(db)
    const task = await give(db)
    const ends = await Promise.all(
      (['confirmed', 'cancelled'] as const).map((action) =>
        db
          .transaction()
          .execute((trx) =>
            moveAssignment(
              trx,
              task,
              { state: action === 'cancelled' ? 'cancelled' : 'closed' },
              { action, by: 'canbo', at: LATER },
            ),
          ),
      ),
    )
    expect(ends.filter((event) => event !== undefined)).toHaveLength(1)
    expect(await eventsOf(db, task.id)).toHaveLength(2)
  })

  test('what is live, of a person, within a unit, on a target; the most urgent first', async () => {
    const { db } = await openNew(createDatabase)
    await furnish(db)
    const late = await give(db, 'tung', '2026-12-31')
    const soon = await give(db, 'tung', '2026-12-01', { target: '8.5' })
    const village = await give(db, 'hoa', '2026-12-15', { unit_id: 'thon' })
    const over = await give(db, 'tung', '2026-11-01')
    await moveAssignment(db, over, { state: 'closed' }, { action: 'confirmed', by: 'canbo', at: LATER })
    const ids = (tasks: readonly Assignment[]) => tasks.map(({ id }) => id)
    expect(ids(await liveOf(db, 'tung'))).toEqual([soon.id, late.id])
    expect(ids(await liveWithin(db, late.unit_path))).toEqual([soon.id, village.id, late.id])
    expect(ids(await liveWithin(db, village.unit_path))).toEqual([village.id])
    expect(ids(await liveOn(db, ON))).toEqual([late.id])
    expect(await countTasksOf(db, 'tung')).toEqual({ live: 2, over: 1 })
    expect(await countTasksOf(db, 'canbo')).toEqual({ live: 0, over: 0 })
    expect(await approvedAfter(db, 'thon', 'bo', 0)).toEqual(new Set())
  })

  test('what others did since is known, one’s own is not', async () => {
    const { db } = await openNew(createDatabase)
    await furnish(db)
    const seen = await lastEvent(db)
    expect(seen).toBe(0)
    const { id } = await give(db)
    expect(await lastDoneByOthers(db, ON, seen, 'hoa')).toEqual({ assignment_id: id, person: 'Phạm Mẫu Cán' })
    expect(await lastDoneByOthers(db, ON, seen, 'canbo')).toBeUndefined()
    expect(await lastDoneByOthers(db, ON, await lastEvent(db), 'hoa')).toBeUndefined()
    expect(await lastDoneByOthers(db, { ...ON, target: '8.5' }, seen, 'hoa')).toBeUndefined()
  })

  test('somebody without any role has tasks that nobody does', async () => {
    const { db } = await openNew(createDatabase)
    await furnish(db)
    const { id } = await give(db)
    await takeRole(db, 'tung', 'commune_officer', 'xa')
    expect(await findAssignment(db, id)).toMatchObject({ owner_acts: false, state: 'open' })
  })

  test('whoever is erased has nothing to do any more, and the record stays under the pseudonym', async () => {
    const { db } = await openNew(createDatabase)
    await furnish(db)
    await addAccount(db, 'telegram', '7', 'tung')
    const live = await give(db)
    const over = await give(db, 'tung', '2026-12-01', { target: '8.5' })
    await moveAssignment(db, over, { state: 'closed' }, { action: 'confirmed', by: 'canbo', at: LATER })
    await erasePerson(db, 'tung', 3, 'người đã xóa #3', LATER)
    expect(await findAssignment(db, live.id)).toMatchObject({
      state: 'cancelled',
      closed_at: LATER.toISOString(),
      remind_at: null,
      owner: 'người đã xóa #3',
    })
    expect(await findAssignment(db, over.id)).toMatchObject({ state: 'closed', owner: 'người đã xóa #3' })
    expect((await eventsOf(db, live.id)).at(-1)).toMatchObject({ action: 'cancelled', person_id: null })
    await releaseTasksOf(db, 'tung', LATER)
    expect(await eventsOf(db, live.id)).toHaveLength(2)
  })
})
