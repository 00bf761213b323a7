import type { ChannelLimits } from './channel.ts'
import type { Outgoing } from './outgoing.ts'
import { splitMessage } from './split-text.ts'

/** How a numbered choice, the hint below the list and the mark of a part are written; the words come from the locale. */
export interface ListWords {
  line(number: number, label: string): string
  hint: string
  /** Stands at the end of a part: `(1/3)`. */
  part(number: number, count: number): string
}

/**
 * A message as a channel can carry it: choices that it cannot show as buttons become a numbered list in the text, and
 * what is too long is cut into parts.
 */
export function composeFor(limits: ChannelLimits, message: Outgoing, words: ListWords): Outgoing[] {
  const written = limits.buttons ? message : withNumberedChoices(message, words)
  const parts = splitMessage(written, limits.text, limits.caption)
  return limits.numberedParts && parts.length > 1 ? splitNumbered(limits, written, words) : parts
}

/** Cuts a message so that the mark fits behind every part: a longer mark needs more room, and may make more parts. */
function splitNumbered({ text, caption = text }: ChannelLimits, message: Outgoing, words: ListWords): Outgoing[] {
  for (let guess = 9; ; guess = guess * 10 + 9) {
    const room = words.part(guess, guess).length + 1
    const parts = splitMessage(message, text - room, caption - room)
    if (parts.length <= guess)
      return parts.map((part, index) => ({ ...part, text: `${part.text}\n${words.part(index + 1, parts.length)}` }))
  }
}

function withNumberedChoices(message: Outgoing, words: ListWords): Outgoing {
  const { buttons, ...rest } = message
  const labels = (buttons ?? []).flat().map(({ label }) => label)
  if (labels.length === 0) return rest
  const list = labels.map((label, index) => words.line(index + 1, label))
  return { ...rest, text: [message.text, '', ...list, words.hint].join('\n') }
}
