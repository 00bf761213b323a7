import { z } from 'zod'
import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import { defineForm, type Heard, type Step } from '../src/command/form.ts'
import { findAssignment } from '../src/store/assignments.ts'
import { extendTask, type ExtendValues } from '../src/tasks/extend.ts'
import { directedTasks, ownTasks } from '../src/tasks/own-tasks.ts'
import { dueOptions, hearDue } from '../src/tasks/read-due.ts'
import { optionalReasonStep } from '../src/tasks/reason-step.ts'
import { taskStep } from '../src/tasks/task-step.ts'
import { taskLine } from '../src/tasks/describe.ts'
import { tasksMeant } from '../src/tasks/tasks-meant.ts'
import sentences from './sentences/extend-task.ts'

type FormTurn = Turn<never>

const dueStep: Step<ExtendValues, 'due'> = {
  name: 'due',
  label: 'assign-label-due',
  value: z.iso.date(),
  async ask(turn, { task }) {
    const { say, today } = turn
    const found = await findTask(turn, task)
    const options = dueOptions(today).filter(({ value }) => !found || value > found.due)
    const now = found ? [say('extend-now', { line: taskLine(turn, found) })] : []
    return { text: [...now, say('extend-ask-due')].join('\n'), options }
  },
  parse: hearNewDue,
  hear: hearNewDue,
}

/** "thêm 1 tuần" counts from the due day; of one that has passed, from today. */
async function hearNewDue(turn: FormTurn, { task }: Partial<ExtendValues>): Promise<Heard<string>> {
  const found = await findTask(turn, task)
  const from = found && found.due > turn.today ? found.due : turn.today
  return hearDue(turn, from)
}

async function findTask({ db }: FormTurn, id: number | undefined) {
  return id === undefined ? undefined : findAssignment(db, id)
}

/** What is one's own and open, and what one directs. */
async function extendable(turn: FormTurn) {
  const own = (await ownTasks(turn)).filter(({ state }) => state === 'open')
  const all = [...own, ...(await directedTasks(turn))]
  return [...new Map(all.map((task) => [task.id, task])).values()]
}

const form = defineForm<ExtendValues>({
  version: 1,
  steps: [taskStep('extend-ask-task', extendable), dueStep, optionalReasonStep('extend-ask-reason')],
  submit: (turn, { task, due, reason }) => extendTask(turn, { task, due, reason: reason ?? null }),
})

/** Of the officer who directs it, at once; of its owner, a request. */
export default defineCommand({
  name: 'extend-task',
  slash: ['giahan'],
  summary: 'summary-extend-task',
  examples: ['gia hạn 2.1 đến 15/12/2026', 'xin gia hạn 2.1 thêm 1 tuần'],
  sentences,
  acts: true,
  asked: 'tasks',
  denied: 'refuse-extension',
  form,
  async run(turn): Promise<Reply | Reply[]> {
    const { say, chat, speaker } = turn
    if (chat.kind === 'group') return { text: say('task-in-private') }
    if (!speaker.personId) return { text: say('task-stranger') }
    const all = await extendable(turn)
    const { tasks } = tasksMeant(turn, all)
    if (tasks.length > 0) return turn.begin()
    return { text: say(all.length === 0 ? 'my-tasks-none' : 'task-none-such') }
  },
})
