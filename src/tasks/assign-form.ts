import type { Turn } from '../command/command.ts'
import { aboutTarget } from '../replies/about-target.ts'
import { defineForm } from '../command/form.ts'
import { targetNow } from './target-now.ts'
import { findAssignment, liveOn } from '../store/assignments.ts'
import { rolesOf } from '../store/roster.ts'
import { findUnits, type Unit } from '../store/units.ts'
import { officerSaid } from '../replies/refusal.ts'
import { endNote } from '../replies/unit-notes.ts'
import { unitName } from '../wording/names.ts'
import { assignShapes, type AssignValues } from './assign-values.ts'
import { dueStep, personStep, targetStep, taskTextStep, unitStep } from './assign-steps.ts'
import { giveTask } from './give.ts'
import { handOn } from './hand-on.ts'
import { cannotTell, isReachable } from './tell-owner.ts'
import { defaultTask, dueSaid, ownerSaid, stateSaid, targetSaid, taskLine } from './describe.ts'

type FormTurn = Turn<never>

/** Rõ người, rõ việc, rõ thời gian: who, on what, until when; what is to be done stands by itself where nothing is said. */
export const assignForm = defineForm<AssignValues>({
  version: 2,
  confirmedBy: /^(?:giao|chuyen)(?: viec)?(?: di| luon| ngay| nhe)*$/,
  given: { handsOn: assignShapes.handsOn, also: assignShapes.also },
  steps: [personStep, targetStep, unitStep, dueStep, taskTextStep],
  leaving: {
    said: ({ say }, { handsOn }) => (handsOn ? say('cancel-left', { id: handsOn.task }) : say('dialog-cancelled')),
  },
  confirm: (turn, values) => (values.handsOn ? confirmHandOn(turn, values) : confirmGiving(turn, values)),
  async submit(turn, values) {
    const reply = await (values.handsOn ? handOn(turn, values) : giveTask(turn, values))
    return { ...reply, about: aboutTarget(values.unit, values.target.set, values.target.code) }
  },
})

async function confirmGiving(turn: FormTurn, values: AssignValues): Promise<string> {
  const { db, say } = turn
  const { person, target, due, task } = values
  const unit = await unitOf(turn, values)
  const about = { set_id: target.set, target: target.code }
  const others = await liveOn(db, { ...about, unit_id: unit.id })
  return [
    say('assign-check', { target: targetSaid(turn, about), unit: unitName(say, unit) }),
    ...(await personLines(turn, person)),
    say('assign-task', { task: task ?? defaultTask(turn, about) }),
    say('assign-due', { due: dueSaid(turn, due) }),
    ...(await targetNow(turn, unit, target.set, target.code)),
    ...others.map((each) =>
      say(each.person_id === person ? 'assign-has-already' : 'assign-has-other', {
        person: ownerSaid(turn, each),
        due: dueSaid(turn, each.due),
        state: stateSaid(turn, each),
      }),
    ),
    ...(await endNote(turn, unit)),
    ...(values.also ? [say('assign-also', { codes: values.also.join(', ') })] : []),
    say('assign-confirm-hint'),
  ].join('\n')
}

async function confirmHandOn(turn: FormTurn, values: AssignValues): Promise<string> {
  const { db, say } = turn
  const { handsOn, person, due, task } = values
  const before = handsOn && (await findAssignment(db, handsOn.task))
  if (!before) return confirmGiving(turn, values)
  return [
    say('hand-on-check', { line: taskLine(turn, before) }),
    say('hand-on-from', { person: ownerSaid(turn, before) }),
    ...(await personLines(turn, person)),
    ...(task !== null && task !== before.task ? [say('assign-task', { task })] : []),
    ...(due === before.due ? [] : [say('assign-due', { due: dueSaid(turn, due) })]),
    say('assign-confirm-hint'),
  ].join('\n')
}

/** Who gets it, and whether the bot can tell them. */
async function personLines(turn: FormTurn, personId: string): Promise<string[]> {
  const { db, say } = turn
  const [role] = await rolesOf(db, personId)
  if (!role) return [say('assign-person-gone')]
  const named = say('assign-person', { person: officerSaid({ say }, role) })
  return (await isReachable(db, personId)) ? [named] : [named, await cannotTell(turn, personId, role.name)]
}

async function unitOf({ db }: FormTurn, { unit: id }: AssignValues): Promise<Unit> {
  const [unit] = await findUnits(db, [id])
  if (!unit) throw new Error(`no unit ${id}`)
  return unit
}
