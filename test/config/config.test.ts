import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../../src/config.ts'

/** What each wrong variable is refused with; the value itself is never repeated. */
const WRONG: [string, Record<string, string>, RegExp][] = [
  ['a token that was cut short', { TELEGRAM_BOT_TOKEN: 'geheim' }, /^TELEGRAM_BOT_TOKEN: must be the whole token/],
  [
    'an address without its scheme',
    { PUBLIC_URL: 'example.vn', WEBHOOK_SECRET: 'abcdefgh' },
    /^PUBLIC_URL: must be an address/,
  ],
  ['a port that is no number', { PORT: 'http' }, /^PORT: must be a number/],
  ['a port out of range', { PORT: '70000' }, /^PORT: /],
  ['a webhook without a secret', { PUBLIC_URL: 'https://example.vn' }, /^WEBHOOK_SECRET: is needed/],
  ['a secret that is too short', { WEBHOOK_SECRET: 'abc' }, /^WEBHOOK_SECRET: must be 8 to 256/],
  ['an unknown locale', { LOCALE: 'fr' }, /^LOCALE: /],
  ['an unknown log level', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL: /],
]

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toMatchObject({ DATABASE_URL: 'data/ntm.db', LOCALE: 'vi', LOG_LEVEL: 'info', PORT: 8080 })
  })

  it('takes an empty variable as not set', () => {
    expect(readConfig({ TELEGRAM_BOT_TOKEN: '', PORT: '' })).toMatchObject({ PORT: 8080 })
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
