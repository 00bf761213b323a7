import type { ChannelLimits } from './channel.ts'
import type { Outgoing } from './outgoing.ts'
import { splitMessage } from './split-text.ts'

/** How a numbered choice and the hint below the list are written; the words come from the locale. */
export interface ListWords {
  line(number: number, label: string): string
  hint: string
}

/**
 * A message as a channel can carry it: choices that it cannot show as buttons become a numbered list in the text, and
 * what is too long is cut into parts.
 */
export function composeFor(limits: ChannelLimits, message: Outgoing, words: ListWords): Outgoing[] {
  return splitMessage(limits.buttons ? message : withNumberedChoices(message, words), limits.text, limits.caption)
}

export function withNumberedChoices(message: Outgoing, words: ListWords): Outgoing {
  const { buttons, ...rest } = message
  const labels = (buttons ?? []).flat().map(({ label }) => label)
  if (labels.length === 0) return rest
  const list = labels.map((label, index) => words.line(index + 1, label))
  return { ...rest, text: [message.text, '', ...list, words.hint].join('\n') }
}
