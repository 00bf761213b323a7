import { fold } from '../language/fold.ts'
import type { Ask, Choice } from '../command/command.ts'
import type { Button } from '../messages/outgoing.ts'
import { onlyWith } from './only-with.ts'

/** Telegram refuses longer data. */
const LONGEST_DATA = 64

/**
 * A button for each choice. The question itself travels in the button where it fits, so that an old button still
 * works; it is only a question, and rights are checked when it is asked. Else the choice is found by its place in
 * the list that was last offered.
 */
export function buttonsFor(choices: readonly Choice[]): Button[][] {
  return choices.map(({ label, ask }, index) => {
    const data = `?${[ask.command, ask.unit ?? '', ask.set ?? '', ask.target ?? '', ask.subject ?? ''].join('|')}`
    return [{ label, data: Buffer.byteLength(data) <= LONGEST_DATA ? data : `#${index}` }]
  })
}

/** What a pressed button asks; undefined where the data is not one of ours or its list is gone. */
export function readPress(data: string, offered: readonly Choice[]): Ask | undefined {
  if (data.startsWith('#')) return offered[Number(data.slice(1))]?.ask
  if (!data.startsWith('?')) return undefined
  const [command, unit, set, target, subject] = data.slice(1).split('|')
  if (!command) return undefined
  return {
    command,
    unit: unit || undefined,
    set: set || undefined,
    target: target || undefined,
    subject: subject || undefined,
  }
}

/** A typed answer to the choices last offered: the number in the list, the words of one, or where it lies. */
export function readChoice(text: string, offered: readonly Choice[]): Ask | undefined {
  const typed = text.trim()
  if (/^\d{1,2}[.)]?$/.test(typed)) return offered[Number.parseInt(typed, 10) - 1]?.ask
  const words = fold(typed)
  const [first] = offered
  // Where all ask the same of different things, a thing can be named in words; what does different things is named in full.
  const alike = offered.every(({ ask }) => ask.command === first?.ask.command) ? onlyWith(typed, offered) : undefined
  return (offered.find(({ label }) => fold(label) === words) ?? choiceIn(words, offered) ?? alike)?.ask
}

/** The only one of the units offered that lies in the place named: "tỉnh Ví Dụ", "ở Ví Dụ". */
function choiceIn(words: string, offered: readonly Choice[]): Choice | undefined {
  const place = words.replace(/^o /, '')
  const lying = offered.filter(({ label, ask }) => {
    const above = ask.unit === undefined ? [] : label.split(', ').slice(1)
    return above.map(fold).some((each) => each === place || each.endsWith(` ${place}`))
  })
  return lying.length === 1 ? lying[0] : undefined
}
