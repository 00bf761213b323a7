import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { vi } from 'vitest'
import { createTelegramChannel } from '../../src/channels/telegram/channel.ts'
import { SetClock } from '../../src/clock.ts'
import { openHouse, type RunningHouse } from '../../src/house.ts'
import type { Outgoing } from '../../src/messages/outgoing.ts'
import { openStore } from '../../src/store/store.ts'
import { type FakeTelegram, startFakeTelegram } from '../fakes/telegram/server.ts'
import { taughtLanguage } from '../taught-language.ts'
import { silentLog } from '../silent-log.ts'
import { furnish } from './furnish.ts'
import type { Said } from './play.ts'
import { isRestart, type Conversation } from './read-conversation.ts'

interface Line {
  from: string
  text?: string
  press?: string
  file?: string
}

export interface PlayedOverTelegram {
  answers: Said[][]
  /** What stands in a person's chat at the end, oldest first: an edited message once. */
  shown(from: string): string[]
  /** How often the bot called a method of the Bot API. */
  calls(method: string): number
  /** The presses that Telegram was never told to be done with, so that the button would go on turning. */
  unanswered(): string[]
}

/** Plays a private conversation over a fake Telegram, by polling, with its buttons pressed as buttons. */
export async function playOverTelegram({ world, now, steps }: Conversation): Promise<PlayedOverTelegram> {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-telegram-'))
  const databaseUrl = join(folder, 'ntm.db')
  const fake = await startFakeTelegram()
  const clock = new SetClock(new Date(now))
  await furnish(world, databaseUrl)
  const ids = await giveTelegramAccounts(databaseUrl)
  const idOf = (handle: string) => ids.get(handle) ?? 4_999_999_999
  let session = await open(fake, clock, databaseUrl, folder)
  const answers: Said[][] = []
  const presses: string[] = []
  try {
    for (const { input } of steps) {
      if (isRestart(input)) {
        await session.close()
        session = await open(fake, clock, databaseUrl, folder)
        answers.push([])
      } else answers.push(await session.play(input as Line, idOf((input as Line).from), presses))
    }
    const called = (method: string) => fake.requests.filter((request) => request.method === method)
    const answered = new Set(called('answerCallbackQuery').map(({ payload }) => payload['callback_query_id']))
    return {
      answers,
      shown: (from) => fake.chats.texts(String(idOf(from))),
      calls: (method) => called(method).length,
      unanswered: () => presses.filter((id) => !answered.has(id)),
    }
  } finally {
    await session.close()
    await fake.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Everybody who has a console account has one on Telegram, under a number, and no other. */
async function giveTelegramAccounts(databaseUrl: string): Promise<Map<string, number>> {
  const { db, close } = await openStore(databaseUrl)
  await db.deleteFrom('accounts').where('channel', '<>', 'console').execute()
  const accounts = await db.selectFrom('accounts').select('external_id').orderBy('external_id').execute()
  const ids = new Map(accounts.map(({ external_id }, index) => [external_id, 5_000_000_001 + index]))
  for (const [handle, id] of ids)
    await db
      .updateTable('accounts')
      .set({ channel: 'telegram', external_id: String(id) })
      .where('external_id', '=', handle)
      .execute()
  await close()
  return ids
}

async function open(fake: FakeTelegram, clock: SetClock, databaseUrl: string, dataDir: string) {
  const channel = createTelegramChannel({
    token: fake.token,
    apiRoot: fake.apiRoot,
    log: silentLog,
    pollSeconds: 1,
    retryMs: 5,
    pace: 'off',
    now: () => clock.now(),
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
  await channel.start((updates) => house.assistant.receive(updates))
  return {
    async play(line: Line, id: number, presses: string[]): Promise<Said[]> {
      const from = await newest(house)
      const update = await toUpdate(house, fake, line, id, clock.now())
      if (update.callback_query) presses.push(update.callback_query.id)
      fake.push(update)
      await vi.waitUntil(() => fake.updates.size === 0, { interval: 2, timeout: 10_000 })
      await house.assistant.settled()
      await house.delivery.settled()
      return saidSince(house, from)
    },
    async close() {
      await channel.stop()
      await house.close()
    },
  }
}

let messages = 500

async function toUpdate(house: RunningHouse, fake: FakeTelegram, { text, press, file }: Line, id: number, now: Date) {
  const person = { id, is_bot: false, first_name: 'Mẫu' }
  const chat = { id, type: 'private' }
  messages += 1
  if (press !== undefined) {
    const { data, messageId } = await buttonOf(house, String(id), press)
    const message = { message_id: messageId, chat, date: 1 }
    return { callback_query: { id: `q${messages}`, from: person, chat_instance: '1', message, data } }
  }
  const base = { message_id: messages, date: Math.floor(now.getTime() / 1000), chat, from: person }
  if (file === undefined) return { message: { ...base, text } }
  const fileId = `f${messages}`
  fake.addFile(fileId, readFileSync(file))
  return { message: { ...base, caption: text, document: { file_id: fileId, file_name: basename(file) } } }
}

/** The newest button with a label in a chat, and the message that it stands under now. */
async function buttonOf(
  house: RunningHouse,
  chat: string,
  label: string,
): Promise<{ data: string; messageId: number }> {
  const rows = await house.store.db
    .selectFrom('outbox')
    .select(['message', 'external_id'])
    .where('chat_id', '=', chat)
    .orderBy('id', 'desc')
    .execute()
  for (const { message, external_id } of rows) {
    const button = ((JSON.parse(message) as Outgoing).buttons ?? []).flat().find((each) => each.label === label)
    if (button) return { data: button.data, messageId: Number(external_id) }
  }
  throw new Error(`no button "${label}" in that chat`)
}

async function newest({ store }: RunningHouse): Promise<number> {
  const row = await store.db.selectFrom('outbox').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row?.id ?? 0
}

/** What Telegram was given since, which is what people see. */
async function saidSince({ store }: RunningHouse, id: number): Promise<Said[]> {
  const rows = await store.db
    .selectFrom('outbox')
    .select(['chat_id', 'message'])
    .where('id', '>', id)
    .where('state', '=', 'sent')
    .orderBy('id')
    .execute()
  return rows.map(({ chat_id, message }) => ({ to: chat_id, ...(JSON.parse(message) as Outgoing) }))
}
