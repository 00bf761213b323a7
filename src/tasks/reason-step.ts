import { z } from 'zod'
import type { Turn } from '../command/command.ts'
import type { Heard, Step } from '../command/form.ts'
import type { PlainKey } from '../wording/say.ts'

const LONGEST_REASON = 500

/** Why something is refused: what follows a colon, "vì …", or the answer. It is what the other one gets to read. */
export function reasonStep(question: PlainKey): Step<{ reason: string }, 'reason'> {
  return {
    name: 'reason',
    label: 'review-label-reason',
    value: z.string().min(3),
    takesAnyText: true,
    ask: ({ say }) => ({ text: say(question) }),
    parse: ({ text }) => (text.trim().length < 3 ? undefined : { value: text.trim().slice(0, LONGEST_REASON) }),
    hear: hearReason,
  }
}

/** The same where it can be left out. */
export function optionalReasonStep(question: PlainKey): Step<{ reason: string | null }, 'reason'> {
  return {
    name: 'reason',
    label: 'review-label-reason',
    value: z.string(),
    optional: true,
    takesAnyText: true,
    ask: ({ say }) => ({ text: say(question) }),
    parse: ({ text }) => (text.trim() === '' ? undefined : { value: text.trim().slice(0, LONGEST_REASON) }),
    hear: hearReason,
  }
}

function hearReason({ text, mentions: { freeText } }: Turn<never>): Heard<string> {
  const reason = freeText ?? BECAUSE.exec(text.normalize('NFC'))?.groups?.['reason']
  return reason === undefined ? undefined : { value: reason.trim().slice(0, LONGEST_REASON) }
}

const BECAUSE = /\b(?:vì|vi|do|lý do|ly do)(?:\s+(?:là|la))?\s+(?<reason>\S.{2,})$/isu
