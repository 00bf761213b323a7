import type { Turn } from '../command/command.ts'
import type { Form, Heard, Option, Step, Values } from '../command/form.ts'
import type { Understanding } from '../language/meaning.ts'
import { fold } from '../language/fold.ts'
import { looksLikeReport } from '../language/looks-like-report.ts'
import { saidTurn, type Act, type FormCommand } from './act.ts'
import { isPutOff, readControl, readCorrection, type Control } from './control-words.ts'
import { changesSaid } from './changes-said.ts'
import { answered, CONFIRM, isSet, narrowed, reopened, stepOf, type Draft, type Move } from './draft.ts'
import { saysOnlyNames } from './says-only-names.ts'
import { textOf, type TurnParts } from './make-turn.ts'
import {
  acts,
  endsInQuestionMark,
  isQuestion,
  isTaughtElse,
  mayBeElse,
  namesAnother,
  PLAIN,
  SURE,
} from './meant-else.ts'
import { obey } from './obey.ts'
import { onlyWith } from './only-with.ts'

/** Reads a message as an answer to the open question, a word to the dialog, a correction, or something else. */
export async function hearAnswer(parts: TurnParts, command: FormCommand, draft: Draft): Promise<Act> {
  const { content, addressed } = parts.incoming
  const act = await hear(parts, command, draft)
  // In a group, what does not fit and was not said to the bot was said to the others.
  if (!addressed && content.kind !== 'press' && act === undefined) return { kind: 'silence' }
  if (!addressed && (act?.kind === 'aside' || act?.kind === 'anew')) return { kind: 'silence' }
  return act ?? { kind: 'go-on', draft, note: parts.house.say('dialog-unfit') }
}

async function hear(parts: TurnParts, command: FormCommand, draft: Draft): Promise<Act | undefined> {
  const { content } = parts.incoming
  if (content.kind === 'press') return press(parts, command, draft, content.data)
  if (content.kind === 'unsupported') return { kind: 'aside' }
  const text = textOf(parts.incoming)
  const typed = content.kind === 'text' ? pickTyped(command.form, draft, text) : undefined
  if (typed) return move(parts, command, draft, typed)
  return hearText(parts, command, { ...draft, doubt: undefined }, text)
}

async function hearText(parts: TurnParts, command: FormCommand, draft: Draft, text: string): Promise<Act | undefined> {
  const control = readControl(text) ?? (confirmsInItsWords(command.form, draft, text) ? 'confirm' : undefined)
  if (control) return (await answerOf(parts, command, draft, text, control)) ?? obey(parts, command, draft, control)
  if (text.startsWith('/')) return { kind: 'aside' }
  if (!stepOf(command.form, draft.step)?.takesAnyText && isPutOff(text)) return { kind: 'later' }
  return hearWords(parts, command, draft, text)
}

/** "Duyệt đi", said to what is shown to be approved. */
function confirmsInItsWords({ confirmedBy }: Form, { step }: Draft, text: string): boolean {
  return (
    step === CONFIRM &&
    confirmedBy?.test(
      fold(text)
        .replace(/[.!]+$/, '')
        .trim(),
    ) === true
  )
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
  const understood = text === '' ? undefined : parts.house.language().understand(text, parts.today)
  const another = (least: number) => understood !== undefined && namesAnother(parts, understood, command, least)
  const actsSurely = understood !== undefined && another(SURE) && acts(parts, understood)

  const corrected = await correct(parts, command, draft, text, actsSurely)
  if (corrected) return corrected

  const pasted = form.steps.find(({ goesOn, name }) => goesOn && name !== draft.step && goesOnAt(step, text))
  const more = await pasted?.hear?.(saidTurn(parts, command, text), draft.values)
  if (pasted && more && 'value' in more) {
    const note = pasted.heard && parts.house.say(pasted.heard)
    return { kind: 'go-on', draft: answered(form, draft, { [pasted.name]: more.value }), note }
  }

  const asks = step?.takesAnyText ? endsInQuestionMark(text) : isQuestion(text)
  if (asks && another(0)) return { kind: 'aside' }

  const turn = saidTurn(parts, command, text, understood)
  if (understood && (await beginsAnew(parts, command, draft, turn, understood))) return { kind: 'anew' }

  const plain = form.steps.filter((each) => each.plain && each !== step && draft.values[each.name] !== undefined)
  const own = await hearUnasked(form, turn, draft, plain)
  if (own) return own

  const asked = step?.plain === true ? await step.parse(turn, draft.values) : undefined
  if (step && asked) return takeAll(form, turn, draft, step, asked)

  // A command that does something is plainly meant, though its number might be a figure: "trả lại báo cáo 1".
  if (actsSurely && !step?.takesAnyText) return { kind: 'aside' }

  const option = step && (await optionInWords(turn, draft, step, text))
  if (step && option) return takeAll(form, turn, draft, step, { value: option.value })

  const heard = await step?.parse(turn, draft.values)
  if (step && heard) {
    const isElse =
      understood !== undefined &&
      (mayBeElse(parts, understood, command, text) ||
        // A note may say anything, but hardly "báo cáo của tôi".
        (step.optional === true && !text.includes('\n') && isTaughtElse(parts, understood, command)))
    const unsure = step.takesAnyText && 'value' in heard && isElse
    return unsure ? { kind: 'go-on', draft: { ...draft, doubt: text } } : takeAll(form, turn, draft, step, heard)
  }
  const elsewhere = await hearUnasked(form, turn, draft, changeable(form, draft, turn, another(SURE)), !another(PLAIN))
  if (elsewhere) return elsewhere
  if (another(PLAIN)) return { kind: 'aside' }
  // The same asked for again, with nothing new in it: the question is put again.
  return understood?.kind === 'meaning' && !another(0) ? { kind: 'go-on', draft } : undefined
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

/**
 * What may be heard though it was not asked for. While a question is open, what was said before is changed only by its
 * name alone ("17.5", "hạn 25/12"), for other words may be meant for an answer. The step that is asked has read the words
 * already, and one that takes any words would take those that another command is surely meant by.
 */
function changeable(form: Form, draft: Draft, turn: Turn<never>, otherIsMeant: boolean): Step[] {
  const open = stepOf(form, draft.step)
  // Of another unit than the one so far, the figure is another too: "còn thôn Nội 100/150".
  const named = !open || saysOnlyNames(turn) || turn.mentions.units.length > 0
  return form.steps.filter(
    (step) => step !== open && (named || !isSet(draft, step.name)) && !(step.takesAnyText && otherIsMeant),
  )
}

/** The only one of a question's options whose label has all the words: "nâng cao", "anh Tùng địa chính". */
async function optionInWords(turn: Turn<never>, draft: Draft, step: Step, text: string): Promise<Option | undefined> {
  const among = draft.among?.[step.name]
  if (among) return onlyWith(text, among)
  if (step.takesAnyText) return undefined
  const heard = await step.parse(turn, draft.values)
  return heard && !('among' in heard) ? undefined : onlyWith(text, (await step.ask(turn, draft.values)).options ?? [])
}

/** "Sửa ngày" asks that step again; "không, 160 hộ" changes what the rest says; "sửa lịch 2" may be a command of its own. */
async function correct(
  parts: TurnParts,
  command: FormCommand,
  draft: Draft,
  text: string,
  actsSurely: boolean,
): Promise<Act | undefined> {
  const rest = readCorrection(text)
  if (rest === undefined) return undefined
  const { form } = command
  const { say } = parts.house
  const wanted = fold(rest)
  const named = form.steps.find(({ label }) => fold(say(label)).startsWith(wanted) || wanted === fold(say(label)))
  if (named) return { kind: 'go-on', draft: reopened(draft, named.name) }
  const labelled = form.steps.some(({ label, picks }) => !picks && wanted.startsWith(`${fold(say(label))} `))
  if (actsSurely && !labelled && namesItsObject(text)) return undefined
  return hearUnasked(form, saidTurn(parts, command, rest), draft)
}

/** "Sửa lịch 2", "đổi hạn việc 1", "sửa nhóm 1" name what is to be changed; "sửa thành 8h", "sửa lại 25/12" do not. */
function namesItsObject(text: string): boolean {
  return /^(?:sua|doi|chinh) (?:lai )?(?!thanh |la |lai |sang )[a-z]/.test(fold(text).trim())
}

function take(form: Form, draft: Draft, name: string, heard: NonNullable<Heard>): Act {
  if ('value' in heard) return { kind: 'go-on', draft: answered(form, draft, { [name]: heard.value }) }
  if ('among' in heard) return { kind: 'go-on', draft: narrowed(draft, name, heard.among) }
  return { kind: 'go-on', draft, note: heard.problem }
}

/** Takes the answer, and with it what the same words say of what is still open: "phân loại rác 150/210 hộ". */
async function takeAll(
  form: Form,
  turn: Turn<never>,
  draft: Draft,
  step: Step,
  heard: NonNullable<Heard>,
): Promise<Act> {
  const act = take(form, draft, step.name, heard)
  if (act.kind !== 'go-on' || !('value' in heard) || step.takesAnyText) return act
  let next = act.draft
  for (const other of form.steps) {
    const open = next.values[other.name] === undefined || isPresumed(turn, other, next)
    if (other === step || !open || other.wanted?.(next.values) === false) continue
    const more = await other.hear?.(turn, next.values)
    if (more && 'value' in more) next = answered(form, next, { [other.name]: more.value })
  }
  return { ...act, draft: next }
}

function isPresumed(turn: Turn<never>, step: Step, { values }: Draft): boolean {
  return step.presumed !== undefined && JSON.stringify(step.presumed(turn)) === JSON.stringify(values[step.name])
}

/** Takes what a message says of any of the steps that is not so already; undefined where it says nothing of the sort. */
async function hearUnasked(
  form: Form,
  turn: Turn<never>,
  draft: Draft,
  steps: readonly Step[] = form.steps,
  repeats = false,
): Promise<Act | undefined> {
  const changed: Values = {}
  let unclear: { name: string; heard: NonNullable<Heard> } | undefined
  let same = false
  for (const step of steps) {
    const heard = await step.hear?.(turn, { ...draft.values, ...changed })
    if (!heard) continue
    if (!('value' in heard)) unclear ??= { name: step.name, heard }
    else if (JSON.stringify(heard.value) !== JSON.stringify(draft.values[step.name])) changed[step.name] = heard.value
    else same ||= step.presumed === undefined
  }
  const names = Object.keys(changed)
  if (names.length === 0 && unclear) return take(form, draft, unclear.name, unclear.heard)
  if (names.length === 0) return same && repeats ? { kind: 'go-on', draft, note: turn.say('dialog-same') } : undefined
  const next = answered(form, draft, changed)
  const note = await changesSaid(turn, form, next.values, names)
  const left = unclear && take(form, next, unclear.name, unclear.heard)
  return left?.kind === 'go-on'
    ? { ...left, note: [note, left.note].filter((each) => each !== undefined).join('\n') }
    : { kind: 'go-on', draft: next, note }
}

/** The number or the words of what was offered. Where no options were, a number is an answer. */
function pickTyped(form: Form, { step, offered, values }: Draft, text: string): Move | undefined {
  const choosesElse = step === CONFIRM && form.numbersChoose?.(values) === true
  const numbered = (!stepOf(form, step) && !choosesElse) || offered.some(({ move: each }) => 'answer' in each)
  const typed = text.trim()
  if (numbered && /^\d{1,2}[.)]?$/.test(typed)) return offered[Number.parseInt(typed, 10) - 1]?.move
  const words = fold(typed)
  // "Việc khác" is "Là việc khác".
  return offered.find(({ label }) => fold(label) === words || fold(label) === `la ${words}`)?.move
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
  if ('aside' in to) return { kind: 'aside', text: to.aside }
  return { kind: 'go-on', draft: answered(command.form, { ...draft, doubt: undefined }, { [draft.step]: to.answer }) }
}

/**
 * A whole new message of the same command: it is about something else, or says another two things at least than what
 * stands. It is another matter and no correction of two things at once, so nothing of the old stays (its day, its evidence).
 */
async function beginsAnew(
  parts: TurnParts,
  command: FormCommand,
  draft: Draft,
  turn: Turn<never>,
  understood: Understanding,
): Promise<boolean> {
  if (understood.kind !== 'meaning' || namesAnother(parts, understood, command, 0)) return false
  // Where nothing is asked, what is shown is all that was named: whoever names it anew means other things.
  if (command.form.steps.length === 0) return true
  if (understood.confidence < SURE) return false
  const said: Values = {}
  let differing = 0
  let filling = 0
  for (const step of command.form.steps) {
    const heard = await step.hear?.(turn, said)
    if (!heard || 'problem' in heard) continue
    const meant: unknown[] = 'value' in heard ? [heard.value] : heard.among.map(({ value }) => value)
    said[step.name] = meant[0]
    if (step.presumed) continue
    const stands = JSON.stringify(draft.values[step.name])
    if (!isSet(draft, step.name)) filling += 1
    else if (!meant.some((each) => JSON.stringify(each) === stands)) {
      if (step.picks) return true
      differing += 1
    }
  }
  return differing > 0 && differing + filling > 1
}
