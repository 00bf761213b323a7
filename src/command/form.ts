import type { z } from 'zod'
import type { PlainKey } from '../wording/say.ts'
import type { Reply, Turn } from './command.ts'

/** What a form has collected, by the names of its steps: plain data, which is kept as JSON. `null` where it was skipped. */
// oxlint-disable-next-line typescript/no-explicit-any -- each form types its own values; here they are of any form
export type Values = Record<string, any>

/** An answer that can be chosen; chosen, its value stands. */
export interface Option<Value = unknown> {
  label: string
  value: Value
}

export interface Question<Value = unknown> {
  text: string
  /** Any number: they are shown a page at a time. */
  options?: Option<Value>[]
}

/**
 * What was heard in a message: a value, several that it may stand for, or what is wrong with it. Undefined where the
 * message is about something else.
 */
export type Heard<Value = unknown> = { value: Value } | { among: Option<Value>[] } | { problem: string } | undefined

type FormTurn = Turn<never>
type Name<V> = keyof V & string

/** One question of a form, and what it takes for an answer. */
export interface Step<V extends Values = Values, K extends Name<V> = Name<V>> {
  /** Under which the answer is kept. */
  name: K
  /** What is asked for, in a word or two, for the list of what can be changed. */
  label: PlainKey
  /** What a kept value has to be; one kept by another version that is not is asked again. */
  value: z.ZodType
  ask(turn: FormTurn, values: Partial<V>): Question<V[K]> | Promise<Question<V[K]>>
  /** Reads the answer to the question. */
  parse(turn: FormTurn, values: Partial<V>): Heard<V[K]> | Promise<Heard<V[K]>>
  /** What a message says of this without being asked: the first one, or a correction in the middle. */
  hear?(turn: FormTurn, values: Partial<V>): Heard<V[K]> | Promise<Heard<V[K]>>
  /** Whether what it hears, asked or not, is plainly meant for it, though the words might name another command. */
  plain?: boolean
  /** A text that may come in several messages: what goes on with it is heard before anything else, while it waits to be confirmed. */
  goesOn?: boolean
  /** A kept value in a few words, where it is none of the options, no day and no text. */
  said?(turn: FormTurn, values: Partial<V>): string | undefined | Promise<string | undefined>
  /** What is said when it was heard without being asked; by default what was changed. */
  heard?: PlainKey
  /** Can be skipped; it is asked just before the confirmation, and not at all after a message that said everything. */
  optional?: boolean
  /** What stands unless something else is said: today. It is then not asked, and can be changed at the confirmation. */
  presumed?(turn: FormTurn): V[K]
  /** Whether it is asked at all. */
  wanted?(values: Partial<V>): boolean
  /** What the form is about. To name another is another matter: it begins anew, and where nothing else is asked, there is nothing to edit. */
  picks?: boolean
  /** Takes any words for an answer, so that only a plain question is taken for one. */
  takesAnyText?: boolean
  /** Takes files, also those that came a message before without a word. */
  takesFiles?: boolean
  /** What it takes is sent on as it is written, so that even a whole report is its answer. */
  quotes?: boolean
}

/**
 * A guided dialog as data: what is asked, in which order, what is shown to be confirmed, and what is then done.
 * A change of the steps or of the values that are kept wants a new `version`.
 */
export interface Form<V extends Values = Values> {
  version: number
  steps: { [K in Name<V>]: Step<V, K> }[Name<V>][]
  /** What the form can be opened with and never asks. */
  given?: Record<string, z.ZodType>
  /** Goes on in private though it was begun in a group: it is nobody else's business there. */
  inPrivate?: boolean
  /**
   * Whether only words and buttons confirm, because what is shown to be confirmed is numbered itself: "1" is then an
   * answer to that and sends nothing by mistake.
   */
  numbersChoose?(values: V): boolean
  /** Folded words that confirm it beside those that confirm anything: "duyệt đi". */
  confirmedBy?: RegExp
  /** What is said when the form is left, and what the button reads that leaves it: what stands as it was before. */
  leaving?: { button?: PlainKey; said(turn: FormTurn, values: Partial<V>): string }
  /** Takes out what no longer fits after an answer was changed: a figure of another indicator. */
  settle?(values: Partial<V>): Partial<V>
  /** All that was collected, put into words to be confirmed. Without it the form is submitted as soon as it is complete. */
  confirm?(turn: FormTurn, values: V): Promise<string>
  /** Does it. State and right are to be checked here again: days may have passed since the first question. */
  submit(turn: FormTurn, values: V): Promise<Reply | Reply[]>
}

/** Declares a form with typed values; what it becomes is a form of any values, as commands hold it. */
export function defineForm<V extends Values>(form: Form<V>): Form {
  return form
}
