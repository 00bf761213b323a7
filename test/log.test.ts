import { expect, test } from 'vitest'
import { readConfig, secretsOf } from '../src/config.ts'
import { createLog } from '../src/log.ts'

const VARIABLES = {
  TELEGRAM_BOT_TOKEN: '7000000001:telegram-token',
  ZALO_BOT_TOKEN: '12345689:zalo-token',
  PUBLIC_URL: 'https://example.vn',
  WEBHOOK_SECRET: 'webhook_secret',
  METRICS_TOKEN: 'metrics_token-0123',
  DATABASE_URL: 'postgres://ntm:m%40t-kh%E1%BA%A9u@db.example.vn/ntm',
}
const SECRETS = [
  'telegram-token',
  'zalo-token',
  'webhook_secret',
  'metrics_token-0123',
  'm@t-khẩu',
  'm%40t-kh%E1%BA%A9u',
]

/** What is written, in any way that a part could write it. */
function written(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = []
  write(createLog('info', secretsOf(readConfig(VARIABLES)), { write: (line) => void lines.push(line) }))
  return lines.join('')
}

test.each(SECRETS)('%s stands in no line, whoever writes it wherever', (secret) => {
  const cause = new Error(`connect to https://host/bot1:${secret}/getMe`)
  const error = new Error(`fetch failed: ${secret}`, { cause })
  const text = written((log) => {
    log.info({ [`key ${secret}`]: 1, list: [{ deep: `a ${secret} b` }] }, `message ${secret}`)
    log.error({ err: error }, 'failed')
    log.warn({ error: error.stack }, 'failed')
  })
  expect(text).not.toContain(secret)
  expect(
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as object),
  ).toHaveLength(3)
})

test('of a database error the row is not written, which may be about a person', () => {
  const error = Object.assign(new Error('duplicate key value violates unique constraint'), {
    code: '23505',
    detail: 'Key (name)=(Phạm Thị Cán Mẫu) already exists.',
    parameters: ['0900 000 000'],
  })
  const text = written((log) => log.error({ err: error }, 'a turn failed'))
  expect(text).toContain('duplicate key value')
  expect(text).toContain('23505')
  expect(text).not.toMatch(/Cán Mẫu|0900/)
})

test('a password of a few letters is not looked for, since it stands in words', () => {
  expect(secretsOf(readConfig({ DATABASE_URL: 'postgres://ntm:info@h/d' }))).toEqual([])
  expect(secretsOf(readConfig({ DATABASE_URL: 'postgres://ntm:100%-sure@/d?host=/run' }))).toContain('100%-sure')
})
