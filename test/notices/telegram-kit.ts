import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { createTelegramChannel } from '../../src/channels/telegram/channel.ts'
import { SetClock } from '../../src/clock.ts'
import { openHouse, type RunningHouse } from '../../src/house.ts'
import type { Outgoing } from '../../src/messages/outgoing.ts'
import { openStore } from '../../src/store/store.ts'
import { furnish } from '../conversations/furnish.ts'
import { refuse } from '../fakes/telegram/answers.ts'
import { startFakeTelegram } from '../fakes/telegram/server.ts'
import { silentLog } from '../silent-log.ts'
import { taughtLanguage } from '../taught-language.ts'

/** The groups of the world `nhom-mau`, as Telegram knows them. */
export const XA = -1001
export const DOAI = -1002
export const DONG = -1003
const GROUPS: [console: string, telegram: number][] = [
  ['nhom-xa', XA],
  ['nhom-doai', DOAI],
  ['nhom-dong', DONG],
  ['nhom-noi', -1004],
  ['nhom-vi-du', -1005],
]

/** The office's people of that world, by their Telegram ids. */
export const CANBO = 8002
export const CANBO2 = 8003

/** The bot on a fake Telegram over HTTP, with people who write and groups that can break. */
export async function openOnTelegram(databaseUrl?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-notices-'))
  const url = databaseUrl ?? join(folder, 'ntm.db')
  const fake = await startFakeTelegram()
  const clock = new SetClock(new Date('2026-11-23T08:00:00+07:00'))
  await furnish('nhom-mau', url)
  await moveToTelegram(url)
  let session = await open()
  onTestFinished(async () => {
    await session.close()
    await fake.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function open() {
    const channel = createTelegramChannel({
      pace: 'off',
      token: fake.token,
      apiRoot: fake.apiRoot,
      log: silentLog,
      pollSeconds: 1,
      retryMs: 5,
      now: () => clock.now(),
    })
    const house = await openHouse({
      databaseUrl: url,
      dataDir: folder,
      locale: 'vi',
      clock,
      log: silentLog,
      language: await taughtLanguage(),
      channels: [channel],
    })
    await channel.start((updates) => house.assistant.receive(updates))
    return {
      house,
      async close() {
        await channel.stop()
        await house.close()
      },
    }
  }

  let messages = 100
  async function push(update: object): Promise<void> {
    fake.push(update)
    await vi.waitUntil(() => fake.updates.size === 0, { interval: 2, timeout: 10_000 })
    await session.house.settled()
  }

  return {
    fake,
    clock,
    house: (): RunningHouse => session.house,
    async restart(): Promise<void> {
      await session.close()
      session = await open()
      await session.house.settled()
    },
    /** Somebody writes, in private or in a group. */
    async write(from: number, text: string, chat: { id: number; title?: string } = { id: from }): Promise<void> {
      messages += 1
      const place = chat.id < 0 ? { type: 'supergroup', ...chat } : { type: 'private', ...chat }
      const person = { id: from, is_bot: false, first_name: 'Mẫu' }
      await push({ message: { message_id: messages, date: seconds(clock), chat: place, from: person, text } })
    },
    async press(from: number, label: string): Promise<void> {
      const { data, messageId } = await buttonOf(session.house, String(from), label)
      const person = { id: from, is_bot: false, first_name: 'Mẫu' }
      messages += 1
      const message = { message_id: messageId, chat: { id: from, type: 'private' }, date: 1 }
      await push({ callback_query: { id: `q${messages}`, from: person, chat_instance: '1', message, data } })
    },
    /** The bot is put out of a group, or let in. */
    async member(chat: number, is: 'kicked' | 'member'): Promise<void> {
      const user = fake.bot
      const was = is === 'kicked' ? 'member' : 'kicked'
      const status = (each: string) => ({ user, status: each, ...(each === 'kicked' && { until_date: 0 }) })
      await push({
        my_chat_member: {
          chat: { id: chat, type: 'supergroup', title: 'Nhóm' },
          from: { id: 1, is_bot: false, first_name: 'Trưởng nhóm' },
          date: seconds(clock),
          old_chat_member: status(was),
          new_chat_member: status(is),
        },
      })
    },
    /** The next sends to a chat are refused with these words, or their connection breaks. */
    refuseSends(chat: number, code: number, description: string, parameters?: Parameters<typeof refuse>[2], times = 1) {
      fake.script.add({ chat: String(chat), answer: refuse(code, description, parameters), times })
    },
    dropSend: (chat: number, drop: 'before' | 'after') => fake.script.add({ chat: String(chat), answer: { drop } }),
    /** What stands in a chat, joined. */
    shown: (chat: number): string => fake.chats.texts(String(chat)).join('\n\n'),
    /** The newest message in a chat. */
    newest: (chat: number): string => fake.chats.texts(String(chat)).at(-1) ?? '',
    /** How many messages a chat got that hold these words. */
    count: (chat: number, words: string): number =>
      fake.chats.texts(String(chat)).filter((text) => text.includes(words)).length,
    async moveTo(instant: string): Promise<void> {
      clock.moveTo(new Date(instant))
      session.house.delivery.wake()
      await session.house.settled()
    },
  }
}

function seconds(clock: SetClock): number {
  return Math.floor(clock.now().getTime() / 1000)
}

async function moveToTelegram(url: string): Promise<void> {
  const { db, close } = await openStore(url)
  for (const [id, telegram] of GROUPS)
    await db
      .updateTable('chats')
      .set({ channel: 'telegram', external_id: String(telegram) })
      .where('external_id', '=', id)
      .execute()
  await db.deleteFrom('accounts').where('channel', '<>', 'telegram').execute()
  await close()
}

async function buttonOf({ store }: RunningHouse, chat: string, label: string) {
  const rows = await store.db
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
