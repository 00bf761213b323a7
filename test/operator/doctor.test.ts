import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { nameOf } from '../../src/backup/backup-names.ts'
import { examineWrongConfig } from '../../src/operator/config-doctor.ts'
import { examineWeb } from '../../src/operator/web-doctor.ts'
import { examineMachine } from '../../src/operator/machine-doctor.ts'
import { readConfig } from '../../src/config.ts'
import { freePort } from '../channels/zalo/program.ts'
import { furnish } from '../conversations/furnish.ts'
import { startFakeTelegram } from '../fakes/telegram/server.ts'
import { startFakeZalo } from '../fakes/zalo/server.ts'
import { createSqlite, onEachDatabase } from '../store/databases.ts'

// Whole processes are started here, also on machines that are busy.
vi.setConfig({ testTimeout: 60_000 })

const OPERATOR = join(import.meta.dirname, '../../src/operator/ntm.ts')

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ntm-doctor-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

async function doctor(variables: Record<string, string>): Promise<{ out: string; err: string; status: number | null }> {
  const child = spawn(process.execPath, [OPERATOR, 'doctor'], {
    cwd: folder,
    env: { PATH: process.env.PATH, DATA_DIR: folder, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, err, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ])
  return { out, err, status }
}

onEachDatabase((createDatabase) => {
  test('on a right configuration nothing is wrong, and every part is told of', async () => {
    const [telegram, zalo] = await Promise.all([startFakeTelegram(), startFakeZalo()])
    onTestFinished(async () => void (await Promise.all([telegram.close(), zalo.close()])))
    const { url } = await createDatabase()
    await furnish('trung-luong', url)
    mkdirSync(join(folder, 'backups', nameOf(new Date())), { recursive: true })
    const { out, err, status } = await doctor({
      DATABASE_URL: url,
      BACKUP_DIR: join(folder, 'backups'),
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      ZALO_BOT_TOKEN: zalo.token,
      ZALO_API_ROOT: zalo.apiRoot,
    })
    expect(err).toBe('')
    expect(out).not.toMatch(/LỖI|WRONG/)
    for (const part of [
      /^Cấu hình · Configuration\n {2}\[đạt \] cấu hình đọc được/m,
      /^Zalo\n {2}\[đạt \] .* nhận mã bot/m,
      /^Telegram\n {2}\[đạt \] .* nhận mã bot: @ntm_thu_bot/m,
      /^Cơ sở dữ liệu · Database\n {2}\[đạt \] cơ sở dữ liệu đúng phiên bản/m,
      /^Máy chủ · Machine\n {2}\[đạt \] giờ Việt Nam bây giờ/m,
      /\[đạt \] 1 bản sao lưu \(giữ 14\)/,
      /^Bộ tiêu chí · Criteria sets\n {2}\[lưu ý\] NTM 2021–2025 .* ngưỡng chưa đối chiếu/m,
    ])
      expect(out).toMatch(part)
    expect(status).toBe(0)
  })

  test('what lies undone in the database is told', async () => {
    const database = await createDatabase()
    const store = await database.open()
    const at = '2026-11-23T01:00:00.000Z'
    const incoming = { channel: 'zalo', chat_id: 'c', incoming: '{}', attempts: 3, received_at: at } as const
    await store.db
      .insertInto('inbox')
      .values({ ...incoming, external_id: 'a', state: 'set_aside' })
      .execute()
    await sql`insert into units (id, level, name, path, aliases) values ('x', 'xa', 'x', '/x/', '[]')`.execute(store.db)
    const daily = '{"on":{"kind":"daily","every":1,"from":"2026-11-23"},"times":["07:30"]}'
    for (const rule of ['{}', daily, daily])
      await sql`insert into schedules (unit_id, kind, rule, next_at, created_by, created_at)
        values ('x', 'digest', ${rule}, '2099-01-01T00:30:00.000Z', 'ha', ${at})`.execute(store.db)
    await sql`update schedules set next_at = '2026-11-24T00:30:00.000Z' where id = 3`.execute(store.db)
    await sql`insert into kysely_migration (name, timestamp) values ('999-later', ${at})`.execute(store.db)
    const { out, status } = await doctor({ DATABASE_URL: database.url })
    expect(out).toMatch(/\[lưu ý\] 1 tin đến gây lỗi nên đã để riêng/)
    expect(out).toMatch(/\[lưu ý\] lịch thông báo bị hỏng, không gửi gì: 1 \(x\)\. Cán bộ/)
    expect(out).toMatch(/\[lưu ý\] lịch thông báo chờ lâu hơn giờ đã đặt, .*: 2 \(x\)\. Cán bộ/)
    expect(out).toMatch(
      /\[LỖI \] cơ sở dữ liệu của bản chương trình mới hơn \(999-later\): nâng cấp chương trình\n {6}\[WRONG\] the database belongs to a newer version/,
    )
    expect(status).toBe(1)
  })
})

test('on a wrong configuration each variable is named, in both languages, without its value', async () => {
  const { out, status } = await doctor({ ZALO_BOT_TOKEN: 'geheim', PORT: 'geheim', FLOOD_LIMIT: 'geheim' })
  for (const name of ['ZALO_BOT_TOKEN', 'PORT', 'FLOOD_LIMIT']) {
    expect(out).toMatch(
      new RegExp(`\\[LỖI \\] biến ${name} trong \\.env chưa đúng: phải .*Xem lời giải thích của ${name}`),
    )
    expect(out).toMatch(new RegExp(`\\[WRONG\\] ${name}: .*see what \\.env\\.example says of ${name}`))
  }
  expect(out).not.toContain('geheim')
  expect(status).toBe(1)
})

test.each([
  ['TELEGRAM_BOT_TOKEN', 'abc'],
  ['TELEGRAM_API_ROOT', 'ftp://x'],
  ['TELEGRAM_PACE', '-1'],
  ['ZALO_BOT_TOKEN', 'abc'],
  ['ZALO_API_ROOT', 'xyz'],
  ['ZALO_PICTURE_DOMAINS', 'a b'],
  ['ZALO_MESSAGES_A_SECOND', '0'],
  ['ZALO_MESSAGES_A_SECOND_TO_CHAT', 'x'],
  ['ZALO_MONTHLY_MESSAGES', '0'],
  ['ZALO_USERS', '-1'],
  ['ZALO_GROUPS', '1.5'],
  ['PUBLIC_URL', 'ntm.vn'],
  ['WEBHOOK_SECRET', 'short'],
  ['PORT', '99999'],
  ['PORT', '8080.5'],
  ['METRICS_TOKEN', 'short'],
  ['PUBLIC_QUESTIONS', 'maybe'],
  ['RETENTION_DAYS', '1'],
  ['FLOOD_LIMIT', '-1'],
  ['LOG_TEXTS', 'true'],
  ['LOG_LEVEL', 'loud'],
  ['LOCALE', 'fr'],
])('a wrong %s (%s) is told in words of each language', (name, value) => {
  let message = ''
  try {
    readConfig({ [name]: value })
  } catch (error) {
    message = (error as Error).message
  }
  const found = examineWrongConfig(message).find(({ text }) => text.includes(`biến ${name} `))
  expect(found?.text).toMatch(/chưa đúng: phải /)
  expect(found?.text).not.toMatch(/ must /)
  expect(found?.english).toMatch(/: must be /)
})

test('where the web server cannot listen, the doctor says why; where the bot listens already, all is well', async () => {
  const state = async (variables: Record<string, string>) =>
    (await examineWeb(readConfig(variables))).map(({ state, english }) => `${state}: ${english}`).join()
  const port = String(await freePort())
  expect(await state({})).toMatch(/^good: off/)
  expect(await state({ PORT: port })).toMatch(/^good: port \d+ is free/)
  expect(await state({ PORT: port, HOST: '999.1.1.1' })).toMatch(/^bad: nothing can listen on the address HOST/)
  const answers = { '/healthz': 'other' }
  const server = createServer((request, response) => response.end(answers[request.url as '/healthz']))
  server.listen(Number(port), '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  expect(await state({ PORT: port, HOST: '127.0.0.1' })).toMatch(/^bad: another program uses port/)
  answers['/healthz'] = 'ok'
  expect(await state({ PORT: port, HOST: '127.0.0.1' })).toMatch(/^good: the bot listens/)
})

test('on a machine where much is wrong, all of it is told at once, with what to do', async () => {
  const telegram = await startFakeTelegram()
  onTestFinished(() => telegram.close())
  const closed = `127.0.0.1:${await freePort()}`
  writeFileSync(join(folder, '.env'), '', { mode: 0o644 })
  writeFileSync(join(folder, 'broken.db'), 'x'.repeat(5000))
  const secret = '7000000001:not-the-token'
  const { out, status } = await doctor({
    TELEGRAM_BOT_TOKEN: secret,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    ZALO_BOT_TOKEN: secret,
    ZALO_API_ROOT: `http://${closed}`,
    PUBLIC_URL: 'http://ntm.example.vn',
    WEBHOOK_SECRET: 'abcdefgh',
    DATABASE_URL: 'broken.db',
    LOG_TEXTS: 'yes',
  })
  for (const words of [
    'PUBLIC_URL phải bắt đầu bằng https://',
    'WEBHOOK_SECRET ngắn nên dễ đoán',
    'LOG_TEXTS=yes',
    'chmod 600 .env',
    `không hỏi được ${closed}: no connection: ECONNREFUSED`,
    'không nhận mã bot: xin mã mới ở @BotFather',
    'không đọc được cơ sở dữ liệu: file is not a database',
    'đặt BACKUP_DIR',
  ])
    expect(out).toContain(words)
  expect(out).not.toContain('not-the-token')
  expect(status).toBe(1)
})

test('a clock that stands before the program was written is wrong; an old backup is told of', async () => {
  const config = readConfig({ DATA_DIR: folder, BACKUP_DIR: folder, DATABASE_URL: createSqlite().url })
  mkdirSync(join(folder, nameOf(new Date('2026-11-20T00:00:00Z'))))
  const state = async (now: string) =>
    (await examineMachine(config, new Date(now))).map(({ state, english }) => `${state} ${english.slice(0, 20)}`)
  expect(await state('1970-01-01T00:00:00Z')).toContain("bad the machine's clock ")
  expect((await state('2026-11-20T12:00:00Z')).at(-1)).toMatch(/^good 1 backups/)
  expect((await state('2026-11-22T00:00:00Z')).at(-1)).toMatch(/^doubtful the latest backup/)
  // One that was made while the clock was ahead says nothing of last night's.
  mkdirSync(join(folder, nameOf(new Date('2036-11-20T00:00:00Z'))))
  expect((await state('2026-11-20T12:00:00Z')).at(-1)).toMatch(/^good 2 backups/)
  expect((await state('2026-11-22T00:00:00Z')).at(-1)).toMatch(/^doubtful the latest backup/)
})
