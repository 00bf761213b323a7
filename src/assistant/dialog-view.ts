import type { Reply, Turn } from '../command/command.ts'
import type { Form, Question } from '../command/form.ts'
import type { Say } from '../wording/say.ts'
import type { Control } from './control-words.ts'
import { CONFIRM, EDIT, stepOf, type Draft, type Move } from './draft.ts'

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
  form: Form,
  draft: Draft,
  buttons: boolean,
  note?: string,
): Promise<{ reply: Reply; draft: Draft }> {
  const { question, rows } = await askFor(turn, form, draft)
  const wordsOnly = draft.step === CONFIRM && form.numbersChoose?.(draft.values) === true
  const numbered = (question.options ?? []).length > 0 || (!stepOf(form, draft.step) && !wordsOnly)
  const offered = rows.flat()
  const shown = draft.shown + 1
  const hint = buttons || numbered ? [] : [wordsHint(turn.say, offered)]
  const text = [...(note ? [note, ''] : []), question.text, ...hint].join('\n')
  let place = 0
  const grid = rows.map((row) => row.map(({ label }) => ({ label, data: `!${shown}.${place++}` })))
  const reply: Reply = { text, ...(buttons || numbered ? { buttons: grid } : {}) }
  return { reply, draft: { ...draft, shown, offered } }
}

async function askFor(turn: Turn<never>, form: Form, draft: Draft): Promise<{ question: Question; rows: Offered[][] }> {
  const { say } = turn
  if (draft.step === EDIT) {
    const steps = form.steps.filter(
      ({ name, optional, wanted }) => draft.values[name] !== undefined || optional || wanted,
    )
    const question = { text: say('dialog-edit-which') }
    return {
      question,
      rows: [
        ...steps.map(({ label, name }) => [{ label: say(label), move: { edit: name } }]),
        [back(say), cancel(say)],
      ],
    }
  }
  const step = stepOf(form, draft.step)
  if (!step) {
    const question = { text: (await form.confirm?.(turn, draft.values)) ?? '' }
    return {
      question,
      rows: [[word(say('dialog-confirm'), 'confirm')], [word(say('dialog-edit'), 'edit'), cancel(say)]],
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
