import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { brokenRules, refuseOtherHosts } from './guard.ts'

describe('a request that would leave this machine', () => {
  let guard: ReturnType<typeof refuseOtherHosts>
  beforeEach(() => {
    guard = refuseOtherHosts()
  })
  afterEach(() => guard.end())

  test.each(['http://192.0.2.1/', 'https://192.0.2.1/', 'http://api.telegram.invalid/'])(
    '%s is refused',
    async (url) => {
      await expect(fetch(url)).rejects.toThrow('fetch failed')
      expect(guard.tried).toEqual([new URL(url).hostname])
    },
  )

  test('one to this machine goes through', async () => {
    const server = createServer((_, response) => response.end('here'))
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    expect(await response.text()).toBe('here')
    expect(guard.tried).toEqual([])
    server.close()
  })
})

describe('the rules of the house', () => {
  const kept = { tried: [], unused: [], written: [{ message: 'sent' }], secrets: ['12:abc', 'def'] }

  test('are kept by a test that leaves nothing behind', () => {
    expect(brokenRules(kept)).toEqual([])
  })

  test.each([
    ['a foreign host', { tried: ['192.0.2.1'] }, 'a request would leave this machine: 192.0.2.1'],
    [
      'an answer left over',
      { unused: [{ drop: 'after' }] },
      'an answer was laid down and not asked for: {"drop":"after"}',
    ],
    ['a token in a log line', { written: [{ error: 'POST /bot12:abc/getMe' }] }, 'secret 1 was written down'],
    ['half a token in an outcome', { written: [{ reason: 'abc' }] }, 'secret 1 was written down'],
  ])('are broken by %s', (_, traces, rule) => {
    expect(brokenRules({ ...kept, ...traces })).toEqual([rule])
  })
})
