import { z } from 'zod'
import type { Step } from '../command/form.ts'
import { lastClause } from './last-clause.ts'
import type { PlainKey } from '../wording/say.ts'

const LONGEST_NOTE = 500

/** A word about what is done to a task: what follows a colon, or the answer; it can be left out. */
export function noteStep(question: PlainKey): Step<{ note: string | null }, 'note'> {
  return {
    name: 'note',
    label: 'task-label-note',
    value: z.string(),
    optional: true,
    takesAnyText: true,
    ask: ({ say }) => ({ text: say(question) }),
    parse: ({ text }) => (text.trim() === '' ? undefined : { value: text.trim().slice(0, LONGEST_NOTE) }),
    hear(turn) {
      const note = turn.mentions.freeText ?? lastClause(turn)
      return note === undefined ? undefined : { value: note.trim().slice(0, LONGEST_NOTE) }
    },
  }
}
