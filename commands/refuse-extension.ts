import { defineCommand, type Reply } from '../src/command/command.ts'
import { defineForm } from '../src/command/form.ts'
import { beginFor } from '../src/tasks/decidable.ts'
import { refuseExtension } from '../src/tasks/extend.ts'
import { tasksAsking } from '../src/tasks/own-tasks.ts'
import { reasonStep } from '../src/tasks/reason-step.ts'
import { taskStep } from '../src/tasks/task-step.ts'
import { tasksMeant } from '../src/tasks/tasks-meant.ts'
import sentences from './sentences/refuse-extension.ts'

const form = defineForm<{ task: number; reason: string }>({
  version: 1,
  steps: [taskStep('refuse-ask-task', tasksAsking), reasonStep('refuse-ask-reason')],
  submit: (turn, { task, reason }) => refuseExtension(turn, task, reason),
})

export default defineCommand({
  name: 'refuse-extension',
  slash: ['khonggiahan'],
  summary: 'summary-refuse-extension',
  examples: ['không đồng ý gia hạn 2.1: việc gấp'],
  sentences,
  acts: true,
  asked: 'tasks',
  denied: 'refuse-extension',
  form,
  async run(turn): Promise<Reply | Reply[]> {
    const { say, chat, subject } = turn
    if (chat.kind === 'group') return { text: say('task-in-private') }
    if (subject !== undefined)
      return beginFor(turn, subject, ({ state, asked_due }) => state === 'open' && asked_due !== null)
    const { tasks } = tasksMeant(turn, await tasksAsking(turn))
    return tasks.length > 0 ? turn.begin() : { text: say('extension-none') }
  },
})
