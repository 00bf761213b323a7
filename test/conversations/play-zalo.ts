import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { vi } from 'vitest'
import { runDueUntil } from '../../src/assistant/due.ts'
import { createZaloChannel } from '../../src/channels/zalo/channel.ts'
import { SetClock } from '../../src/clock.ts'
import { openHouse, type RunningHouse } from '../../src/house.ts'
import type { Outgoing } from '../../src/messages/outgoing.ts'
import { openStore } from '../../src/store/store.ts'
import { type FakeZalo, startFakeZalo } from '../fakes/zalo/server.ts'
import { taughtLanguage } from '../taught-language.ts'
import { silentLog } from '../silent-log.ts'
import { furnish } from './furnish.ts'
import { lastCode, type Said } from './play.ts'
import { isRestart, type Conversation, type Step } from './read-conversation.ts'

interface Line {
  from: string
  group?: string
  text?: string
  press?: string
  file?: string
  mention?: boolean
}

/** Whether a conversation can be had on Zalo: nobody can send a document there. */
export function isForZalo({ steps }: Conversation): boolean {
  return steps.every(({ input }) => !('file' in input) || /^\.(jpe?g|png|webp)$/.test(extname(String(input.file))))
}

/**
 * Plays a conversation over a fake Zalo, by polling: a button is answered by its number in the list, or by its words
 * where it is not in the last one; in a group, who wants an answer mentions the bot or replies to it.
 */
export async function playOverZalo({ world, now, steps }: Conversation): Promise<Said[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-zalo-'))
  const fake = await startFakeZalo()
  const clock = new SetClock(new Date(now))
  const databaseUrl = join(folder, 'ntm.db')
  await furnish(world, databaseUrl)
  await giveZaloAccounts(databaseUrl)
  let session = await open(fake, clock, databaseUrl, folder)
  const answers: Said[][] = []
  try {
    for (const step of steps) {
      if (isRestart(step.input)) {
        await session.close()
        session = await open(fake, clock, databaseUrl, folder)
        answers.push([])
      } else answers.push(await session.play(step, answers))
    }
    return answers
  } finally {
    await session.close()
    await fake.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Everybody who has a console account has one on Zalo, under the same name, and no other; groups likewise. */
async function giveZaloAccounts(databaseUrl: string): Promise<void> {
  const { db, close } = await openStore(databaseUrl)
  await db.deleteFrom('accounts').where('channel', '<>', 'console').execute()
  await db.updateTable('accounts').set({ channel: 'zalo' }).execute()
  await db.updateTable('chats').set({ channel: 'zalo' }).where('channel', '=', 'console').execute()
  await close()
}

async function open(fake: FakeZalo, clock: SetClock, databaseUrl: string, dataDir: string) {
  const now = () => clock.now()
  const channel = createZaloChannel({
    token: fake.token,
    apiRoot: fake.apiRoot,
    log: silentLog,
    publish: async ({ name }) => `https://ntm.example.vn/files/${encodeURIComponent(name)}`,
    words: { link: (name, url) => `${name}: ${url}`, elsewhere: (name) => name },
    paceMs: 1,
    pace: 'off',
    now,
  })
  const house = await openHouse({
    databaseUrl,
    dataDir,
    locale: 'vi',
    clock,
    log: silentLog,
    language: await taughtLanguage(),
    channels: [channel],
  })
  house.assistant.resume()
  await settle(house, fake)
  await channel.start((updates) => house.assistant.receive(updates))
  return {
    async play({ input, silent }: Step, before: readonly Said[][]): Promise<Said[]> {
      const sent = await sentIds(house)
      if ('clock' in input) await moveClock(house, clock, new Date(String(input.clock)))
      else fake.write(await toWritten(house, fake, input as Line, silent, before, clock.now()))
      await settle(house, fake)
      return saidBeside(house, sent)
    },
    async close() {
      await channel.stop()
      await house.close()
    },
  }
}

async function settle(house: RunningHouse, fake: FakeZalo): Promise<void> {
  await vi.waitUntil(() => fake.updates.size + fake.updates.inHand === 0, { interval: 2, timeout: 10_000 })
  await house.settled()
}

async function moveClock(house: RunningHouse, clock: SetClock, instant: Date): Promise<void> {
  const step = async (to: Date) => {
    clock.moveTo(to)
    house.delivery.wake()
    await house.assistant.settled()
    await house.delivery.settled()
    return clock.now()
  }
  await runDueUntil(house.store, house.dueTasks, instant, step, silentLog)
}

async function toWritten(
  house: RunningHouse,
  fake: FakeZalo,
  line: Line,
  silent: boolean,
  before: readonly Said[][],
  at: Date,
) {
  const { from: id, group, press, file } = line
  const words = press === undefined ? (line.text ?? '') : await numberOf(house, group ?? id, press)
  const text = words.replaceAll('{code}', () => lastCode(before)).replace(/^@bot\b\s*/, `@${fake.bot.display_name} `)
  return {
    text: line.mention ? `@${fake.bot.display_name} ${text}` : text,
    ...(file && { photo: fake.addPicture(readFileSync(file)) }),
    ...(group && { group }),
    from: { id, display_name: id },
    at,
    reply: !silent,
  }
}

/** What stands for a choice in the last message with a list: its number, else its words. */
async function numberOf(house: RunningHouse, chat: string, label: string): Promise<string> {
  const rows = await house.store.db
    .selectFrom('outbox')
    .select('message')
    .where('chat_id', '=', chat)
    .orderBy('id', 'desc')
    .execute()
  const texts = rows.map(({ message }) => (JSON.parse(message) as Outgoing).text)
  const lists = texts.map((text) => [...text.matchAll(/^(\d+)\. (.*)$/gm)])
  const last = lists.find((list) => list.length > 0) ?? []
  return last.find(([, , words]) => words === label)?.[1] ?? label
}

async function sentIds({ store }: RunningHouse): Promise<Set<number>> {
  const rows = await store.db.selectFrom('outbox').select('id').where('state', '=', 'sent').execute()
  return new Set(rows.map(({ id }) => id))
}

/** What Zalo was given besides, which is what people see: some of it may have waited for its time. */
async function saidBeside({ store }: RunningHouse, sent: ReadonlySet<number>): Promise<Said[]> {
  const rows = await store.db
    .selectFrom('outbox')
    .select(['id', 'chat_id', 'message'])
    .where('state', '=', 'sent')
    .orderBy('id')
    .execute()
  return rows
    .filter(({ id }) => !sent.has(id))
    .map(({ chat_id, message }) => ({ to: chat_id, ...(JSON.parse(message) as Outgoing) }))
}
