import { expect, test } from 'vitest'
import { furnish } from '../../conversations/furnish.ts'
import { createSqlite } from '../../store/databases.ts'
import { furnishMauSon, HEAD, OFFICER } from './accounts.ts'
import { type Crabline, startCrabline } from './crabline.ts'
import { zalo } from './kit.ts'
import { freePort, type RunningProgram, startProgram } from './program.ts'

const NOT_HERE = 'crabline could not be installed within a minute'
const LONG = { timeout: 120_000 }

async function start(
  { token, apiRoot }: Crabline,
  databaseUrl: string,
  more: Record<string, string> = {},
): Promise<RunningProgram> {
  const program = startProgram({ ZALO_BOT_TOKEN: token, ZALO_API_ROOT: apiRoot, DATABASE_URL: databaseUrl, ...more })
  await program.until(() => program.log().includes('taking updates'))
  return program
}

test.for(['polling', 'webhook'])(
  'the question about Trung Lương is answered over a server that others wrote, by %s',
  LONG,
  async (by, { skip }) => {
    const crabline = await startCrabline()
    if (!crabline) return skip(NOT_HERE)
    const { url } = createSqlite()
    await furnish('trung-luong', url)
    const port = String(await freePort())
    const hook = { PUBLIC_URL: `http://127.0.0.1:${port}`, PORT: port, WEBHOOK_SECRET: 'secret_of-the-tests' }
    const program = await start(crabline, url, by === 'webhook' ? hook : {})

    const chat = zalo.chats.private
    await crabline.write(chat, 'xã Trung Lương đạt bao nhiêu tiêu chí')
    await program.until(() => crabline.texts(chat).length === 1)
    await crabline.write(chat, '1')
    await program.until(() => crabline.texts(chat).length === 2)

    const [first, second] = crabline.texts(chat)
    expect(first).toMatch(/15\/19 tiêu chí, 52\/57 chỉ tiêu/)
    expect(second).toMatch(/chưa đạt .*14 chỉ tiêu/)
    expect(await program.stop()).toBe(0)
  },
)

test('a dialog goes through there, and the notice to the officer, who approves', LONG, async ({ skip }) => {
  const crabline = await startCrabline()
  if (!crabline) return skip(NOT_HERE)
  const program = await start(crabline, await furnishMauSon())
  const last = (chat: string) => crabline.texts(chat).at(-1) ?? ''
  const dialog: [string, string, string][] = [
    [HEAD, 'báo cáo 17.5', 'Được bao nhiêu hộ'],
    [HEAD, '150/210', 'minh chứng'],
    [HEAD, 'bỏ qua', 'ghi chú'],
    [HEAD, 'bỏ qua', '150/210 hộ (71,4%)'],
    [HEAD, 'đồng ý', 'Đã gửi báo cáo số 1'],
    [OFFICER, 'duyệt 1', 'Đã duyệt báo cáo số 1'],
  ]
  for (const [from, text, answer] of dialog) {
    await crabline.write(from, text)
    await program.until(() => crabline.texts(from).some((each) => each.includes(answer)))
  }
  expect(crabline.texts(OFFICER)[0]).toMatch(/Báo cáo số 1 chờ duyệt/)
  await program.until(() => last(HEAD).includes('đã được duyệt'))
  expect(last(HEAD)).toMatch(/Báo cáo số 1 của anh\/chị đã được duyệt/)
  expect(await program.stop()).toBe(0)
})
