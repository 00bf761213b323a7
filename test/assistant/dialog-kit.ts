import { z } from 'zod'
import { createAssistant } from '../../src/assistant/assistant.ts'
import { createCourier } from '../../src/assistant/courier.ts'
import { dialogEndings } from '../../src/assistant/dialog-endings.ts'
import { runDueUntil, type DueTask } from '../../src/assistant/due.ts'
import { SetClock } from '../../src/clock.ts'
import { defineForm, type Form } from '../../src/command/form.ts'
import type { Command } from '../../src/command/command.ts'
import type { Language, Mentions } from '../../src/language/meaning.ts'
import type { ChannelLimits } from '../../src/messages/channel.ts'
import type { ChannelName, Content, Incoming } from '../../src/messages/incoming.ts'
import type { Outgoing } from '../../src/messages/outgoing.ts'
import type { Store } from '../../src/store/store.ts'
import { loadWording } from '../../src/wording/load-wording.ts'
import { loadCatalogs } from '../../src/world/load-catalogs.ts'
import { silentLog } from '../silent-log.ts'
import { command } from './house.ts'

const NOTHING: Mentions = { units: [], sets: [], targets: [], dates: [], times: [], numbers: [], people: [] }

function villageIn(text: string): Mentions {
  const name = VILLAGES.find((each) => text.includes(each))
  return name === undefined ? NOTHING : { ...NOTHING, units: [{ ids: [name], text: name, exact: true }] }
}

/** Knows a command by the word that a text begins with, and a question mark for the question. */
const byFirstWord: Language = {
  understand(text) {
    const word = text.endsWith('?') ? 'question' : (/^[a-z]+/.exec(text)?.[0] ?? '')
    const known = ['question', 'form', 'other', 'tell'].includes(word)
    return known
      ? { kind: 'meaning', command: word, confidence: 1, mentions: villageIn(text) }
      : { kind: 'unknown', near: [], mentions: NOTHING }
  },
  learnNames() {},
  nearestUnits: () => [],
  schedule: () => undefined,
}

const VILLAGES = ['Đoài', 'Đông', 'Nội', 'Thượng', 'Hạ', 'Trung', 'Bắc']

type Toy = { village: string; count: number; note: string | null }

/** A form of a choice, a number and an optional note; what it submits is kept in `submitted`. */
export function toyForm(submitted: Toy[], more: Partial<Form<Toy>> = {}): Form {
  return defineForm<Toy>({
    version: 1,
    steps: [
      {
        name: 'village',
        label: 'report-label-unit',
        value: z.string(),
        ask: () => ({ text: 'Which village?', options: VILLAGES.map((name) => ({ label: name, value: name })) }),
        parse: ({ text }) => heardVillage(text),
        hear: ({ text }) => heardVillage(text),
      },
      {
        name: 'count',
        label: 'report-label-figure',
        value: z.number(),
        ask: () => ({ text: 'How many?' }),
        parse: ({ text }) => heardCount(text),
        hear: ({ text }) => heardCount(text),
      },
      {
        name: 'note',
        label: 'report-label-note',
        value: z.string(),
        optional: true,
        takesAnyText: true,
        ask: () => ({ text: 'A note?' }),
        parse: ({ text }) => ({ value: text }),
      },
    ],
    confirm: async (_, { village, count, note }) => `${village} ${count} ${note ?? '-'}: right?`,
    async submit(_, values) {
      submitted.push(values)
      return { text: 'submitted' }
    },
    ...more,
  })
}

function heardVillage(text: string) {
  const village = VILLAGES.find((name) => text.includes(name))
  return village === undefined ? undefined : { value: village }
}

function heardCount(text: string) {
  const count = Number(/\d+/.exec(text)?.[0] ?? Number.NaN)
  if (Number.isNaN(count)) return undefined
  return count > 100 ? { problem: 'At most 100.' } : { value: count }
}

const LIMITS = new Map<ChannelName, ChannelLimits>([
  ['console', { text: 2000, buttons: true, edit: false, files: true }],
  ['telegram', { text: 4096, buttons: true, edit: true, files: true }],
  ['zalo', { text: 2000, buttons: false, edit: false, files: false, groupDialogs: false }],
])

/** Somebody talks with an assistant that has the toy form; each call gives what the bot says to it. */
export function talkOver(store: Store, form: Form, more: Partial<Command> = {}) {
  let updates = 0
  const say = loadWording('vi')
  const clock = new SetClock(new Date('2026-11-23T01:00:00Z'))
  const commands = [
    command('form', (turn) => turn.begin(), { form, acts: true, ...more }),
    command('other', (turn) => turn.begin(), { form: toyForm([]), acts: true, sentences: ['other Nội', 'other one'] }),
    command('tell', async ({ tell, now }) => {
      const choices = [{ label: 'Yes', ask: { command: 'question' } }]
      await tell('p', `told:${now.getTime()}:${updates}`, { text: 'Something to decide', choices })
      return { text: 'told' }
    }),
    command('question', async () => ({ text: 'the answer' })),
    command('contact', async () => ({ text: 'a person is told' })),
  ]
  const courier = createCourier(LIMITS, say)
  const assistant = createAssistant({
    store,
    log: silentLog,
    clock,
    courier,
    onQueued: () => {},
    house: { catalogs: loadCatalogs(), commands, language: () => byFirstWord, say },
  })
  const tasks: DueTask[] = [dialogEndings(courier, commands, say)]
  async function newest(after: number): Promise<(Outgoing & { to: string })[]> {
    const rows = await store.db.selectFrom('outbox').selectAll().where('id', '>', after).orderBy('id').execute()
    return rows.map((row) => ({ ...(JSON.parse(row.message) as Outgoing), to: row.chat_id }))
  }
  async function lastId(): Promise<number> {
    const row = await store.db.selectFrom('outbox').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
    return row?.id ?? 0
  }
  async function send(content: Content, where: Partial<Incoming> = {}) {
    updates += 1
    const before = await lastId()
    const at = clock.now().toISOString()
    const base = { channel: 'console', id: `${Date.now()}-${updates}`, chat: { id: 'doai', kind: 'private' } } as const
    await assistant.receive([{ ...base, sender: { id: 'doai' }, addressed: true, at, content, ...where }])
    await assistant.settled()
    return newest(before)
  }

  return {
    store,
    send,
    /** What the bot says to a text, joined. */
    async say(text: string, where?: Partial<Incoming>): Promise<string> {
      return (await send({ kind: 'text', text }, where)).map((message) => message.text).join('\n')
    },
    /** Presses the newest button with a label. */
    async press(label: string, where?: Partial<Incoming>): Promise<string> {
      const rows = await store.db.selectFrom('outbox').select('message').orderBy('id', 'desc').execute()
      const buttons = rows.flatMap((row) => (JSON.parse(row.message) as Outgoing).buttons ?? []).flat()
      const button = buttons.find((each) => each.label === label)
      if (!button) throw new Error(`no button ${label}`)
      return (await send({ kind: 'press', data: button.data }, where)).map((message) => message.text).join('\n')
    },
    /** Marks all that was queued as sent, under ids m1, m2 … */
    async deliver(): Promise<void> {
      for (const { id } of await store.db.selectFrom('outbox').select('id').execute())
        await store.db
          .updateTable('outbox')
          .set({ state: 'sent', external_id: `m${id}` })
          .where('id', '=', id)
          .execute()
    },
    /** Moves time on, doing what falls due. */
    async wait(hours: number): Promise<string> {
      const before = await lastId()
      const until = new Date(clock.now().getTime() + hours * 3600_000)
      const step = async (to: Date) => {
        clock.moveTo(to)
        return clock.now()
      }
      await runDueUntil(store, tasks, until, step, silentLog)
      return (await newest(before)).map((message) => message.text).join('\n')
    },
  }
}
