import { defineCommand, type Reply } from '../src/command/command.ts'
import { acceptTasks } from '../src/tasks/accept.ts'
import { ownTasks } from '../src/tasks/own-tasks.ts'
import { tasksMeant } from '../src/tasks/tasks-meant.ts'
import sentences from './sentences/accept-task.ts'

export default defineCommand({
  name: 'accept-task',
  slash: ['nhanviec'],
  summary: 'summary-accept-task',
  examples: ['đã nhận việc', 'em nhận việc 13.2'],
  sentences,
  acts: true,
  asked: 'tasks',
  denied: 'my-tasks',
  async run(turn): Promise<Reply> {
    const { say, chat, speaker } = turn
    if (chat.kind === 'group') return { text: say('task-in-private') }
    if (!speaker.personId) return { text: say('task-stranger') }
    const own = await ownTasks(turn)
    const { tasks, named } = tasksMeant(turn, own)
    // Without a name, all that has not been answered is meant: to say so of one too many does no harm.
    const meant = named ? tasks : tasks.filter(({ state, accepted_at }) => state === 'open' && accepted_at === null)
    if (meant.length > 0)
      return acceptTasks(
        turn,
        meant.map(({ id }) => id),
      )
    if (own.length === 0) return { text: say('my-tasks-none') }
    return { text: say(named ? 'task-none-such' : 'accept-none') }
  },
})
