import { expect, test } from 'vitest'
import { furnish } from '../../conversations/furnish.ts'
import { createSqlite } from '../../store/databases.ts'
import { startCrabline } from './crabline.ts'
import { zalo } from './kit.ts'
import { freePort, startProgram } from './program.ts'

test.for(['polling', 'webhook'])(
  'the question about Trung Lương is answered over a server that others wrote, by %s',
  { timeout: 120_000 },
  async (by, { skip }) => {
    const crabline = await startCrabline()
    if (!crabline) return skip('crabline could not be installed within a minute')
    const { url } = createSqlite()
    await furnish('trung-luong', url)
    const port = String(await freePort())
    const program = startProgram({
      ZALO_BOT_TOKEN: crabline.token,
      ZALO_API_ROOT: crabline.apiRoot,
      DATABASE_URL: url,
      ...(by === 'webhook' && {
        PUBLIC_URL: `http://127.0.0.1:${port}`,
        PORT: port,
        WEBHOOK_SECRET: 'secret_of-the-tests',
      }),
    })
    await program.until(() => program.log().includes('taking updates'))

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
