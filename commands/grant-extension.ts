import { defineCommand, type Reply } from '../src/command/command.ts'
import { defineForm } from '../src/command/form.ts'
import { grantExtension } from '../src/tasks/extend.ts'
import { tasksAsking } from '../src/tasks/own-tasks.ts'
import { taskStep } from '../src/tasks/task-step.ts'
import { tasksMeant } from '../src/tasks/tasks-meant.ts'
import sentences from './sentences/grant-extension.ts'

const form = defineForm<{ task: number }>({
  version: 1,
  steps: [taskStep('grant-ask-task', tasksAsking)],
  submit: (turn, { task }) => grantExtension(turn, task),
})

export default defineCommand({
  name: 'grant-extension',
  slash: ['dongygiahan'],
  summary: 'summary-grant-extension',
  examples: ['đồng ý gia hạn 2.1'],
  sentences,
  acts: true,
  asked: 'tasks',
  denied: 'refuse-extension',
  twin: 'extend-task',
  form,
  async run(turn): Promise<Reply | Reply[]> {
    const { say, chat, subject, mentions } = turn
    if (chat.kind === 'group') return { text: say('task-in-private') }
    if (subject !== undefined) return grantExtension(turn, Number(subject))
    // Another day than the one that was asked for is the officer's own word.
    if (mentions.dates.length > 0) return turn.instead('extend-task')
    const { tasks } = tasksMeant(turn, await tasksAsking(turn))
    return tasks.length > 0 ? turn.begin() : { text: say('extension-none') }
  },
})
