import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { queue } from '../../src/store/outbox.ts'
import { openStore } from '../../src/store/store.ts'
import { refuse } from '../fakes/zalo/answers.ts'
import { type FakeZalo, startFakeZalo } from '../fakes/zalo/server.ts'
import { createSqlite, onEachDatabase } from '../store/databases.ts'

const NTM = join(import.meta.dirname, '../../src/operator/ntm.ts')
const CHAT = '6ede9afa66b88fe6d6a9'

let fake: FakeZalo
let folder: string

beforeEach(async () => {
  fake = await startFakeZalo({ verifies: false })
  folder = mkdtempSync(join(tmpdir(), 'ntm-operator-'))
  onTestFinished(async () => {
    await fake.close()
    rmSync(folder, { recursive: true, force: true })
  })
})

/** Runs the operator's tool as its own process, with a token for the fake. */
async function ntm(args: string[], variables: Record<string, string> = {}) {
  const env = { PATH: process.env.PATH, ZALO_BOT_TOKEN: fake.token, ZALO_API_ROOT: fake.apiRoot, ...variables }
  const run = promisify(execFile)(process.execPath, [NTM, ...args], { cwd: folder, env, encoding: 'utf8' })
  const { stdout, stderr, code } = await run.then(
    (output) => ({ ...output, code: 0 }),
    (error: { stdout: string; stderr: string; code: number }) => error,
  )
  expect(stdout + stderr).not.toContain(fake.token.split(':')[1])
  return { out: stdout.trim(), err: stderr.trim(), code }
}

const asked = (method: string) => fake.requests.filter((request) => request.method === method)
const PUBLIC = { PUBLIC_URL: 'https://ntm.example.vn', WEBHOOK_SECRET: 'secret_of-the-tests' }

describe('zalo check', () => {
  test('finds a bot that polls in order', async () => {
    const { out, code } = await ntm(['zalo', 'check'])
    expect(out.split('\n')).toEqual([
      expect.stringMatching(/^\[đạt \] 127\.0\.0\.1:\d+ nhận mã bot: tài khoản bot\.VDKyGxQvc, gói BASIC$/),
      '[đạt ] tên hiển thị của bot: Bot NTM xã Mẫu',
      '[đạt ] bot được vào nhóm (can_join_groups)',
      expect.stringMatching(/^\[đạt \] độ trễ của getMe: \d+, \d+, \d+ ms$/),
      expect.stringMatching(/^\[đạt \] đồng hồ máy này lệch -?\d giây so với Zalo$/),
      '[đạt ] Zalo từ chối lệnh lạ bằng mã 404, HTTP 404',
      '[đạt ] không có webhook: bot hỏi tin mới (polling), chỉ nên dùng khi chạy thử',
    ])
    expect(code).toBe(0)
    expect(asked('sendMessage')).toEqual([])
  })

  test('tells what a bot lacks: a name, groups, an HTTP status', async () => {
    fake.switches.refusalStatus = 200
    const result = { id: '1', account_name: 'bot.x', can_join_groups: false }
    fake.script.add({ method: 'getMe', answer: { status: 200, body: { ok: true, result } }, times: 3 })
    const { out, code } = await ntm(['zalo', 'check'])
    expect(out).toMatch(/\[lưu ý\] .*ZALO_BOT_NAME/)
    expect(out).toMatch(/\[lưu ý\] bot chưa được vào nhóm/)
    expect(out).toMatch(/mã 404, HTTP 200/)
    expect(code).toBe(0)
  })

  test('takes the name from the configuration', async () => {
    expect((await ntm(['zalo', 'check'], { ZALO_BOT_NAME: 'Bot Xã' })).out).toContain('tên hiển thị của bot: Bot Xã')
  })

  test('a clock that is wrong is told', async () => {
    const { bot } = fake
    const headers = { date: new Date(Date.now() - 3_600_000).toUTCString() }
    fake.script.add({ method: 'getMe', answer: { status: 200, body: { ok: true, result: bot }, headers }, times: 3 })
    expect((await ntm(['zalo', 'check'])).out).toMatch(/\[lưu ý\] đồng hồ máy này lệch 36\d\d giây so với Zalo: .*NTP/)
  })

  test.each([
    ['a token that is refused', { ZALO_BOT_TOKEN: '1:old' }, /\[LỖI \] .* không nhận mã bot/],
    ['a host that does not answer', { ZALO_API_ROOT: 'http://127.0.0.1:9' }, /\[LỖI \] không hỏi được 127\.0\.0\.1:9/],
  ])('%s ends it', async (_, variables, line) => {
    const { out, code } = await ntm(['zalo', 'check'], variables)
    expect(out).toMatch(line)
    expect([out.split('\n').length, code]).toEqual([1, 1])
  })

  test.each([
    [{ ok: true, outcome: 'webhook.ok', status_code: 200, hint: '' }, /\[đạt \] đã đặt webhook .* Zalo gọi được/, 0],
    [
      { ok: false, outcome: 'webhook.failed', status_code: 502, hint: 'Xem tường lửa' },
      /\[LỖI \] .*KHÔNG gọi được: webhook.failed, HTTP 502. Xem tường lửa/,
      1,
    ],
    [undefined, /\[lưu ý\] .*không cho biết có gọi được không/, 0],
  ])('with a public address, the webhook is set and what Zalo found is told', async (verification, line, code) => {
    const result = { url: PUBLIC.PUBLIC_URL, updated_at: 1, verification }
    fake.script.add({ method: 'setWebhook', answer: { status: 200, body: { ok: true, result } } })
    const told = await ntm(['zalo', 'check'], PUBLIC)
    expect(told.out).toMatch(line)
    expect(told.code).toBe(code)
    expect(asked('setWebhook')[0]?.payload).toEqual({
      url: 'https://ntm.example.vn/webhooks/zalo',
      secret_token: PUBLIC.WEBHOOK_SECRET,
    })
  })

  test('sends its trials to a chat, and says how Zalo took each', async () => {
    const { out } = await ntm(['zalo', 'check', '--chat', CHAT])
    const lines = out.split('\n').filter((line) => line.startsWith('- '))
    expect(lines).toEqual([
      expect.stringMatching(/^- 2000 ký tự NFC \(2000 UTF-16, .*: nhận, mã tin [0-9a-f]{20}; HTTP 200, \d+ ms$/),
      expect.stringMatching(/^- 2001 ký tự NFC \(2001 UTF-16, .*: từ chối: 400 Bad Request.*; HTTP 400, \d+ ms$/),
      expect.stringMatching(/^- 2000 đơn vị .* \(2000 UTF-16, .*: nhận/),
      expect.stringMatching(/^- 2000 chữ, viết theo NFD .* \(\d{4} UTF-16, .*: từ chối: 400/),
      expect.stringMatching(/^- 1500 biểu tượng .* \(3000 UTF-16, 1500 điểm mã, 6000 byte\): từ chối/),
      expect.stringMatching(/^- chữ đậm sau biểu tượng: .*: nhận/),
    ])
    const styled = asked('sendMessage').at(-1)?.payload as {
      text: string
      text_styles: { start: number; len: number }[]
    }
    const [{ start, len } = { start: 0, len: 0 }] = styled.text_styles
    expect(styled.text.slice(start, start + len)).toBe('ĐẬM')
  })

  test('sends many in a row until Zalo has had enough', async () => {
    fake.switches.monthlyMessages = 4
    const { out } = await ntm(['zalo', 'check', '--chat', CHAT, '--burst', '30'])
    expect(out).toMatch(/tin 4\/30 .*: nhận/)
    expect(out.split('\n').at(-1)).toMatch(/^- tin 5\/30 .*: từ chối: 429 Quota exceeded; HTTP 429/)
  })

  test.each([['--burst', '30'], ['--chat', CHAT, '--burst', '0'], ['--loud']])('refuses %s %s', async (...args) => {
    const { err, code } = await ntm(['zalo', 'check', ...args])
    expect([err, code]).toEqual(['Dùng: ntm zalo check [--chat MÃ_CHAT [--burst SỐ_TIN]]', 1])
  })
})

describe('zalo listen', () => {
  test('writes down raw what comes, and shows of what it is made but not what it says', async () => {
    fake.write({ text: 'chuyện riêng' })
    fake.write({ unsupported: 'bare' })
    fake.write({ group: 'zgr-1', text: '@Bot NTM xã Mẫu chuyện riêng' })
    const { out, code } = await ntm(['zalo', 'listen', 'tin.jsonl', '--minutes', '0.05'])
    expect(out.split('\n').slice(1)).toEqual([
      expect.stringMatching(
        /^- message\.text\.received, PRIVATE, trường: date chat message_id from text, đến sau \d+\.\d giây: đọc được \(text\)$/,
      ),
      expect.stringMatching(/^- message\.unsupported\.received, không có message: bỏ qua/),
      expect.stringMatching(/^- message\.text\.received, GROUP, /),
      'Đã ghi 3 tin.',
    ])
    const lines = readFileSync(join(folder, 'tin.jsonl'), 'utf8').trim().split('\n')
    expect(lines.map((line) => JSON.parse(line) as { update: object })).toMatchObject([
      { update: { message: { text: 'chuyện riêng' } } },
      { update: { event_name: 'message.unsupported.received' } },
      { update: { message: { chat: { id: 'zgr-1' } } } },
    ])
    expect(statSync(join(folder, 'tin.jsonl')).mode & 0o077).toBe(0)
    expect(code).toBe(0)
  })

  test('goes on when a poll fails, and not at all while a webhook is set', async () => {
    fake.script.add({ method: 'getUpdates', answer: { status: 502, body: '<html>' } })
    expect((await ntm(['zalo', 'listen', 'tin.jsonl', '--minutes', '0.03'])).out).toMatch(
      /không hỏi được: HTTP 502.*\nĐã ghi 0 tin/s,
    )
    fake.webhook.hook.set('https://old.example.vn/hook', 'another-secret')
    expect(await ntm(['zalo', 'listen', 'tin.jsonl'])).toMatchObject({
      err: expect.stringMatching(/^Đang có webhook/) as string,
      code: 1,
    })
  })

  test.each([[[]], [['a', 'b']], [['a', '--minutes', '0']], [['a', '--loud']]])('refuses %j', async (args) => {
    expect((await ntm(['zalo', 'listen', ...args])).err).toMatch(/^Dùng: ntm zalo listen TỆP.jsonl/)
  })
})

describe('zalo webhook', () => {
  test('shows one, and that polling cannot be', async () => {
    fake.webhook.hook.set('https://old.example.vn/hook', 'another-secret')
    const { out, code } = await ntm(['zalo', 'webhook'])
    expect(out).toBe(
      '[LỖI ] đang có webhook https://old.example.vn/hook nên không hỏi tin mới được: gỡ bằng “ntm zalo webhook --delete”, hoặc đặt PUBLIC_URL',
    )
    expect(code).toBe(1)
  })

  test('removes one, and is content where there is none', async () => {
    fake.webhook.hook.set('https://old.example.vn/hook', 'another-secret')
    for (let times = 0; times < 2; times += 1)
      expect(await ntm(['zalo', 'webhook', '--delete'])).toEqual({ out: '[đạt ] đã gỡ webhook', err: '', code: 0 })
    expect(fake.webhook.hook.url).toBe('')
  })

  test('sets one by the configuration, and knows it again', async () => {
    await ntm(['zalo', 'webhook', '--set'], PUBLIC)
    expect(fake.webhook.hook).toMatchObject({
      url: 'https://ntm.example.vn/webhooks/zalo',
      secret: PUBLIC.WEBHOOK_SECRET,
    })
    expect((await ntm(['zalo', 'webhook'], PUBLIC)).out).toBe(
      '[đạt ] webhook đúng địa chỉ: https://ntm.example.vn/webhooks/zalo',
    )
    expect((await ntm(['zalo', 'webhook'], { ...PUBLIC, PUBLIC_URL: 'https://new.example.vn' })).out).toMatch(
      /^\[lưu ý\] webhook https:\/\/ntm.example.vn\/webhooks\/zalo, khác PUBLIC_URL/,
    )
  })

  test.each([
    [['--set'], /PUBLIC_URL và WEBHOOK_SECRET/],
    [['--set', '--delete'], /^Dùng: ntm zalo webhook/],
    [['--drop'], /^Dùng: ntm zalo webhook/],
  ])('refuses %j', async (args, words) => {
    const { err, code } = await ntm(['zalo', 'webhook', ...args])
    expect(err).toMatch(words)
    expect(code).toBe(1)
  })

  test('asks for a token', async () => {
    expect((await ntm(['zalo', 'webhook'], { ZALO_BOT_TOKEN: '' })).err).toBe('Chưa có ZALO_BOT_TOKEN.')
  })
})

onEachDatabase((createDatabase) => {
  test('doctor tells of Zalo while the bot has its database open', async () => {
    const { url } = await createDatabase()
    const store = await openStore(url)
    onTestFinished(() => store.close())
    const message = { command: 'status', text: 'a' }
    const keys = ['a', 'b', 'c']
    await queue(
      store.db,
      keys.map((key) => ({ key, channel: 'zalo', chatId: CHAT, kind: 'reply', message })),
      new Date(),
    )
    await store.db.updateTable('outbox').set({ state: 'sent', sent_at: new Date().toISOString() }).execute()
    const variables = { DATABASE_URL: url, ZALO_MONTHLY_MESSAGES: '3' }
    const { out, err, code } = await ntm(['doctor'], variables)
    expect(err).toBe('')
    const lines = out.split('\n')
    expect(lines).toContain('Zalo')
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}\[đạt \] .* nhận mã bot.* · .* takes the token/))
    expect(lines).toContainEqual(
      expect.stringMatching(/^ {2}\[lưu ý\] tin đã gửi trong tháng \d{4}-\d\d: 3\/3, sắp hết$/),
    )
    expect(lines).toContainEqual(expect.stringMatching(/^ {6}\[note\] messages sent in .*: 3\/3, running low$/))
    expect(lines).toContain('  [đạt ] người đã nhắn riêng với bot: 0/50 · people who wrote in private: 0/50')
    expect(lines).toContain('  [đạt ] nhóm đã gọi bot: 0/3 · groups: 0/3')
    expect(code).toBe(0)
    const { out: over, code: status } = await ntm(['doctor', '--db', url], { ZALO_MONTHLY_MESSAGES: '2' })
    expect(over).toMatch(/\[LỖI \] tin đã gửi .* 3\/2, quá mức của gói/)
    expect(status).toBe(1)
  })
})

describe('doctor', () => {
  test('says what cannot be found out', async () => {
    fake.script.add({ method: 'getWebhookInfo', answer: refuse(403, 'Internal server error') })
    const { out, code } = await ntm(['doctor', '--db', join(folder, 'none.db')])
    expect(out).toMatch(/\[LỖI \] không hỏi được webhook: 403 Internal server error/)
    expect(out).toMatch(/\[LỖI \] không đếm được số tin đã gửi: there is no database at .*none\.db/)
    expect(code).toBe(1)
  })

  test('has nothing to say of Zalo where it is off', async () => {
    const { url, open } = createSqlite()
    await (await open()).close()
    const { out, code } = await ntm(['doctor', '--db', url], { ZALO_BOT_TOKEN: '' })
    expect(out).toContain('\nZalo\n  [đạt ] tắt (chưa có ZALO_BOT_TOKEN) · off (no ZALO_BOT_TOKEN)\n')
    expect(code).toBe(0)
    expect((await ntm(['doctor', '--all'])).err).toBe('Dùng: ntm doctor [--db ĐƯỜNG_DẪN]')
  })
})
