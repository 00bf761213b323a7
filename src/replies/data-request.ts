import { z } from 'zod'
import type { Reply, Turn } from '../command/command.ts'
import { defineForm, type Heard } from '../command/form.ts'
import { fold } from '../language/fold.ts'
import { deadlinesFor } from '../people/data-rights.ts'
import { audit } from '../store/audit.ts'
import type { DataRequestKind } from '../store/joining-tables.ts'
import { handlersOf, keepRequest, type DataRequest } from '../store/personal-data.ts'
import { day } from '../wording/figures.ts'

type Asked = { kind: DataRequestKind; note: string | null }

export const KINDS = ['correct', 'erase', 'withdraw'] as const
const LONGEST_NOTE = 500
const WORDS: [DataRequestKind, RegExp][] = [
  ['withdraw', /\b(rut (lai )?(su )?(dong y|chap thuan)|khong dong y|thoi dong y|(dung|khong|thoi) (cho )?luu)\b/],
  ['erase', /\b(xoa|xoadulieu|go|huy|quen)\b/],
  ['correct', /\b(sua|suadulieu|chinh|doi|cap nhat|dinh chinh|sai)\b/],
]

/** Asks what is wanted of one's data, and keeps the request with the days that the law gives. */
export const dataRequestForm = defineForm<Asked>({
  version: 1,
  steps: [
    {
      name: 'kind',
      label: 'my-data-step-kind',
      value: z.enum(KINDS),
      ask: ({ say }) => ({
        text: say('my-data-ask-kind'),
        options: KINDS.map((kind) => ({ label: say(`data-request-${kind}`), value: kind })),
      }),
      parse: ({ text }) => hearKind(text),
      hear: ({ text }) => hearKind(text),
    },
    {
      name: 'note',
      label: 'my-data-step-note',
      value: z.string().max(LONGEST_NOTE),
      takesAnyText: true,
      wanted: ({ kind }) => kind === 'correct',
      ask: ({ say }) => ({ text: say('my-data-ask-note') }),
      parse: ({ text }) => (text.trim() ? { value: text.trim().slice(0, LONGEST_NOTE) } : undefined),
      hear: ({ text }) => {
        const note = /[:：]\s*(?<note>\S[^]*)$/u.exec(text)?.groups?.['note']
        return note ? { value: note.trim().slice(0, LONGEST_NOTE) } : undefined
      },
    },
  ],
  confirm: async ({ say, today }, { kind, note }) =>
    [
      say('my-data-confirm', { what: say(`data-request-${kind}`), due: day(deadlinesFor(kind, today).dueOn) }),
      ...(note ? [say('my-data-confirm-note', { note })] : []),
      say(`my-data-effect-${kind}`),
    ].join('\n'),
  submit: request,
})

/** What a text asks to be done with one's data; undefined where it only asks to see it. */
export function hearKind(text: string): Heard<DataRequestKind> {
  const said = fold(text)
  const kind = WORDS.find(([, words]) => words.test(said))?.[0]
  return kind && { value: kind }
}

async function request(turn: Turn<never>, { kind, note }: Asked): Promise<Reply> {
  const { db, say, speaker, channel, now, today } = turn
  const { acknowledgeBy, dueOn } = deadlinesFor(kind, today)
  const kept = await keepRequest(db, {
    kind,
    note: note ?? null,
    channel,
    made_at: now.toISOString(),
    acknowledge_by: acknowledgeBy,
    due_on: dueOn,
    person_id: speaker.personId ?? null,
    account_id: speaker.accountId,
  })
  if (!kept.isNew) return { text: say('my-data-asked-before', { id: kept.id, due: day(kept.due_on) }) }
  await audit(db, {
    at: now,
    person_id: speaker.personId,
    channel,
    action: 'data-request',
    subject: `data-request/${kept.id}`,
    after: kind,
  })
  const told = requestTold({ say }, 'data-request-told', { id: kept.id, kind, due_on: dueOn })
  for (const personId of await handlersOf(db, speaker.personId ?? null))
    await turn.tell(personId, `data-request:${kept.id}`, told)
  return { text: say('my-data-asked', { id: kept.id, what: say(`data-request-${kind}`), due: day(dueOn) }) }
}

/** What officers are told of a request, with the way to open it. */
export function requestTold(
  { say }: Pick<Turn, 'say'>,
  key: 'data-request-told' | 'data-request-due-soon' | 'data-request-overdue',
  { id, kind, due_on }: Pick<DataRequest, 'id' | 'kind' | 'due_on'>,
): Reply {
  return {
    text: say(key, { id, what: say(`data-request-${kind}`), due: day(due_on) }),
    choices: [{ label: say('data-requests-open'), ask: { command: 'data-requests', subject: String(id) } }],
  }
}
