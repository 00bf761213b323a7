import type { Form } from '../command/form.ts'
import type { Understanding } from '../language/meaning.ts'
import { fold } from '../language/fold.ts'
import type { FormCommand } from './act.ts'
import type { TurnParts } from './make-turn.ts'

/**
 * What makes words something else than an answer to the open question. The less a question says of what its answer looks
 * like, the more is wanted: where any words are an answer, nobody but the person can tell, so they are asked.
 */

/** From here on a command is taken for plainly meant where the words are no answer … */
export const PLAIN = 0.55
/** … and from here on even where they might be one. */
export const SURE = 0.85

/** How questions are put: by a question mark, by the words at their ends, or by "ai" where it stands for somebody. */
const QUESTION =
  /\?\s*$|\b(dat|duoc|con|co) (bao nhieu|may) (phan tram|tieu chi|chi tieu|ho|thon|diem)\b|^(ai|vi sao|tai sao|bao gio|khi nao)\b|\bai (lam|phu trach|nhan|duoc giao|dang lam)\b|\b(bao nhieu|may|the nao|nao|gi|ai|dau|sao|ra sao|chua|dat khong|duoc khong|phai khong|khi nao|bao gio|roi nhi|tai sao|vi sao)( (roi|day|a|vay|nhi|the|ha|nha|em|anh|chi|voi|phan tram|ho|tieu chi|chi tieu|diem|ngay))*\s*[?.!]*$/

/** So sure is what people say word for word to reach a command: "báo cáo của tôi". */
const TAUGHT = 0.97

/** Whether these very words are said to reach another command, one that is more than talk. */
export function isTaughtElse(parts: TurnParts, understood: Understanding, command: FormCommand): boolean {
  if (understood.kind !== 'meaning' || !namesAnother(parts, understood, command, TAUGHT)) return false
  return parts.house.commands.some(({ name, hidden }) => name === understood.command && hidden !== true)
}

/** A text of its own (a notice, a report that was pasted) is longer than what is asked of a bot in passing. */
const LONGEST_ASIDE = 160

export function isQuestion(text: string): boolean {
  return QUESTION.test(fold(text))
}

export function endsInQuestionMark(text: string): boolean {
  return /\?\s*$/.test(text)
}

/** Whether what may be an answer in any words reads like a command that acts, or like a question. */
export function mayBeElse(parts: TurnParts, understood: Understanding, command: FormCommand, text: string): boolean {
  if (text.length > LONGEST_ASIDE || text.trim().includes('\n')) return false
  if (isQuestion(text)) return namesAnother(parts, understood, command, 0)
  if (!acts(parts, understood) || !namesAnother(parts, understood, command, SURE)) return false
  return opensLike(parts, understood, text) && namesSomething(understood, text)
}

/** So many of a command's sentences make the word that they open with its verb. */
const OPENINGS = 2

/** Whether the words open with the command's verb: "chuyển việc 1 cho bà Mẫu", not "bà Mẫu chuyển đi nơi khác". */
function opensLike({ house }: TurnParts, understood: Understanding, text: string): boolean {
  if (understood.kind !== 'meaning') return false
  const { sentences = [] } = house.commands.find(({ name }) => name === understood.command) ?? {}
  const opening = firstWord(text)
  return opening !== '' && sentences.filter((sentence) => firstWord(sentence) === opening).length >= OPENINGS
}

function firstWord(text: string): string {
  return /[a-z]+/.exec(fold(text).replace(/^(?:bot oi|em oi|da|oi)[, ]+/, ''))?.[0] ?? ''
}

/** What the bot counts: "việc 2", "lịch 1"; a "báo cáo số 12" that nothing is done to may be any paper. */
const COUNTED = /[a-z] (?:viec|lich|nhom|bao cao|thong bao) (?:so )?\d/

/** A command says what it is done to; "nộp báo cáo tháng về xã" says nothing of the sort. */
function namesSomething({ mentions }: Understanding, text: string): boolean {
  const { people, targets, units, dates, times, freeText } = mentions
  // A criterion's number may be that of a paper too: "báo cáo số 12 của xã".
  const codes = targets.filter(({ kind }) => kind === 'indicator')
  return (
    people.length + codes.length + units.length + dates.length + times.length > 0 ||
    freeText !== undefined ||
    COUNTED.test(fold(text))
  )
}

export function acts({ house }: TurnParts, understood: Understanding): boolean {
  if (understood.kind !== 'meaning') return false
  return house.commands.some(({ name, acts: does }) => does === true && name === understood.command)
}

/** Whether another command is meant. Two commands with one form are the same dialog, and so are twins. */
export function namesAnother(
  { house }: TurnParts,
  understood: Understanding,
  command: { name: string; form: Form; twin?: string },
  least: number,
): boolean {
  const isOther = (name: string) => {
    const other = house.commands.find((each) => each.name === name)
    return other !== undefined && other.form !== command.form && other.twin !== command.name && command.twin !== name
  }
  if (understood.kind === 'ambiguous')
    return least === 0 && understood.options.every((option) => isOther(option.command))
  return understood.kind === 'meaning' && understood.confidence >= least && isOther(understood.command)
}
