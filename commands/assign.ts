import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import { fold } from '../src/language/fold.ts'
import { may, rolesThatMay } from '../src/people/permissions.ts'
import { mayAnywhere, namedUnits } from '../src/replies/own-communes.ts'
import { refuse, refuseRole } from '../src/replies/refusal.ts'
import { lastEvent } from '../src/store/assignment-events.ts'
import { type Assignment } from '../src/store/assignments.ts'
import { assignForm } from '../src/tasks/assign-form.ts'
import { directedTasks } from '../src/tasks/own-tasks.ts'
import { taskLabel } from '../src/tasks/task-step.ts'
import { namedTargets, readTaskIds, tasksMeant } from '../src/tasks/tasks-meant.ts'
import sentences from './sentences/assign.ts'

/** Folded words that hand a task on to somebody else. */
const HANDS_ON = /\b(chuyen|giao lai|ban giao|doi nguoi|thay nguoi|thay doi nguoi)\b/

export default defineCommand({
  name: 'assign',
  slash: ['giaoviec', 'phancong'],
  summary: 'summary-assign',
  examples: ['giao 13.2 cho anh Tùng hạn 31/12', 'phân công'],
  sentences,
  acts: true,
  asked: 'tasks',
  form: assignForm,
  async run(turn): Promise<Reply | Reply[]> {
    const { say, chat, subject, text } = turn
    if (chat.kind === 'group') return { text: say('task-in-private') }
    if (!mayAnywhere(turn, 'assign')) return refuseRole(turn, say('summary-assign'), rolesThatMay('assign'))
    const units = (await namedUnits(turn, 'assign')).filter(({ level }) => level === 'xa' || level === 'thon')
    const [other] = units
    if (other && !units.some((unit) => may(turn.speaker, 'assign', unit))) return refuse(turn, 'assign', other)
    const numbers = readTaskIds(text)
    if (subject !== undefined || numbers.length > 0 || HANDS_ON.test(fold(text.split(':')[0] ?? ''))) {
      const tasks = await tasksToHandOn(turn)
      const [only] = tasks
      if (only && tasks.length === 1) return turn.begin(await handedOn(turn, only))
      if (tasks.length > 1)
        return {
          text: say('hand-on-which'),
          choices: tasks.map((task) => ({
            label: taskLabel(turn, task),
            ask: { command: 'assign', subject: String(task.id) },
          })),
        }
      if (subject !== undefined || numbers.length > 0) return { text: say('task-none-such') }
    }
    const also = alsoNamed(turn)
    return turn.begin(also.length > 0 ? { also } : {})
  },
})

/** The codes that are named besides the first: "giao 2.1 và 13.5" are two tasks, given one after the other. */
function alsoNamed({ mentions }: Turn<never>): string[] {
  const [first, ...others] = namedTargets(mentions)
  const codesOf = (mention: typeof first) => mention?.readings.map(({ code }) => code) ?? []
  const codes = others.filter(({ text }) => /\d/.test(text)).flatMap((each) => codesOf(each).slice(0, 1))
  return [...new Set(codes)].filter((code) => !codesOf(first).includes(code)).slice(0, MOST_CHOICES)
}

const MOST_CHOICES = 8

/** The tasks that are named to be handed on; of several, those of the one who is named as having it. */
async function tasksToHandOn(turn: Turn<never>): Promise<Assignment[]> {
  const directed = await directedTasks(turn)
  const { mentions } = turn
  const { tasks, named } = tasksMeant({ ...turn, mentions: { ...mentions, people: [] } }, directed)
  const people = mentions.people.flatMap(({ ids }) => ids)
  const of = tasks.filter(({ person_id }) => people.includes(person_id))
  // "Chuyển việc của chị Hoa cho anh Tùng": hers, whichever they are.
  const [from, to] = mentions.people
  if (!named && from && to) return tasks.filter(({ person_id }) => from.ids.includes(person_id)).slice(0, MOST_CHOICES)
  const meant = tasks.length > 1 && of.length > 0 ? of : tasks
  return named ? meant.slice(0, MOST_CHOICES) : []
}

/** What stands of a task that is handed on; a day that is said, or has passed, is heard or asked. */
async function handedOn({ db, mentions, today }: Turn<never>, task: Assignment) {
  return {
    handsOn: { task: task.id, from: task.person_id },
    unit: task.unit_id,
    target: { set: task.set_id, code: task.target, seen: await lastEvent(db) },
    ...(mentions.dates.length > 0 || task.due < today ? {} : { due: task.due }),
    ...(mentions.freeText === undefined ? { task: task.task } : {}),
  }
}
