import { expect, onTestFinished, test } from 'vitest'
import { furnish } from '../../conversations/furnish.ts'
import { type FakeZalo, startFakeZalo } from '../../fakes/zalo/server.ts'
import { createSqlite } from '../../store/databases.ts'
import { brokenRules } from '../guard.ts'
import { zalo } from './kit.ts'
import { freePort, type RunningProgram, startProgram } from './program.ts'

const QUESTION = 'xã Trung Lương đạt bao nhiêu tiêu chí'
const MEMBER = { id: '0a1b2c3d4e5f60718293', display_name: 'Trần Thị Ví Dụ' }
const SECRET = 'secret_of-the-tests'

/** Everything about Trung Lương that an answer on Zalo has to say. */
const ANSWER = [/15\/19 tiêu chí, 52\/57 chỉ tiêu/, /60\/75 chỉ tiêu/, /30\/04\/2023/, /^1\. Còn thiếu gì/m]

async function prepare() {
  const { url } = createSqlite()
  await furnish('trung-luong', url)
  const fake = await startFakeZalo()
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

test('a token that Zalo refuses ends the program with one line, which does not show it', async () => {
  const { fake, variables } = await prepare()
  const program = startProgram({ ...variables, ZALO_BOT_TOKEN: '1:old-token', LOG_LEVEL: 'error' })
  expect(await program.exited).toBe(1)
  expect(program.log()).toBe('Zalo refuses the token: 401 Unauthorized\n')
  expect(fake.requests).toEqual([])
})
