import type { Turn } from '../command/command.ts'
import type { IndicatorState } from '../criteria/criteria-set.ts'
import { criterionState } from '../criteria/count.ts'
import { approvedAfter, liveIn, type Assignment } from '../store/assignments.ts'
import { currentStatuses, standingsOf, type CurrentStatus } from '../store/figures.ts'
import { moveTask, type Mover } from './move-task.ts'
import { isReachable, toldKey } from './tell-owner.ts'
import { over } from './over.ts'
import { targetSaid, unitOfTask } from './describe.ts'

type Read = Pick<Turn, 'db' | 'catalogs'>

/** What closes tasks: a turn in which figures were told, or the program that finds new ones. */
export type Closer = Mover & Pick<Turn, 'say' | 'catalogs' | 'tell'>

/** What the figures of a unit on a set say, as far as tasks go by them. */
interface Figures {
  statuses: ReadonlyMap<string, CurrentStatus>
  /** What the list does not name counts as met. */
  presumed: boolean
}

async function readFigures({ db }: Read, unitId: string, setId: string): Promise<Figures> {
  const rows = await currentStatuses(db, unitId, setId)
  const standing = (await standingsOf(db, unitId)).find(({ set_id }) => set_id === setId)
  return { statuses: new Map(rows.map((row) => [row.indicator, row])), presumed: standing?.presumed === 1 }
}

/** The indicators that a task is about: one, or all of a criterion. */
function codesOf(
  { catalogs }: Pick<Read, 'catalogs'>,
  { set_id, target }: Pick<Assignment, 'set_id' | 'target'>,
): string[] {
  if (catalogs.indicator(set_id, target)) return [target]
  return (catalogs.criterion(set_id, Number(target))?.indicators ?? []).map(({ code }) => code)
}

/** Where the unit of a task stands on what it is about. */
export async function stateOfTarget(
  turn: Read,
  task: Pick<Assignment, 'unit_id' | 'set_id' | 'target'>,
): Promise<IndicatorState> {
  const figures = await readFigures(turn, task.unit_id, task.set_id)
  const [code, ...more] = codesOf(turn, task)
  const criterion = turn.catalogs.criterion(task.set_id, Number(task.target))
  if (code !== undefined && more.length === 0) return stateOf(figures, code)
  const states = new Map([...figures.statuses].map(([each, { state }]) => [each, state]))
  return criterion ? criterionState(criterion, states, figures.presumed) : 'unassessed'
}

function stateOf({ statuses, presumed }: Figures, code: string): IndicatorState {
  return statuses.get(code)?.state ?? (presumed ? 'met' : 'unassessed')
}

/** The figures that close a task: those of its unit; of a village's also its commune's, which the village works for. */
async function figuresFor(turn: Read, { unit_id, unit_level, unit_path, set_id }: Assignment): Promise<Figures[]> {
  const commune = unit_path
    .split('/')
    .filter((id) => id !== '')
    .at(-2)
  const units = unit_level === 'thon' && commune !== undefined ? [unit_id, commune] : [unit_id]
  return Promise.all(units.map((unit) => readFigures(turn, unit, set_id)))
}

/**
 * How the data close a task: its indicator, or every one of its criterion, is met or does not apply; for a village's task
 * that the commune's is met stands for that, and so does an approved report. Something of it has to be newer than the task: what was met when it was given, and
 * was given all the same, is not over by that.
 */
function closedBy(
  codes: readonly string[],
  { after_status, unit_level }: Assignment,
  figures: readonly Figures[],
  reported: ReadonlySet<string>,
): 'met' | 'approved' | undefined {
  if (codes.length === 0) return undefined
  const isMet = (code: string) => figures.some((each) => ['met', 'not_applicable'].includes(stateOf(each, code)))
  const isReported = (code: string) => unit_level === 'thon' && reported.has(code)
  if (!codes.every((code) => isMet(code) || isReported(code))) return undefined
  const isNewIn = (each: Figures, code: string) =>
    ['met', 'not_applicable'].includes(stateOf(each, code)) &&
    (each.statuses.get(code)?.status_id ?? 0) > (after_status ?? 0)
  const isNew = (code: string) => figures.some((each) => isNewIn(each, code)) || isReported(code)
  if (!codes.some(isNew)) return undefined
  return codes.every(isMet) ? 'met' : 'approved'
}

/**
 * Closes those of the tasks that the data show to be done, and says so to their owners and to those who gave them. What
 * later falls back is not opened again: it stands in the plan as without a person, until somebody gives it anew.
 *
 * @param hearsOtherwise who is told of it in another message.
 * @returns those that were closed.
 */
export async function closeWhatIsMet(
  closer: Closer,
  tasks: readonly Assignment[],
  hearsOtherwise?: string,
): Promise<Assignment[]> {
  const closed: Assignment[] = []
  for (const ofUnit of Map.groupBy(tasks, ({ unit_id, set_id }) => `${unit_id}/${set_id}`).values()) {
    const { unit_id, set_id } = ofUnit[0]!
    const figures = await figuresFor(closer, ofUnit[0]!)
    for (const task of ofUnit) {
      const reported = await approvedAfter(closer.db, unit_id, set_id, task.after_report ?? 0)
      const by = closedBy(codesOf(closer, task), task, figures, reported)
      if (by && (await close(closer, task, by, hearsOtherwise))) closed.push(task)
    }
  }
  return closed
}

/** The program does it, in whoever's turn; the one who speaks there hears it in the answer. */
async function close(
  closer: Closer,
  task: Assignment,
  by: 'met' | 'approved',
  hearsOtherwise?: string,
): Promise<boolean> {
  const { db, now, tell, speaker } = closer
  const event = await moveTask({ db, now }, task, over('closed', now), { action: by })
  if (event === undefined) return false
  // Whoever was never told of it need not hear that it is over.
  const owner = task.told_at === null ? [] : [task.person_id]
  const people = new Set([...owner, ...(task.given_by === null ? [] : [task.given_by])])
  for (const person of people)
    if (person !== speaker?.personId && person !== hearsOtherwise && (await isReachable(db, person)))
      await tell(person, toldKey(task.id, event, person), { text: closedSaid(closer, task, by, person) })
  return true
}

function closedSaid(closer: Closer, task: Assignment, by: 'met' | 'approved', to: string): string {
  const { say } = closer
  const named = { id: task.id, target: targetSaid(closer, task), unit: unitOfTask(closer, task), person: task.owner }
  if (to === task.person_id) return say(`task-closed-${by}-own`, named)
  return say(by === 'met' ? 'task-closed-met' : 'task-closed-approved', named)
}

/**
 * After a figure of a unit was told in a turn: closes what it closes, in the same transaction.
 *
 * @param author who is told of that figure anyway, and of the own tasks that it closes in the same message.
 * @returns lines to say about it: to the one who speaks, and to the author.
 */
export async function closeAfterFigure(
  closer: Closer,
  unitId: string,
  setId: string,
  author?: string,
): Promise<{ here: string[]; toAuthor: string[] }> {
  const closed = await closeWhatIsMet(closer, await liveIn(closer.db, unitId, setId), author)
  const said = (task: Assignment) => ({ id: task.id, target: targetSaid(closer, task), person: task.owner })
  return {
    here: closed.map((task) => closer.say('task-closed-here', said(task))),
    toAuthor: closed.flatMap((task) => {
      if (task.person_id === author) return closer.say('task-closed-here-own', said(task))
      return task.given_by === author ? closer.say('task-closed-here', said(task)) : []
    }),
  }
}
