import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { ConfigError, loadEnvironment, readConfig, VARIABLES } from '../../src/config.ts'

/** What each wrong variable is refused with; the value itself is never repeated. */
const WRONG: [string, Record<string, string>, RegExp][] = [
  ['a token that was cut short', { TELEGRAM_BOT_TOKEN: 'geheim' }, /^TELEGRAM_BOT_TOKEN: must be the whole token/],
  [
    'an address without its scheme',
    { PUBLIC_URL: 'example.vn', WEBHOOK_SECRET: 'abcdefgh' },
    /^PUBLIC_URL: must be an address/,
  ],
  ['a port that is no number', { PORT: 'http' }, /^PORT: must be a number/],
  ['a port out of range', { PORT: '70000' }, /^PORT: must be from 1 to 65535$/],
  ['a webhook without a secret', { PUBLIC_URL: 'https://example.vn' }, /^WEBHOOK_SECRET: is needed/],
  ['a secret that is too short', { WEBHOOK_SECRET: 'abc' }, /^WEBHOOK_SECRET: must be 8 to 256/],
  ['a pace of nothing', { TELEGRAM_PACE: '0' }, /^TELEGRAM_PACE: must be a number more than 0, or off$/],
  ['a rate of nothing', { ZALO_MESSAGES_A_SECOND: '0' }, /^ZALO_MESSAGES_A_SECOND: must be more than 0$/],
  ['an unknown locale', { LOCALE: 'fr' }, /^LOCALE: /],
  ['an unknown log level', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL: /],
]

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toMatchObject({
      DATABASE_URL: 'data/ntm.db',
      LOCALE: 'vi',
      LOG_LEVEL: 'info',
      FLOOD_LIMIT: 20,
    })
    expect(readConfig({ TELEGRAM_PACE: 'off' })).toMatchObject({ TELEGRAM_PACE: 'off', ZALO_MESSAGES_A_SECOND: 3 })
  })

  it('takes an empty variable as not set', () => {
    expect(readConfig({ TELEGRAM_BOT_TOKEN: '', PORT: '' })).toEqual(readConfig({}))
  })

  it.each(WRONG)('refuses %s', (_, variables, reason) => {
    expect(() => readConfig(variables)).toThrow(reason)
  })

  it('names every wrong variable, a line each, and no value', () => {
    const wrong = () => readConfig({ TELEGRAM_BOT_TOKEN: 'geheim', LOCALE: 'geheim', PORT: 'geheim' })
    expect(wrong).toThrow(ConfigError)
    try {
      wrong()
    } catch (error) {
      const { message } = error as ConfigError
      expect(message.split('\n')).toHaveLength(3)
      expect(message).not.toContain('geheim')
    }
  })
})

describe('.env', () => {
  function envFile(): string {
    const folder = mkdtempSync(join(tmpdir(), 'ntm-env-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    return join(folder, '.env')
  }

  it('may be missing', () => {
    expect(loadEnvironment(envFile())).toEqual(process.env)
  })

  it('is read with or without a byte order mark; what the environment says wins', () => {
    const file = envFile()
    writeFileSync(file, '\uFEFFNTM_TEST_FIRST=1\r\nNTM_TEST_SECOND=2\r\n')
    vi.stubEnv('NTM_TEST_SECOND', 'mine')
    onTestFinished(() => void vi.unstubAllEnvs())
    expect(loadEnvironment(file)).toMatchObject({ NTM_TEST_FIRST: '1', NTM_TEST_SECOND: 'mine' })
  })

  it('in UTF-16 is refused', () => {
    const file = envFile()
    writeFileSync(file, Buffer.from('PORT=1', 'utf16le'))
    expect(() => loadEnvironment(file)).toThrow('.env: must be text in UTF-8')
  })

  it('that is a folder is refused', () => {
    const file = envFile()
    mkdirSync(file)
    expect(() => loadEnvironment(file)).toThrow('.env: cannot be read (EISDIR)')
  })
})

describe('.env.example', () => {
  const text = readFileSync('.env.example', 'utf8')
  const named = [...text.matchAll(/^([A-Z_0-9]+)=(.*)$/gm)].map(([, name = '', value = '']) => ({ name, value }))

  it('names every variable once, and no other', () => {
    expect(named.map(({ name }) => name).sort()).toEqual([...VARIABLES].sort())
  })

  it('explains each in a comment of its own, or with those it stands with', () => {
    const explained = text.split('\n').reduce(
      ({ known, open }, line) => {
        const name = /^([A-Z_0-9]+)=/.exec(line)?.[1]
        if (!name) return { known, open: /^# (?!---)/.test(line) }
        return { known: open ? [...known, name] : known, open }
      },
      { known: [] as string[], open: false },
    ).known
    expect(explained.sort()).toEqual([...VARIABLES].sort())
  })

  it('is a configuration as it stands, the one that stands without it', () => {
    expect(readConfig(Object.fromEntries(named.map(({ name, value }) => [name, value])))).toEqual(readConfig({}))
  })
})
