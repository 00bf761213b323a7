import { defineCommand, type Reply, type Target, type Turn } from '../src/command/command.ts'
import { fold } from '../src/language/fold.ts'
import { endNote } from '../src/replies/unit-notes.ts'
import { targetsNamed } from '../src/replies/unit-set.ts'
import { liveWithin, type Assignment } from '../src/store/assignments.ts'
import type { Unit } from '../src/store/units.ts'
import { tasksListed } from '../src/tasks/list-tasks.ts'
import { namedTargets } from '../src/tasks/tasks-meant.ts'
import { unitAsked } from '../src/tasks/unit-asked.ts'
import { isLate, isSoon, readWhen } from '../src/tasks/when-due.ts'
import { whoReply } from '../src/tasks/who.ts'
import { day } from '../src/wording/figures.ts'
import { capitalised, unitName } from '../src/wording/names.ts'
import sentences from './sentences/tasks.ts'

type TasksTurn = Turn<'units'>

/** Folded words that ask who or until when, so that what was talked about before can be meant. */
const ASKS_WHO = /\b(ai|nguoi (phu trach|lam|nhan)|khi nao|bao gio|ngay nao|deadline)\b|^han\b/
/** "Bao giờ đến hạn": until when the one thing is that was talked about. */
const ASKS_DUE =
  /^(?:the |vay )?(?:khi nao|bao gio|chung nao|ngay nao) (?:thi )?(?:den |toi |het )?han\b|\bhan (?:la |den )?(?:khi nao|bao gio|chung nao|ngay nao)\b/
const DONE = /\b(da xong|da hoan thanh|cho xac nhan|xong roi)\b/
/** Who has not answered, and who has: "ai chưa nhận việc". */
const NOT_TAKEN = /\bchua (?:bao )?(?:da )?nhan\b/
const TAKEN = /\b(?:da|ai) nhan (?:viec|nhiem vu)\b|\bnhan (?:viec )?(?:roi|chua)\b/
const GIVEN = /\b(toi|em|minh) (da )?giao\b/

export default defineCommand({
  name: 'tasks',
  slash: ['phutrach', 'quahan'],
  summary: 'summary-tasks',
  examples: ['ai phụ trách 17.5', 'việc quá hạn', 'việc sắp đến hạn'],
  sentences,
  needs: ['units'],
  async run(turn): Promise<Reply> {
    const { say, mentions } = turn
    const asked = await unitAsked(turn)
    if ('reply' in asked) return asked.reply
    const { unit } = asked
    const folded = fold(turn.text)
    const ofOne = ASKS_DUE.test(folded) && mentions.units.length === 0 && turn.before?.target !== undefined
    const when = ofOne ? undefined : readWhen(folded)
    const ofAnswers = NOT_TAKEN.test(folded) || TAKEN.test(folded)
    const isList =
      when !== undefined || ofAnswers || DONE.test(folded) || GIVEN.test(folded) || mentions.people.length > 0
    const targets = targetsNamed({ ...turn, mentions: { ...mentions, targets: namedTargets(mentions) } })
    if (!isList) {
      const meant = targets.length > 0 || !ASKS_WHO.test(folded) ? targets : targetsBefore(turn)
      if (meant.length > 0) return whoReply(turn, unit, meant)
      if (ASKS_WHO.test(folded)) return { text: say('tasks-which-target') }
    }
    return listed(turn, unit, targets, folded)
  },
})

/** What was talked about before: "ai phụ trách?" after a question about an indicator. */
function targetsBefore({ before, catalogs, sets }: TasksTurn): Target[] {
  const code = before?.target
  if (code === undefined) return []
  return catalogs
    .all()
    .filter(
      ({ id }) =>
        (before?.set === undefined || before.set === id) && (sets.length === 0 || sets.some((set) => set.id === id)),
    )
    .flatMap((set): Target[] => {
      if (catalogs.indicator(set.id, code)) return [{ kind: 'indicator', set, code }]
      return catalogs.criterion(set.id, Number(code)) ? [{ kind: 'criterion', set, code }] : []
    })
}

async function listed(turn: TasksTurn, unit: Unit, targets: readonly Target[], folded: string): Promise<Reply> {
  const { db, say, today, mentions, speaker, chat } = turn
  const when = readWhen(folded)
  const date = mentions.dates.at(-1)
  const people = mentions.people.flatMap(({ ids }) => ids)
  const filters: ((task: Assignment) => boolean)[] = []
  if (people.length > 0) filters.push(({ person_id }) => people.includes(person_id))
  if (targets.length > 0)
    filters.push(({ set_id, target }) => targets.some(({ set, code }) => set.id === set_id && code === target))
  if (GIVEN.test(folded)) filters.push(({ given_by }) => given_by === speaker.personId)
  if (DONE.test(folded)) filters.push(({ state }) => state === 'done')
  if (NOT_TAKEN.test(folded)) filters.push(({ state, accepted_at }) => state === 'open' && accepted_at === null)
  if (when === 'late') filters.push(({ due, state }) => state === 'open' && isLate(today, due))
  else if (date && date.to >= today) filters.push(({ due }) => due >= today && due <= date.to)
  else if (when === 'soon') filters.push(({ due, state }) => state === 'open' && isSoon(today, due))
  const tasks = (await liveWithin(db, unit.path)).filter((task) => filters.every((keep) => keep(task)))
  const named = { unit: capitalised(unitName(say, unit)), count: tasks.length }
  const kind = when === 'late' ? 'late' : date && date.to >= today ? 'until' : when === 'soon' ? 'soon' : 'all'
  const notes = await endNote(turn, unit)
  if (tasks.length === 0) {
    const none =
      kind === 'until'
        ? say('tasks-none-until', { ...named, day: day(date?.to ?? today) })
        : say(`tasks-none-${kind}`, named)
    return { text: [none, ...notes].join('\n\n') }
  }
  const title =
    kind === 'until' ? say('tasks-until', { ...named, day: day(date?.to ?? today) }) : say(`tasks-${kind}`, named)
  const list = tasksListed(turn, title, tasks, kind === 'late')
  const hint = kind === 'late' && chat.kind === 'group' ? [say('tasks-group-hint')] : []
  return { text: [list, ...hint, ...notes].join('\n\n') }
}
