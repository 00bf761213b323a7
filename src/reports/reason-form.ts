import { z } from 'zod'
import type { Reply, Turn } from '../command/command.ts'
import { defineForm, type Form } from '../command/form.ts'
import { readReason } from './reason.ts'

/** Asks why a report is decided so, which is required, and then decides: no further confirmation. */
export function reasonForm(
  question: 'return-ask-reason' | 'reopen-ask-reason',
  decide: (turn: Turn<never>, report: number, reason: string) => Promise<Reply | Reply[]>,
): Form {
  return defineForm<{ report: number; reason: string }>({
    version: 1,
    given: { report: z.number() },
    steps: [
      {
        name: 'reason',
        label: 'review-label-reason',
        value: z.string().min(3),
        takesAnyText: true,
        ask: ({ say }, { report = 0 }) => ({ text: say(question, { id: report }) }),
        parse: ({ text }) => (text.trim().length < 3 ? undefined : { value: text.trim() }),
        hear: ({ text }) => readReason(text),
      },
    ],
    submit: (turn, { report, reason }) => decide(turn, report, reason),
  })
}
