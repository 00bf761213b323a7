import { z } from 'zod'
import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import { defineForm, type Heard, type Step } from '../src/command/form.ts'
import { fold } from '../src/language/fold.ts'
import { taskLine } from '../src/tasks/describe.ts'
import { dueStep } from '../src/tasks/due-step.ts'
import { ownTasks } from '../src/tasks/own-tasks.ts'
import { reasonStep } from '../src/tasks/reason-step.ts'
import { taskStep } from '../src/tasks/task-step.ts'
import { tasksMeant } from '../src/tasks/tasks-meant.ts'
import { askFor, WISHES, type TroubleValues, type Wish } from '../src/tasks/trouble.ts'
import { findAssignment, type Assignment } from '../src/store/assignments.ts'
import sentences from './sentences/task-trouble.ts'

type FormTurn = Turn<never>

async function openTasks(turn: FormTurn): Promise<Assignment[]> {
  return (await ownTasks(turn)).filter(({ state }) => state === 'open')
}

const wishStep: Step<TroubleValues, 'wish'> = {
  name: 'wish',
  label: 'trouble-label-wish',
  value: z.enum(WISHES),
  async ask(turn, { task }) {
    const { db, say } = turn
    const found = task === undefined ? undefined : await findAssignment(db, task)
    return {
      text: [...(found ? [say('extend-now', { line: taskLine(turn, found) })] : []), say('trouble-ask-wish')].join(
        '\n',
      ),
      options: WISHES.map((wish) => ({ label: say(`trouble-wish-${wish}`), value: wish })),
    }
  },
  plain: true,
  parse: ({ text }) => hearWish(text),
  // A reason may speak of anything.
  hear: ({ text }, { wish }) => (wish === undefined ? hearWish(text) : undefined),
}

/** Folded words by which each is asked for; what comes first is looked for first. */
const ASKS: readonly [Wish, RegExp][] = [
  [
    'hand-on',
    /\b(nguoi khac|ai khac|anh khac|chi khac|doi nguoi|thay nguoi|chuyen (cho|giao|viec)|giao lai cho|tra lai viec)\b/,
  ],
  ['extend', /\b(gia han|lui han|them (thoi gian|\d+ |may |vai |mot )|cham lai|khat)/],
  ['help', /\b(vuong|mac mo|tro ngai|bao lai|nho (can bo|xa)|can bo giup|xin (y kien|chi dao|huong dan|ho tro))/],
]

function hearWish(text: string): Heard<Wish> {
  const said = fold(text)
  const wish = ASKS.find(([, words]) => words.test(said))?.[0]
  return wish && { value: wish }
}

/** What is said at once is done at once, as with a request for another day. */
const form = defineForm<TroubleValues>({
  version: 1,
  steps: [
    taskStep('trouble-ask-task', openTasks),
    wishStep,
    { ...dueStep, wanted: ({ wish }: Partial<TroubleValues>) => wish === 'extend' },
    reasonStep('trouble-ask-reason'),
  ],
  submit: askFor,
})

/** Somebody cannot do a task: what can be asked for is offered, and whoever decides on it is told why. */
export default defineCommand({
  name: 'task-trouble',
  slash: ['baovuong'],
  summary: 'summary-task-trouble',
  examples: ['không làm được việc này', 'việc 13.2 đang vướng mặt bằng'],
  sentences,
  acts: true,
  asked: 'my-tasks',
  denied: 'task-trouble',
  form,
  async run(turn): Promise<Reply | Reply[]> {
    const { say, chat, speaker } = turn
    if (chat.kind === 'group') return { text: say('task-in-private') }
    if (!speaker.personId) return { text: say('task-stranger') }
    const own = await openTasks(turn)
    if (own.length === 0) return { text: [say('my-tasks-none'), say('trouble-contact')].join(' ') }
    const { tasks } = tasksMeant(turn, own)
    return tasks.length > 0 ? turn.begin() : { text: say('task-none-such') }
  },
})
