import type { Turn } from '../command/command.ts'
import type { Form, Heard, Step, Values } from '../command/form.ts'
import type { Understanding } from '../language/meaning.ts'
import { fold } from '../language/fold.ts'
import { looksLikeReport } from '../language/looks-like-report.ts'
import { saidTurn, type Act, type FormCommand } from './act.ts'
import { readControl, readCorrection, type Control } from './control-words.ts'
import { advance, answered, CONFIRM, narrowed, newDraft, reopened, stepOf, type Draft, type Move } from './draft.ts'
import { textOf, type TurnParts } from './make-turn.ts'
import { obey } from './obey.ts'
import { prefill } from './open-form.ts'

/** From here on a command is taken for plainly meant where the words are no answer … */
const PLAIN = 0.55
/** … and from here on even where they might be one. */
const SURE = 0.85

/** How questions are put: by a question mark or by the words at their ends. */
const QUESTION =
  /\?\s*$|\b(bao nhieu|may|the nao|nao|gi|ai|dau|sao|ra sao|chua|dat khong|duoc khong|phai khong|khi nao|bao gio|roi nhi|tai sao|vi sao)( (roi|day|a|vay|nhi|the|ha|nha|em|anh|chi|voi|phan tram|ho|tieu chi|chi tieu|diem|ngay))*\s*[?.!]*$/

/** Reads a message as an answer to the open question, a word to the dialog, a correction, or something else. */
export async function hearAnswer(parts: TurnParts, command: FormCommand, draft: Draft): Promise<Act> {
  const { content, addressed } = parts.incoming
  const act = await hear(parts, command, draft)
  // In a group, what does not fit and was not said to the bot was said to the others.
  if (!addressed && content.kind !== 'press' && act === undefined) return { kind: 'silence' }
  if (!addressed && act?.kind === 'aside') return { kind: 'silence' }
  return act ?? { kind: 'go-on', draft, note: parts.house.say('dialog-unfit') }
}

async function hear(parts: TurnParts, command: FormCommand, draft: Draft): Promise<Act | undefined> {
  const { content } = parts.incoming
  if (content.kind === 'press') return press(parts, command, draft, content.data)
  if (content.kind === 'unsupported') return { kind: 'aside' }
  const text = textOf(parts.incoming)
  const typed = content.kind === 'text' ? pickTyped(command.form, draft, text) : undefined
  if (typed) return move(parts, command, draft, typed)
  const control = readControl(text)
  if (control) return (await answerOf(parts, command, draft, text, control)) ?? obey(parts, command, draft, control)
  if (text.startsWith('/')) return { kind: 'aside' }
  return hearWords(parts, command, draft, text)
}

/** "Được" and "không" can be answers; to a question that takes any words they are not. */
async function answerOf(
  parts: TurnParts,
  command: FormCommand,
  draft: Draft,
  text: string,
  control: Control,
): Promise<Act | undefined> {
  if (control !== 'confirm' && control !== 'refuse') return undefined
  const step = stepOf(command.form, draft.step)
  if (!step || step.takesAnyText) return undefined
  const heard = await step.parse(saidTurn(parts, command, text), draft.values)
  return heard && 'value' in heard
    ? { kind: 'go-on', draft: answered(command.form, draft, { [step.name]: heard.value }) }
    : undefined
}

async function hearWords(parts: TurnParts, command: FormCommand, draft: Draft, text: string): Promise<Act | undefined> {
  const { form } = command
  const step = stepOf(form, draft.step)
  if (isReport(parts, form, step, text)) return { kind: 'aside' }
  const corrected = await correct(parts, command, draft, text)
  if (corrected) return corrected

  const pasted = form.steps.find(({ goesOn, name }) => goesOn && name !== draft.step && goesOnAt(step, text))
  const more = await pasted?.hear?.(saidTurn(parts, command, text), draft.values)
  if (pasted && more && 'value' in more) {
    const note = pasted.heard && parts.house.say(pasted.heard)
    return { kind: 'go-on', draft: answered(form, draft, { [pasted.name]: more.value }), note }
  }

  const understood = text === '' ? undefined : parts.house.language().understand(text, parts.today)
  const asks = understood && (step?.takesAnyText ? /\?\s*$/.test(text) : QUESTION.test(fold(text)))
  if (asks && namesAnother(parts, understood, command, 0)) return { kind: 'aside' }

  const turn = saidTurn(parts, command, text, understood)
  const plain = form.steps.filter((each) => each.plain && each !== step && draft.values[each.name] !== undefined)
  const own = await hearUnasked(parts, form, turn, draft, plain)
  if (own) return own

  const asked = step?.plain === true ? await step.parse(turn, draft.values) : undefined
  if (step && asked) return take(form, draft, step.name, asked)

  // A command that does something is plainly meant, though its number might be a figure: "trả lại báo cáo 1".
  if (understood && !step?.takesAnyText && namesAnother(parts, understood, command, SURE) && acts(parts, understood))
    return { kind: 'aside' }

  const heard = await step?.parse(turn, draft.values)
  if (step && heard) return take(form, draft, step.name, heard)
  const anew =
    draft.step === CONFIRM && understood ? await heardAnew(parts, command, draft, turn, understood) : undefined
  if (anew) return anew
  const elsewhere = await hearUnasked(parts, form, turn, draft)
  if (elsewhere) return elsewhere
  if (understood && namesAnother(parts, understood, command, PLAIN)) return { kind: 'aside' }
  // The same asked for again, with nothing new in it: the question is put again.
  return understood?.kind === 'meaning' && !namesAnother(parts, understood, command, 0)
    ? { kind: 'go-on', draft }
    : undefined
}

/** A report that is pasted while something else waits for words is no reason, no note and no source: it is read first. */
function isReport({ incoming }: TurnParts, form: Form, step: Step | undefined, text: string): boolean {
  if (incoming.content.kind !== 'text' || incoming.chat.kind !== 'private' || step?.quotes) return false
  return !form.steps.some(({ goesOn }) => goesOn) && looksLikeReport(text)
}

/** Where words are asked for, only what is plainly a report goes on with the one before; the name of a source may be long. */
function goesOnAt(step: Step | undefined, text: string): boolean {
  return !step?.takesAnyText || looksLikeReport(text)
}

function acts({ house }: TurnParts, understood: Understanding): boolean {
  if (understood.kind !== 'meaning') return false
  return house.commands.some(({ name, acts: does }) => does === true && name === understood.command)
}

/** Whether another command is meant. Two commands with one form are the same dialog, and so are twins. */
function namesAnother({ house }: TurnParts, understood: Understanding, command: FormCommand, least: number): boolean {
  const isOther = (name: string) => {
    const other = house.commands.find((each) => each.name === name)
    return other !== undefined && other.form !== command.form && other.twin !== command.name && command.twin !== name
  }
  if (understood.kind === 'ambiguous')
    return least === 0 && understood.options.every((option) => isOther(option.command))
  return understood.kind === 'meaning' && understood.confidence >= least && isOther(understood.command)
}

/** "sửa ngày" asks that step again; "không, 160 hộ" changes what the rest says. */
async function correct(parts: TurnParts, command: FormCommand, draft: Draft, text: string): Promise<Act | undefined> {
  const rest = readCorrection(text)
  if (rest === undefined) return undefined
  const { form } = command
  const { say } = parts.house
  const wanted = fold(rest)
  const named = form.steps.find(({ label }) => fold(say(label)).startsWith(wanted) || wanted === fold(say(label)))
  if (named) return { kind: 'go-on', draft: reopened(draft, named.name) }
  return hearUnasked(parts, form, saidTurn(parts, command, rest), draft)
}

function take(form: Form, draft: Draft, name: string, heard: NonNullable<Heard>): Act {
  if ('value' in heard) return { kind: 'go-on', draft: answered(form, draft, { [name]: heard.value }) }
  if ('among' in heard) return { kind: 'go-on', draft: narrowed(draft, name, heard.among) }
  return { kind: 'go-on', draft, note: heard.problem }
}

/** Takes what a message says of any of the steps that is not so already; undefined where it says nothing of the sort. */
async function hearUnasked(
  parts: TurnParts,
  form: Form,
  turn: Turn<never>,
  draft: Draft,
  steps: readonly Step[] = form.steps,
): Promise<Act | undefined> {
  const { say } = parts.house
  const changed: Values = {}
  const notes = new Set<string>()
  let other: Act | undefined
  for (const step of steps) {
    const heard = await step.hear?.(turn, { ...draft.values, ...changed })
    if (!heard) continue
    if (!('value' in heard)) other ??= take(form, draft, step.name, heard)
    else if (JSON.stringify(heard.value) !== JSON.stringify(draft.values[step.name])) {
      changed[step.name] = heard.value
      notes.add(say(step.heard ?? 'dialog-corrected'))
    }
  }
  if (notes.size === 0) return other
  return { kind: 'go-on', draft: answered(form, draft, changed), note: [...notes].join('\n') }
}

/** The number or the words of what was offered. Where no options were, a number is an answer. */
function pickTyped(form: Form, { step, offered, values }: Draft, text: string): Move | undefined {
  const choosesElse = step === CONFIRM && form.numbersChoose?.(values) === true
  const numbered = (!stepOf(form, step) && !choosesElse) || offered.some(({ move: each }) => 'answer' in each)
  const typed = text.trim()
  if (numbered && /^\d{1,2}[.)]?$/.test(typed)) return offered[Number.parseInt(typed, 10) - 1]?.move
  const words = fold(typed)
  return offered.find(({ label }) => fold(label) === words)?.move
}

/** A button counts only under the question that is open: an earlier one shows where the dialog stands. */
async function press(parts: TurnParts, command: FormCommand, draft: Draft, data: string): Promise<Act | undefined> {
  const [, shown, place] = /^!(\d+)\.(\d+)$/.exec(data) ?? []
  if (shown === undefined) return { kind: 'aside' }
  const pressed = Number(shown) === draft.shown ? draft.offered[Number(place)] : undefined
  if (!pressed) return { kind: 'go-on', draft, note: parts.house.say('dialog-old-button') }
  return move(parts, command, draft, pressed.move)
}

async function move(parts: TurnParts, command: FormCommand, draft: Draft, to: Move): Promise<Act> {
  if ('control' in to) return obey(parts, command, draft, to.control)
  if ('edit' in to) return { kind: 'go-on', draft: reopened(draft, to.edit) }
  return { kind: 'go-on', draft: answered(command.form, draft, { [draft.step]: to.answer }) }
}

/**
 * A whole new message of the same kind, where something else waits to be confirmed: it is another matter, not a correction
 * of two things at once, so nothing of the old stays (its day, its evidence).
 */
async function heardAnew(
  parts: TurnParts,
  command: FormCommand,
  draft: Draft,
  turn: Turn<never>,
  understood: Understanding,
): Promise<Act | undefined> {
  if (understood.kind !== 'meaning' || understood.confidence < SURE) return undefined
  if (namesAnother(parts, understood, command, 0)) return undefined
  const { form, name } = command
  const { values, among } = await prefill(form, turn, {})
  const changed = form.steps.filter(
    (step) =>
      values[step.name] !== undefined && JSON.stringify(values[step.name]) !== JSON.stringify(draft.values[step.name]),
  )
  if (changed.filter((step) => step.presumed === undefined).length < 2) return undefined
  const fresh = { ...newDraft(name, form.version, values, turn.text, draft.below), among }
  const shown = { shown: draft.shown, message: draft.message }
  return { kind: 'go-on', draft: advance(form, { ...fresh, ...shown }), note: parts.house.say('dialog-anew') }
}
