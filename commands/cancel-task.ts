import { defineCommand, type Reply } from '../src/command/command.ts'
import { defineForm } from '../src/command/form.ts'
import { rolesThatMay } from '../src/people/permissions.ts'
import { mayAnywhere } from '../src/replies/own-communes.ts'
import { refuseRole } from '../src/replies/refusal.ts'
import { findAssignment } from '../src/store/assignments.ts'
import { cancelTask, type CancelValues } from '../src/tasks/cancel.ts'
import { directedTasks } from '../src/tasks/own-tasks.ts'
import { optionalReasonStep } from '../src/tasks/reason-step.ts'
import { taskStep } from '../src/tasks/task-step.ts'
import { ownerSaid, stateSaid, taskLine } from '../src/tasks/describe.ts'
import { tasksMeant } from '../src/tasks/tasks-meant.ts'
import sentences from './sentences/cancel-task.ts'

const form = defineForm<CancelValues>({
  version: 1,
  steps: [taskStep('cancel-ask-task', directedTasks), optionalReasonStep('cancel-ask-reason')],
  leaving: {
    button: 'dialog-leave',
    said: ({ say }, { task: id }) => (id === undefined ? say('dialog-nothing-changed') : say('cancel-left', { id })),
  },
  async confirm(turn, { task: id, reason }) {
    const { db, say } = turn
    const task = await findAssignment(db, id)
    if (!task) return say('task-unknown', { id })
    return [
      say('cancel-check', { line: taskLine(turn, task), person: ownerSaid(turn, task), state: stateSaid(turn, task) }),
      ...(reason ? [say('task-note', { note: reason })] : []),
      say('cancel-confirm-hint'),
    ].join('\n')
  },
  submit: (turn, { task, reason }) => cancelTask(turn, { task, reason: reason ?? null }),
})

export default defineCommand({
  name: 'cancel-task',
  slash: ['huyviec'],
  summary: 'summary-cancel-task',
  examples: ['hủy giao 13.2', 'hủy việc 13.2: giao nhầm người'],
  sentences,
  acts: true,
  asked: 'tasks',
  denied: 'cancel-task',
  form,
  async run(turn): Promise<Reply | Reply[]> {
    const { say, chat } = turn
    if (chat.kind === 'group') return { text: say('task-in-private') }
    if (!mayAnywhere(turn, 'assign')) return refuseRole(turn, say('summary-cancel-task'), rolesThatMay('assign'))
    const directed = await directedTasks(turn)
    if (tasksMeant(turn, directed).tasks.length > 0) return turn.begin()
    return { text: say(directed.length === 0 ? 'tasks-none-given' : 'task-none-such') }
  },
})
