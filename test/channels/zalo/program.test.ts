import { readFileSync } from 'node:fs'
import { expect, onTestFinished, test, vi } from 'vitest'
import { furnish } from '../../conversations/furnish.ts'
import { type FakeZalo, startFakeZalo } from '../../fakes/zalo/server.ts'
import { createSqlite } from '../../store/databases.ts'
import { brokenRules } from '../guard.ts'
import { furnishMauSon, HEAD, OFFICER } from './accounts.ts'
import { zalo } from './kit.ts'
import { freePort, type RunningProgram, startProgram } from './program.ts'

// Whole processes are started here, also on machines that are busy.
vi.setConfig({ testTimeout: 60_000 })

const QUESTION = 'xã Trung Lương đạt bao nhiêu tiêu chí'
const MEMBER = { id: '0a1b2c3d4e5f60718293', display_name: 'Trần Thị Ví Dụ' }
const SECRET = 'secret_of-the-tests'

/** Everything about Trung Lương that an answer on Zalo has to say. */
const ANSWER = [/15\/19 tiêu chí, 52\/57 chỉ tiêu/, /60\/75 chỉ tiêu/, /30\/04\/2023/, /^1\. Còn thiếu gì/m]

async function prepare(switches: Parameters<typeof startFakeZalo>[0] = {}) {
  const { url } = createSqlite()
  await furnish('trung-luong', url)
  const fake = await startFakeZalo(switches)
  onTestFinished(() => fake.close())
  const variables = { ZALO_BOT_TOKEN: fake.token, ZALO_API_ROOT: fake.apiRoot, DATABASE_URL: url }
  return { fake, variables }
}

function broken(fake: FakeZalo, program: RunningProgram): string[] {
  return brokenRules({
    tried: [],
    unused: fake.script.unused(),
    written: [program.log()],
    secrets: [fake.token, SECRET],
  })
}

/** Asks in private, by a number of the list, and in a group where others talk too. */
async function converse(fake: FakeZalo, program: RunningProgram): Promise<void> {
  async function answers(chat: string, count: number): Promise<string[]> {
    await program.until(() => fake.chats.texts(chat).length >= count)
    return fake.chats.texts(chat)
  }
  fake.write({ text: QUESTION })
  const [first = ''] = await answers(zalo.chats.private, 1)
  for (const fact of ANSWER) expect(first).toMatch(fact)
  fake.write({ text: '1' })
  const [, second] = await answers(zalo.chats.private, 2)
  expect(second).toMatch(/chưa đạt .*14 chỉ tiêu/)

  fake.write({ text: 'họp lúc 2 giờ', group: zalo.chats.group, from: MEMBER })
  fake.write({ text: `@${fake.bot.display_name} ${QUESTION}`, group: zalo.chats.group, from: MEMBER })
  const inGroup = await answers(zalo.chats.group, 1)
  expect(inGroup).toHaveLength(1)
  for (const fact of ANSWER) expect(inGroup[0]).toMatch(fact)
}

test('the question about Trung Lương is answered by polling', async () => {
  const { fake, variables } = await prepare()
  const program = startProgram(variables)
  await converse(fake, program)
  expect(await program.stop()).toBe(0)
  expect(broken(fake, program)).toEqual([])
})

test('the question about Trung Lương is answered by webhook', async () => {
  const { fake, variables } = await prepare()
  const port = await freePort()
  const program = startProgram({
    ...variables,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
    WEBHOOK_SECRET: SECRET,
  })
  await program.until(() => fake.webhook.hook.url !== '')
  expect(fake.webhook.hook.url).toBe(`http://127.0.0.1:${port}/webhooks/zalo`)
  await converse(fake, program)
  expect(fake.requests.filter(({ method }) => method === 'getUpdates')).toEqual([])
  expect(await program.stop()).toBe(0)
  expect(broken(fake, program)).toEqual([])
})

test('an update that comes again is answered once', async () => {
  const { fake, variables } = await prepare()
  const program = startProgram(variables)
  const update = (message_id: string) => ({
    event_name: 'message.text.received',
    message: { message_id, from: { id: MEMBER.id }, chat: { id: MEMBER.id }, text: QUESTION, date: Date.now() },
  })
  for (const id of ['a', 'a', 'b', 'a']) fake.deliver(update(id))
  await program.until(() => fake.updates.size + fake.updates.inHand === 0 && fake.chats.texts(MEMBER.id).length === 2)
  expect(await program.stop()).toBe(0)
  expect(fake.chats.texts(MEMBER.id)).toHaveLength(2)
})

test('a picture that a village head sends is shown to the officer, from a public address, as often as Zalo asks', async () => {
  const url = await furnishMauSon()
  const fake = await startFakeZalo({ photoFetches: 2 })
  onTestFinished(() => fake.close())
  const port = await freePort()
  const program = startProgram({
    ZALO_BOT_TOKEN: fake.token,
    ZALO_API_ROOT: fake.apiRoot,
    DATABASE_URL: url,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
    WEBHOOK_SECRET: SECRET,
  })
  await program.until(() => fake.webhook.hook.url !== '')

  const from = { id: HEAD, display_name: 'Nguyễn Văn Mẫu' }
  const photo = fake.addPicture(readFileSync('test/worlds/mau-son/files/rac.jpg'))
  fake.write({ photo, text: 'báo cáo 17.5 được 150/210 hộ', from })
  await program.until(() => fake.chats.texts(HEAD).length === 1)
  expect(fake.chats.texts(HEAD)[0]).toMatch(/150\/210 hộ[^]*Minh chứng: 1 tệp/)
  fake.write({ text: 'xác nhận', from })
  const shown = () => fake.chats.shown.filter(({ chat, kind }) => chat === OFFICER && kind === 'photo')
  await program.until(() => shown().length === 1)
  expect(shown()).toMatchObject([
    { text: expect.stringMatching(/Minh chứng 1/) as string, fetched: ['image/jpeg', 'image/jpeg'] },
  ])
  expect(await program.stop()).toBe(0)
  expect(broken(fake, program)).toEqual([])
})

test('a picture that the bot draws goes by a link that Zalo fetches, with the answer in words', async () => {
  const { fake, variables } = await prepare({ photoFetches: 2 })
  const port = await freePort()
  const program = startProgram({
    ...variables,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
    WEBHOOK_SECRET: SECRET,
  })
  await program.until(() => fake.webhook.hook.url !== '')
  fake.write({ text: 'cho xem ảnh tình hình nâng cao của xã Trung Lương' })
  await program.until(() => fake.chats.shown.length === 1)
  expect(fake.chats.shown).toMatchObject([
    {
      kind: 'photo',
      text: expect.stringMatching(/14\/19 tiêu chí, 60\/75 chỉ tiêu/) as string,
      fetched: ['image/png', 'image/png'],
    },
  ])
  expect(await program.stop()).toBe(0)
  expect(broken(fake, program)).toEqual([])
})

test('where nothing can be fetched from, the answer in words is whole, and says that there is a picture', async () => {
  const { fake, variables } = await prepare()
  const program = startProgram(variables)
  fake.write({ text: 'cho xem ảnh tình hình nâng cao của xã Trung Lương' })
  await program.until(() => fake.chats.texts(zalo.chats.private).length === 1)
  const [text = ''] = fake.chats.texts(zalo.chats.private)
  expect(text).toMatch(/14\/19 tiêu chí, 60\/75 chỉ tiêu/)
  expect(text).toContain('“Xã Trung Lương – NTM nâng cao 2021–2025.png” nhưng không gửi được ở đây')
  expect(await program.stop()).toBe(0)
  expect(broken(fake, program)).toEqual([])
})

test('a token that Zalo refuses ends the program with one line, which does not show it', async () => {
  const { fake, variables } = await prepare()
  const program = startProgram({ ...variables, ZALO_BOT_TOKEN: '1:old-token', LOG_LEVEL: 'error' })
  expect(await program.exited).toBe(1)
  expect(program.log()).toBe('Zalo refuses the token: 401 Unauthorized\n')
  expect(fake.requests).toEqual([])
})
