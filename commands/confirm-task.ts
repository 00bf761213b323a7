import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import { defineForm } from '../src/command/form.ts'
import type { Assignment } from '../src/store/assignments.ts'
import { taskLine } from '../src/tasks/describe.ts'
import { confirmTask } from '../src/tasks/finish.ts'
import { directedTasks, ownTasks } from '../src/tasks/own-tasks.ts'
import { taskStep } from '../src/tasks/task-step.ts'
import { tasksMeant } from '../src/tasks/tasks-meant.ts'
import sentences from './sentences/confirm-task.ts'

const form = defineForm<{ task: number }>({
  version: 1,
  // Without a name, what waits for an answer is meant.
  steps: [
    taskStep('confirm-ask-task', async (turn) => (await directedTasks(turn)).filter(({ state }) => state === 'done')),
  ],
  submit: (turn, { task }) => confirmTask(turn, task),
})

/** What its owner has not said to be done is not closed without a question. */
function askFirst({ say, ...turn }: Turn<never>, task: Assignment): Reply {
  const { id, owner } = task
  return {
    text: [say('confirm-not-said', { person: owner }), taskLine({ say, ...turn }, task)].join('\n'),
    choices: [{ label: say('confirm-all-the-same', { id }), ask: { command: 'confirm-task', subject: String(id) } }],
  }
}

export default defineCommand({
  name: 'confirm-task',
  slash: ['xacnhanviec'],
  summary: 'summary-confirm-task',
  examples: ['xác nhận xong 13.5', 'xác nhận việc số 3 đã xong'],
  sentences,
  acts: true,
  asked: 'tasks',
  denied: 'reopen-task',
  twin: 'finish-task',
  form,
  async run(turn): Promise<Reply | Reply[]> {
    const { say, chat, subject } = turn
    if (chat.kind === 'group') return { text: say('task-in-private') }
    if (subject !== undefined) return confirmTask(turn, Number(subject))
    const directed = await directedTasks(turn)
    const { tasks, named } = tasksMeant(turn, directed)
    const done = tasks.filter(({ state }) => state === 'done')
    const [only] = named && done.length === 0 ? tasks : done
    if (only && done.length === 1) return confirmTask(turn, only.id)
    if (only && named && tasks.length === 1) return askFirst(turn, only)
    if (done.length > 1) return turn.begin()
    if (named && tasks.length > 1) return { text: say('task-which-number') }
    // The same words of the one who does it say that it is done.
    if (tasksMeant(turn, await ownTasks(turn)).tasks.length > 0) return turn.instead('finish-task')
    return { text: say(named ? 'task-none-such' : 'confirm-none') }
  },
})
