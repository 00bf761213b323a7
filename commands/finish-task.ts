import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import { defineForm } from '../src/command/form.ts'
import { filesShape, hearFiles, MOST_FILES } from '../src/replies/hear-files.ts'
import type { Assignment } from '../src/store/assignments.ts'
import { finishTask, type FinishValues } from '../src/tasks/finish.ts'
import { directedTasks, ownTasks } from '../src/tasks/own-tasks.ts'
import { taskLate } from '../src/tasks/move-task.ts'
import { noteStep } from '../src/tasks/note-step.ts'
import { taskStep } from '../src/tasks/task-step.ts'
import { tasksMeant } from '../src/tasks/tasks-meant.ts'
import sentences from './sentences/finish-task.ts'

/** What is said at once is done at once: "xong 13.5: đã nộp hồ sơ", with a photo or without. */
const form = defineForm<FinishValues>({
  version: 1,
  steps: [
    taskStep('finish-ask-task', ownTasks),
    {
      name: 'files',
      label: 'finish-label-files',
      heard: 'report-files-kept',
      takesFiles: true,
      value: filesShape,
      optional: true,
      ask: ({ say }) => ({ text: say('finish-ask-files', { most: MOST_FILES }) }),
      parse: (turn, { files }) => hearFiles(turn, files),
      hear: (turn, { files }) => hearFiles(turn, files),
    },
    noteStep('finish-ask-note'),
  ],
  submit: (turn, values) =>
    finishTask(turn, { task: values.task, files: values.files ?? null, note: values.note ?? null }),
})

export default defineCommand({
  name: 'finish-task',
  slash: ['xongviec'],
  summary: 'summary-finish-task',
  examples: ['xong việc 13.5', 'xong 13.5: đã nộp hồ sơ lên huyện'],
  sentences,
  acts: true,
  asked: 'tasks',
  denied: 'reopen-task',
  twin: 'confirm-task',
  form,
  async run(turn): Promise<Reply | Reply[]> {
    const { say, chat, speaker } = turn
    if (chat.kind === 'group') return { text: say('task-in-private') }
    if (!speaker.personId) return { text: say('task-stranger') }
    const own = await ownTasks(turn)
    const { tasks, named } = tasksMeant(turn, own)
    if (tasks.length > 0) return turn.begin()
    const others = named ? tasksMeant(turn, await directedTasks(turn)).tasks : []
    const [other] = others
    if (other && others.length === 1) return notOwn(turn, other)
    return { text: say(own.length === 0 ? 'my-tasks-none' : 'task-none-such') }
  },
})

/** Of the one who gave it the same words are no agreement yet: that is offered, where its owner has said so. */
async function notOwn(turn: Turn<never>, { id, state }: Assignment): Promise<Reply> {
  const { text } = await taskLate(turn, id)
  if (state !== 'done') return { text }
  const choice = { label: turn.say('finish-agree'), ask: { command: 'confirm-task', subject: String(id) } }
  return { text: [text, turn.say('finish-hint', { id })].join('\n'), choices: [choice] }
}
