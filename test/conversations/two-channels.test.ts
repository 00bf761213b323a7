import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createTelegramChannel } from '../../src/channels/telegram/channel.ts'
import { createZaloChannel } from '../../src/channels/zalo/channel.ts'
import { SetClock } from '../../src/clock.ts'
import { openHouse } from '../../src/house.ts'
import type { Outgoing } from '../../src/messages/outgoing.ts'
import { openStore } from '../../src/store/store.ts'
import { startFakeTelegram } from '../fakes/telegram/server.ts'
import { startFakeZalo } from '../fakes/zalo/server.ts'
import { silentLog } from '../silent-log.ts'
import { taughtLanguage } from '../taught-language.ts'
import { furnish } from './furnish.ts'

/** On the accounts of the world: the village's head on Zalo, the officer on Telegram and, added here, on Zalo too. */
const HEAD = 'z7001'
const OFFICER = { telegram: '7002', zalo: 'z7002' }
const OTHER = 'z7003'

/** The program with both channels, each over its fake. */
async function bothChannels() {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-both-'))
  const databaseUrl = join(folder, 'ntm.db')
  await furnish('mau-son', databaseUrl)
  await giveZalo(databaseUrl, { canbo: OFFICER.zalo, canbo2: OTHER })
  const clock = new SetClock(new Date('2026-11-23T08:00:00+07:00'))
  const now = () => clock.now()
  const fakes = { telegram: await startFakeTelegram(), zalo: await startFakeZalo() }
  const common = { log: silentLog, now }
  const telegram = createTelegramChannel({ ...fakes.telegram, ...common, pollSeconds: 1, retryMs: 5, pace: 'off' })
  const zalo = createZaloChannel({
    token: fakes.zalo.token,
    apiRoot: fakes.zalo.apiRoot,
    ...common,
    publish: async ({ name }) => `https://ntm.example.vn/files/${encodeURIComponent(name)}`,
    words: { link: (name, url) => `${name}: ${url}`, elsewhere: (name) => name },
    paceMs: 1,
    pace: 'off',
  })
  const house = await openHouse({
    databaseUrl,
    dataDir: folder,
    locale: 'vi',
    clock,
    log: silentLog,
    language: await taughtLanguage(),
    channels: [telegram, zalo],
  })
  for (const channel of [telegram, zalo]) await channel.start((updates) => house.assistant.receive(updates))
  onTestFinished(async () => {
    await Promise.all([telegram.stop(), zalo.stop()])
    await house.close()
    await Promise.all([fakes.telegram.close(), fakes.zalo.close()])
    rmSync(folder, { recursive: true, force: true })
  })

  async function settle(): Promise<void> {
    const left = () => fakes.telegram.updates.size + fakes.zalo.updates.size + fakes.zalo.updates.inHand
    await vi.waitUntil(() => left() === 0, { interval: 2, timeout: 10_000 })
    await house.assistant.settled()
    await house.delivery.settled()
  }

  const sentTo = (chat: string) =>
    house.store.db
      .selectFrom('outbox')
      .select(['message', 'external_id'])
      .where('chat_id', '=', chat)
      .where('state', '=', 'sent')
      .orderBy('id')
      .execute()
  let presses = 0

  return {
    clock,
    calls: (method: string) => fakes.telegram.requests.filter((request) => request.method === method),
    onTelegram: () => fakes.telegram.chats.texts(OFFICER.telegram),
    /** What was sent to somebody on Zalo so far. */
    async onZalo(id: string): Promise<string[]> {
      return (await sentTo(id)).map(({ message }) => (JSON.parse(message) as Outgoing).text)
    },
    async writeOnZalo(id: string, text: string): Promise<void> {
      fakes.zalo.write({ text, from: { id, display_name: id }, at: now() })
      await settle()
    },
    /** Presses a button under the officer's first message with buttons on Telegram. */
    async press(label: string): Promise<void> {
      const sent = await sentTo(OFFICER.telegram)
      const found = sent.flatMap(({ message, external_id }) =>
        ((JSON.parse(message) as Outgoing).buttons ?? []).flat().map((button) => ({ ...button, external_id })),
      )
      const button = found.find((each) => each.label === label)
      if (!button) throw new Error(`no button "${label}"`)
      const id = Number(OFFICER.telegram)
      const message = { message_id: Number(button.external_id), chat: { id, type: 'private' }, date: 1 }
      const from = { id, is_bot: false, first_name: 'Mẫu' }
      presses += 1
      fakes.telegram.push({
        callback_query: { id: `q${presses}`, from, chat_instance: '1', message, data: button.data },
      })
      await settle()
    },
  }
}

async function giveZalo(databaseUrl: string, accounts: Record<string, string>): Promise<void> {
  const { db, close } = await openStore(databaseUrl)
  for (const [person_id, external_id] of Object.entries(accounts))
    await db.insertInto('accounts').values({ channel: 'zalo', external_id, person_id }).execute()
  await close()
}

const REPORT = 'báo cáo chỉ tiêu 17.5 nâng cao thôn Đoài được 150/210 hộ'

it('decided on Telegram by a button: the message there says so, and on Zalo one more does', async () => {
  const played = await bothChannels()
  await played.writeOnZalo(HEAD, REPORT)
  await played.writeOnZalo(HEAD, 'xác nhận')
  expect(played.onTelegram()).toEqual([expect.stringContaining('chờ duyệt')])
  expect(await played.onZalo(OFFICER.zalo)).toEqual([expect.stringContaining('1. Duyệt')])

  await played.press('Duyệt')
  const decided = 'Hiện là: đã duyệt (Phạm Thị Cán Mẫu, 08:00 ngày 23/11/2026)'
  const [review, ...answers] = played.onTelegram()
  expect(review).toContain(decided)
  expect(answers).toEqual([expect.stringContaining('Đã duyệt báo cáo số 1')])
  const [edit, ...more] = played.calls('editMessageText')
  expect(more).toEqual([])
  expect(edit?.payload.reply_markup).toBeUndefined()
  expect(played.calls('answerCallbackQuery')).toHaveLength(1)
  for (const id of [OFFICER.zalo, OTHER]) {
    const [, ...after] = await played.onZalo(id)
    expect(after).toEqual([expect.stringContaining(decided)])
    expect(after[0]).not.toContain('1. ')
  }

  played.clock.moveTo(new Date('2026-11-23T09:30:00+07:00'))
  await played.writeOnZalo(OFFICER.zalo, 'duyệt 1')
  const late = 'Báo cáo số 1 hiện là: đã duyệt (Phạm Thị Cán Mẫu, 08:00 ngày 23/11/2026)'
  expect((await played.onZalo(OFFICER.zalo)).at(-1)).toContain(late)
  await played.press('Duyệt')
  expect(played.onTelegram().at(-1)).toContain(late)
})

it('decided on Zalo: there it is answered once, and the message on Telegram says so', async () => {
  const played = await bothChannels()
  await played.writeOnZalo(HEAD, REPORT)
  await played.writeOnZalo(HEAD, 'xác nhận')
  await played.writeOnZalo(OFFICER.zalo, 'trả lại 1: thiếu ảnh')
  const returned = 'Hiện là: bị trả lại (Phạm Thị Cán Mẫu, 08:00 ngày 23/11/2026): thiếu ảnh'
  expect(played.onTelegram()).toEqual([expect.stringContaining(returned)])
  const [, ...after] = await played.onZalo(OFFICER.zalo)
  expect(after).toEqual([expect.stringContaining('Đã trả lại báo cáo số 1')])
})

it('withdrawn: both say so, and an approved one that is opened again waits again', async () => {
  const played = await bothChannels()
  await played.writeOnZalo(HEAD, REPORT)
  await played.writeOnZalo(HEAD, 'xác nhận')
  await played.writeOnZalo(HEAD, 'rút lại')
  await played.writeOnZalo(HEAD, 'xác nhận')
  expect(played.onTelegram()).toEqual([expect.stringContaining('Hiện là: đã rút lại (08:00 ngày 23/11/2026)')])
  expect((await played.onZalo(OFFICER.zalo)).at(-1)).toContain('Hiện là: đã rút lại')

  await played.writeOnZalo(HEAD, REPORT)
  await played.writeOnZalo(HEAD, 'xác nhận')
  await played.writeOnZalo(OFFICER.zalo, 'duyệt 2')
  expect(played.onTelegram()[1]).toContain('đã duyệt')
  await played.writeOnZalo(OTHER, 'mở lại báo cáo 2: số liệu chưa khớp')
  expect(played.onTelegram()[1]).toContain('Hiện là: chờ duyệt')
  expect((await played.onZalo(OFFICER.zalo)).at(-1)).toContain('Gõ “duyệt 2”')
})
