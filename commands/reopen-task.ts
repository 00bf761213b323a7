import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import { defineForm } from '../src/command/form.ts'
import type { Assignment } from '../src/store/assignments.ts'
import { beginFor } from '../src/tasks/decidable.ts'
import { reopenTask } from '../src/tasks/finish.ts'
import { stateSaid, taskLine } from '../src/tasks/describe.ts'
import { closedTasks, directedTasks, ownTasks } from '../src/tasks/own-tasks.ts'
import { reasonStep } from '../src/tasks/reason-step.ts'
import { taskStep } from '../src/tasks/task-step.ts'
import { tasksMeant } from '../src/tasks/tasks-meant.ts'
import sentences from './sentences/reopen-task.ts'

type FormTurn = Turn<never>

const MOST_LISTED = 5

/** The reason is required: its owner has to know what is missing. */
const form = defineForm<{ task: number; reason: string }>({
  version: 1,
  steps: [taskStep('reopen-ask-task', reopenable), reasonStep('reopen-task-ask-reason')],
  submit: (turn, { task, reason }) => reopenTask(turn, task, reason),
})

/** What was said to be done; where nothing waits for an answer, what was closed of late. */
async function reopenable(turn: FormTurn) {
  const done = (await directedTasks(turn)).filter(({ state }) => state === 'done')
  const { tasks } = tasksMeant(turn, done)
  return tasks.length > 0 ? done : [...done, ...(await closedTasks(turn))]
}

export default defineCommand({
  name: 'reopen-task',
  slash: ['lamlaiviec'],
  summary: 'summary-reopen-task',
  examples: ['chưa xong 13.5: thiếu ảnh', 'mở lại việc 13.5'],
  sentences,
  acts: true,
  asked: 'tasks',
  denied: 'reopen-task',
  form,
  async run(turn): Promise<Reply | Reply[]> {
    const { say, chat, subject } = turn
    if (chat.kind === 'group') return { text: say('task-in-private') }
    if (subject !== undefined) return beginFor(turn, subject, ({ state }) => state === 'done' || state === 'closed')
    const { tasks, named } = tasksMeant(turn, await reopenable(turn))
    if (tasks.length > 0) return turn.begin()
    const own = tasksMeant(turn, await ownTasks(turn)).tasks
    if (own[0]) return stillOwn(turn, own)
    return { text: say(named ? 'reopen-none-such' : 'confirm-none') }
  },
})

/** Of its owner it is no act: the task stays as it is, and what can be done about it is said. */
function stillOwn(turn: FormTurn, own: readonly Assignment[]): Reply {
  const { say } = turn
  const lines = own
    .slice(0, MOST_LISTED)
    .map((task) => say('my-tasks-line', { line: taskLine(turn, task), state: stateSaid(turn, task) }))
  const [first] = own
  return { text: [say('reopen-own'), ...lines, say('my-tasks-hint', { id: first?.id ?? 0 })].join('\n') }
}
