import type { Reply, Turn } from '../command/command.ts'
import type { Form, Question } from '../command/form.ts'
import { capitalised } from '../wording/names.ts'
import type { Say } from '../wording/say.ts'
import type { Control } from './control-words.ts'
import type { FormCommand } from './act.ts'
import { complete, CONFIRM, EDIT, isEditable, stepOf, type Draft, type Move } from './draft.ts'

/** Options shown at once; with the words beside them the list stays below ten. */
const PAGE = 5
const LONGEST_LABEL = 60

type Offered = Draft['offered'][number]

/**
 * A dialog's message: the question with its choices, or what is to be confirmed. Returns the draft too, which remembers
 * what was offered: a button holds only its place in that list.
 *
 * @param buttons whether choices can be pressed there; else they are numbered, which only a question with options is.
 */
export async function showDraft(
  turn: Turn<never>,
  command: FormCommand,
  stands: Draft,
  buttons: boolean,
  how: { note?: string; brief?: boolean } = {},
): Promise<{ reply: Reply; draft: Draft }> {
  const { form } = command
  const draft = complete(form, stands)
  const asked = await askFor(turn, command, draft, how.brief === true)
  const { question } = asked
  const rows = asked.rows.map((row) => row.map((each) => leavingBy(turn.say, form, each)))
  const wordsOnly = draft.step === CONFIRM && form.numbersChoose?.(draft.values) === true
  const numbered = (question.options ?? []).length > 0 || (!stepOf(form, draft.step) && !wordsOnly)
  const offered = rows.flat()
  const shown = draft.shown + 1
  const hint = buttons || numbered ? [] : [wordsHint(turn.say, offered)]
  const text = [...(how.note ? [how.note, ''] : []), question.text, ...hint].join('\n')
  let place = 0
  const grid = rows.map((row) => row.map(({ label }) => ({ label, data: `!${shown}.${place++}` })))
  const reply: Reply = { text, ...(buttons || numbered ? { buttons: grid } : {}) }
  return { reply, draft: { ...draft, shown, offered } }
}

async function askFor(
  turn: Turn<never>,
  { form, summary }: FormCommand,
  draft: Draft,
  brief: boolean,
): Promise<{ question: Question; rows: Offered[][] }> {
  const { say } = turn
  if (draft.doubt !== undefined) return askWhich(turn, form, draft, draft.doubt)
  if (draft.step === EDIT) {
    const steps = form.steps.filter(
      ({ name, optional, wanted }) => draft.values[name] !== undefined || optional || wanted,
    )
    const question = { text: say('dialog-edit-which') }
    return {
      question,
      rows: [
        ...steps.map(({ label, name }) => [{ label: capitalised(say(label)), move: { edit: name } }]),
        [back(say), cancel(say)],
      ],
    }
  }
  const step = stepOf(form, draft.step)
  if (!step) {
    const text = brief ? say('dialog-waits', { what: say(summary) }) : await form.confirm?.(turn, draft.values)
    const question = { text: text ?? '' }
    // Of what was only picked there is nothing to be changed.
    const edit = isEditable(form) ? [word(say('dialog-edit'), 'edit')] : []
    return {
      question,
      rows: [[word(say('dialog-confirm'), 'confirm')], [...edit, cancel(say)]],
    }
  }
  const asked = await step.ask(turn, draft.values)
  const question = { ...asked, options: draft.among?.[step.name] ?? asked.options }
  const options = question.options ?? []
  const start = draft.page * PAGE < options.length ? draft.page * PAGE : 0
  const page = options.slice(start, start + PAGE)
  const rows: Offered[][] = page.map(({ label, value }) => [{ label: shortened(label), move: { answer: value } }])
  if (options.length > PAGE) rows.push([word(say('dialog-more'), 'more')])
  if (step.optional) rows.push([word(say('dialog-skip'), 'skip')])
  rows.push([...(draft.asked.length > 1 ? [back(say)] : []), cancel(say)])
  return { question, rows }
}

/** Words that may be the answer or something else: nothing is done with them before it is said which. */
async function askWhich(
  turn: Turn<never>,
  form: Form,
  draft: Draft,
  doubt: string,
): Promise<{ question: Question; rows: Offered[][] }> {
  const { say } = turn
  const step = stepOf(form, draft.step)
  const said = await step?.parse({ ...turn, text: doubt }, draft.values)
  const answer: Offered[] =
    step && said && 'value' in said
      ? [{ label: say('dialog-is-answer', { label: capitalised(say(step.label)) }), move: { answer: said.value } }]
      : []
  const options: Offered[] = [...answer, { label: say('dialog-is-else'), move: { aside: doubt } }]
  return {
    question: {
      text: say('dialog-which', { text: doubt }),
      options: options.map(({ label }) => ({ label, value: label })),
    },
    rows: [...options.map((each) => [each]), [cancel(say)]],
  }
}

/** A form that changes what stands is left in its own words: "Hủy" might be taken for what it does. */
function leavingBy(say: Say, { leaving }: Form, offered: Offered): Offered {
  const leaves = 'control' in offered.move && offered.move.control === 'cancel'
  return leaves && leaving?.button ? { ...offered, label: say(leaving.button) } : offered
}

function word(label: string, control: Control): Offered {
  return { label, move: { control } satisfies Move }
}

function back(say: Say): Offered {
  return word(say('dialog-back'), 'back')
}

function cancel(say: Say): Offered {
  return word(say('dialog-cancel'), 'cancel')
}

/** Where nothing is numbered, the words that can be typed are named. */
function wordsHint(say: Say, offered: readonly Offered[]): string {
  return say('dialog-words', { words: offered.map(({ label }) => `“${label.toLowerCase()}”`).join(', ') })
}

function shortened(label: string): string {
  return label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}…`
}
