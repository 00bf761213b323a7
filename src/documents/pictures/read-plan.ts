import { daysBetween } from '../../calendar/days.ts'
import type { CriteriaSet } from '../../criteria/criteria-set.ts'
import type { UnitSet } from '../../replies/unit-set.ts'
import { liveWithin, type Assignment } from '../../store/assignments.ts'
import type { Unit } from '../../store/units.ts'
import { defaultTask } from '../../tasks/describe.ts'
import { day } from '../../wording/figures.ts'
import { unitName } from '../../wording/names.ts'
import { placeOf, type Reading } from './place.ts'
import type { Plan, PlanRow } from './plan-sheet.ts'

/**
 * What is to be done in a commune about a set: its tasks that are not over, and each unmet indicator that nobody has.
 *
 * @param unitSet the states of the set's indicators; undefined where none are known.
 * @param today the ISO day that lateness is counted to.
 */
export async function readPlan(
  reading: Reading,
  unit: Unit,
  set: CriteriaSet,
  unitSet: UnitSet | undefined,
  today: string,
): Promise<Plan> {
  const { db, say } = reading
  const tasks = (await liveWithin(db, unit.path)).filter(({ set_id }) => set_id === set.id)
  const given = new Set(tasks.map(({ target }) => target))
  const nobodys = set.criteria.flatMap(({ no, indicators }) =>
    indicators
      .filter(({ code }) => unitSet?.stateOf(code) === 'unmet' && !given.has(code) && !given.has(String(no)))
      .map(({ code, name }): PlanRow => ({ code, name, daysLate: 0 })),
  )
  return {
    ...(await placeOf(reading, unit)),
    set: set.short_name,
    rows: [...tasks.map((task) => rowOf(reading, unit, set, task, today)), ...nobodys],
    foot: [say('picture-plan-source', { day: day(today) })],
  }
}

function rowOf(reading: Reading, unit: Unit, set: CriteriaSet, task: Assignment, today: string): PlanRow {
  const late = task.state === 'open' ? daysBetween(task.due, today) : 0
  const village = { name: task.unit_name, level: task.unit_level }
  return {
    code: task.target,
    name: nameOf(set, task.target),
    person: task.owner,
    task: task.task === defaultTask(reading, task) ? '' : task.task,
    due: task.due,
    done: task.state === 'done',
    daysLate: Math.max(0, late),
    ...(task.unit_level !== unit.level && { village: unitName(reading.say, village) }),
  }
}

/** An indicator's name, or a criterion's. */
function nameOf({ criteria }: CriteriaSet, target: string): string {
  const indicator = criteria.flatMap(({ indicators }) => indicators).find(({ code }) => code === target)
  return indicator?.name ?? criteria.find(({ no }) => String(no) === target)?.name ?? ''
}
