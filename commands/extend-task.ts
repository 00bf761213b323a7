import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import { defineForm } from '../src/command/form.ts'
import { dueStep } from '../src/tasks/due-step.ts'
import { extendTask, type ExtendValues } from '../src/tasks/extend.ts'
import { directedTasks, ownTasks } from '../src/tasks/own-tasks.ts'
import { optionalReasonStep } from '../src/tasks/reason-step.ts'
import { taskStep } from '../src/tasks/task-step.ts'
import { tasksMeant } from '../src/tasks/tasks-meant.ts'
import sentences from './sentences/extend-task.ts'

type FormTurn = Turn<never>

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
