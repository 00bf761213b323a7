import { defineCommand, type Choice, type Reply, type Turn } from '../src/command/command.ts'
import { fold } from '../src/language/fold.ts'
import type { Assignment } from '../src/store/assignments.ts'
import { extensionChoices } from '../src/tasks/extend.ts'
import { givenChoices } from '../src/tasks/give.ts'
import { directedTasks, ownTasks } from '../src/tasks/own-tasks.ts'
import { ownerSaid, stateSaid, taskLine } from '../src/tasks/describe.ts'
import { readTaskIds } from '../src/tasks/tasks-meant.ts'
import { isLate, isSoon, readWhen } from '../src/tasks/when-due.ts'
import sentences from './sentences/my-tasks.ts'

/** More are counted. */
const MOST = 20
const MOST_CHOICES = 4

export default defineCommand({
  name: 'my-tasks',
  slash: ['viec', 'vieccuatoi'],
  summary: 'summary-my-tasks',
  examples: ['việc của tôi'],
  sentences,
  async run(turn): Promise<Reply> {
    const { say, chat, speaker } = turn
    if (!speaker.personId) return { text: say('task-stranger') }
    if (chat.kind === 'group') return { text: say('my-tasks-in-private') }
    const own = await ownTasks(turn)
    const wanted = own.filter(wantedBy(turn))
    const waiting = (await directedTasks(turn)).filter(
      ({ person_id, state, asked_due }) => person_id !== speaker.personId && (state === 'done' || asked_due !== null),
    )
    const blocks = [ownLines(turn, own, wanted), ...(waiting.length > 0 ? [waitingLines(turn, waiting)] : [])]
    return { text: blocks.join('\n\n'), choices: choicesFor(turn, wanted, waiting) }
  },
})

/** "việc của tôi tuần này", "… quá hạn": only those. */
function wantedBy(turn: Turn<never>): (task: Assignment) => boolean {
  const { today, mentions } = turn
  const when = readWhen(fold(turn.text))
  const date = mentions.dates.at(-1)
  const ids = readTaskIds(turn.text)
  if (ids.length > 0) return ({ id }) => ids.includes(id)
  if (when === 'late') return ({ due }) => isLate(today, due)
  if (date && date.to >= today) return ({ due }) => due <= date.to
  return when === 'soon' ? ({ due }) => isLate(today, due) || isSoon(today, due) : () => true
}

function ownLines(turn: Turn<never>, own: readonly Assignment[], wanted: readonly Assignment[]): string {
  const { say } = turn
  const [first] = wanted
  if (own.length === 0) return say('my-tasks-none')
  if (!first) return say('my-tasks-none-then', { count: own.length })
  const lines = wanted
    .slice(0, MOST)
    .map((task) => say('my-tasks-line', { line: taskLine(turn, task), state: stateSaid(turn, task) }))
  return [
    say('my-tasks-title', { count: wanted.length }),
    ...lines,
    ...(wanted.length > MOST ? [say('tasks-more', { count: wanted.length - MOST })] : []),
    ...hintOf(turn, wanted),
  ].join('\n')
}

/** What can be said of the most urgent that is still to be done. */
function hintOf({ say }: Turn<never>, tasks: readonly Assignment[]): string[] {
  const open = tasks.find(({ state }) => state === 'open')
  return open ? [say('my-tasks-hint', { id: open.id })] : []
}

/** What others wait for an answer to. */
function waitingLines(turn: Turn<never>, waiting: readonly Assignment[]): string {
  const { say } = turn
  const lines = waiting.slice(0, MOST).map((task) =>
    say('my-tasks-waiting-line', {
      line: taskLine(turn, task),
      person: ownerSaid(turn, task),
      state: stateSaid(turn, task),
    }),
  )
  const more = waiting.length > MOST ? [say('tasks-more', { count: waiting.length - MOST })] : []
  return [say('my-tasks-waiting', { count: waiting.length }), ...lines, ...more, say('my-tasks-waiting-hint')].join(
    '\n',
  )
}

function choicesFor(turn: Turn<never>, own: readonly Assignment[], waiting: readonly Assignment[]): Choice[] {
  const { say } = turn
  const [first] = own
  const [asks] = waiting
  if (asks && waiting.length === 1 && own.length === 0)
    return asks.state === 'done'
      ? [
          { label: say('finish-agree'), ask: { command: 'confirm-task', subject: String(asks.id) } },
          { label: say('finish-refuse'), ask: { command: 'reopen-task', subject: String(asks.id) } },
        ]
      : extensionChoices(turn, asks.id)
  if (first && own.length === 1 && first.state === 'open' && first.accepted_at === null)
    return givenChoices(turn, first.id)
  return own
    .filter(({ state }) => state === 'open')
    .slice(0, MOST_CHOICES)
    .map(({ id }) => ({ label: say('my-tasks-finish', { id }), ask: { command: 'finish-task', subject: String(id) } }))
}
