import { Registry } from '@prometheus-io/client'
import { expect, onTestFinished, test } from 'vitest'
import { lookReady, type Readiness, type ReadinessOptions } from '../../src/server/readiness.ts'
import { startServer } from '../../src/server/server.ts'
import { createVitals, lagOf } from '../../src/server/vitals.ts'
import { MIGRATION_NAMES } from '../../src/store/store.ts'
import { queue } from '../../src/store/outbox.ts'
import type { Channel, Receive } from '../../src/messages/channel.ts'
import { message } from '../assistant/house.ts'
import { freePort } from '../channels/zalo/program.ts'
import { silentLog } from '../silent-log.ts'
import { onEachDatabase, openNew } from '../store/databases.ts'

const NOW = new Date('2026-11-23T01:00:00.000Z')
const TOKEN = 'token_of-the-tests_0123456789'
const READY: Readiness = {
  ready: true,
  database: { ok: true },
  migrations: { ok: true },
  channels: [],
  outbox: { ok: true },
}

async function serve(found: Readiness, token?: string): Promise<(path: string, sent?: string) => Promise<Response>> {
  const port = await freePort()
  const registry = new Registry()
  const monitoring = { token, registry, look: async () => found }
  const server = await startServer({ port, host: '127.0.0.1', channels: [], monitoring, log: silentLog })
  onTestFinished(() => server.close())
  return async (path, sent) =>
    fetch(`http://127.0.0.1:${port}${path}`, sent === undefined ? {} : { headers: { authorization: sent } })
}

test('everybody is told whether it is ready, and nothing else', async () => {
  const ask = await serve(READY, TOKEN)
  const ready = await ask('/readyz')
  expect([ready.status, await ready.text()]).toEqual([200, 'ready'])
  expect(await (await ask('/healthz')).text()).toBe('ok')
  const notReady = await (await serve({ ...READY, ready: false }, TOKEN))('/readyz')
  expect([notReady.status, await notReady.text()]).toEqual([503, 'not ready'])
})

test('with the token all is told', async () => {
  const ask = await serve(READY, TOKEN)
  expect(await (await ask('/readyz', `Bearer ${TOKEN}`)).json()).toEqual(READY)
  const figures = await ask('/metrics', `Bearer ${TOKEN}`)
  expect(figures.headers.get('content-type')).toMatch(/^text\/plain/)
  expect(await figures.text()).toContain('process_resident_memory_bytes')
})

test.each([
  ['no token', TOKEN, undefined],
  ['a wrong token', TOKEN, 'Bearer token_of-the-tests_012345678X'],
  ['the beginning of the token', TOKEN, `Bearer ${TOKEN.slice(0, -1)}`],
  ['another scheme', TOKEN, `Basic ${TOKEN}`],
  ['no token where none is configured', undefined, undefined],
  ['an empty token where none is configured', undefined, 'Bearer '],
  ['"undefined" where none is configured', undefined, 'Bearer undefined'],
])('with %s there are no figures', async (_, token, sent) => {
  const ask = await serve(READY, token)
  const figures = await ask('/metrics', sent)
  expect([figures.status, await figures.text()]).toEqual([404, ''])
  expect(await (await ask('/readyz', sent)).text()).toBe('ready')
})

onEachDatabase((createDatabase) => {
  async function look(more: Partial<ReadinessOptions> = {}) {
    const { db } = await openNew(createDatabase)
    const found = await lookReady({
      db,
      migrations: MIGRATION_NAMES,
      channels: ['telegram', 'zalo'],
      byWebhook: false,
      lastHeard: () => NOW,
      now: () => NOW,
      ...more,
    })
    return { db, found }
  }

  test('ready when database, migrations and channels are right', async () => {
    const { found } = await look()
    expect(found).toMatchObject({
      ready: true,
      database: { ok: true },
      migrations: { ok: true, missing: [], unknown: [] },
      channels: [
        { name: 'telegram', ok: true, by: 'polling', lastHeard: NOW.toISOString() },
        { name: 'zalo', ok: true },
      ],
      outbox: { ok: true, lagSeconds: 0, waiting: 0 },
    })
  })

  test('not ready on the database of another version', async () => {
    const { found } = await look({ migrations: [...MIGRATION_NAMES.slice(1), '999-later'] })
    const [first] = MIGRATION_NAMES
    expect(found).toMatchObject({ ready: false, migrations: { ok: false, missing: ['999-later'], unknown: [first] } })
  })

  test('one channel that is cut off does not take the other one with it; none at all does', async () => {
    const longAgo = new Date(NOW.getTime() - 3 * 60_000)
    const one = await look({ lastHeard: (name) => (name === 'telegram' ? longAgo : NOW) })
    expect(one.found).toMatchObject({ ready: true, channels: [{ ok: false }, { ok: true }] })
    expect((await look({ lastHeard: () => longAgo })).found.ready).toBe(false)
    expect((await look({ lastHeard: () => undefined })).found.ready).toBe(false)
    // By webhook nothing need come for hours.
    expect((await look({ lastHeard: () => longAgo, byWebhook: true })).found.ready).toBe(true)
  })

  test('what waits too long to be sent is told', async () => {
    const { db } = await openNew(createDatabase)
    const waiting = { channel: 'zalo', chatId: 'c', kind: 'notice', message: { command: 'x', text: 'x' } } as const
    await queue(db, [{ ...waiting, key: 'a' }], new Date(NOW.getTime() - 301_000))
    await queue(db, [{ ...waiting, key: 'b' }], NOW)
    const found = await lookReady({
      db,
      migrations: MIGRATION_NAMES,
      channels: ['zalo'],
      byWebhook: false,
      lastHeard: () => NOW,
      now: () => NOW,
    })
    expect(found).toMatchObject({ ready: true, outbox: { ok: false, lagSeconds: 301, waiting: 2 } })
  })

  test('a database that cannot be asked makes it not ready, without a word of why', async () => {
    const store = await openNew(createDatabase)
    await store.close()
    const found = await lookReady({
      db: store.db,
      migrations: MIGRATION_NAMES,
      channels: ['zalo'],
      byWebhook: false,
      lastHeard: () => NOW,
      now: () => NOW,
    })
    expect(found).toEqual({
      ready: false,
      database: { ok: false },
      migrations: { ok: false },
      channels: [{ name: 'zalo', ok: true, by: 'polling', lastHeard: NOW.toISOString() }],
      outbox: { ok: false },
    })
  })

  test('the figures: updates, turns, understanding, sends, errors, what is stored', async () => {
    const { db } = await openNew(createDatabase)
    const vitals = createVitals(
      () => db,
      () => NOW,
    )
    const endings = ['sent', 'unknown', 'migrated'] as const
    let sends = 0
    let give: Receive = async () => {}
    const channel = vitals.watch({
      name: 'zalo',
      start: async (receive: Receive) => void (give = receive),
      send: async () => ({ kind: endings[sends++]!, reason: '', messageId: '1', to: '2' }),
    } as unknown as Channel)
    await channel.start(async () => {})
    await give([message('1', 'a', 'x'), message('2', 'a', 'x')])
    for (const _ of endings) await channel.send('c', { command: 'x', text: 'x' })
    vitals.turn({ channel: 'zalo', command: 'status', ms: 3 })
    vitals.turn({ channel: 'zalo', command: 'fallback', ms: 3 })
    vitals.turn({ channel: 'zalo', command: undefined, ms: 3 })
    vitals.ignored('zalo')
    vitals.failed('zalo')
    const waiting = { channel: 'zalo', chatId: 'c', kind: 'notice', message: { command: 'x', text: 'x' } } as const
    await queue(db, [{ ...waiting, key: 'a' }], new Date(NOW.getTime() - 7000))
    await queue(db, [{ ...waiting, key: 'b' }], NOW)
    await db.updateTable('outbox').set({ state: 'failed' }).where('key', '=', 'b').execute()
    const lines = (await vitals.registry.metrics()).split('\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        'ntm_updates_total{channel="zalo"} 2',
        'ntm_updates_ignored_total{channel="zalo"} 1',
        'ntm_turns_total{channel="zalo",understood="yes"} 1',
        'ntm_turns_total{channel="zalo",understood="no"} 1',
        'ntm_turns_total{channel="zalo",understood="silent"} 1',
        'ntm_turn_seconds_bucket{le="0.005",command="status"} 1',
        'ntm_turn_seconds_count{command="status"} 1',
        'ntm_sends_total{channel="zalo",ending="unknown"} 1',
        'ntm_api_errors_total{channel="zalo",call="send"} 1',
        'ntm_api_errors_total{channel="zalo",call="updates"} 1',
        'ntm_outbox_messages{channel="zalo",state="waiting"} 1',
        'ntm_outbox_messages{channel="zalo",state="failed"} 1',
        'ntm_outbox_lag_seconds{channel="zalo"} 7',
        'ntm_inbox_waiting 0',
        `ntm_last_heard_timestamp_seconds{channel="zalo"} ${NOW.getTime() / 1000}`,
      ]),
    )
    const size = Number(lines.find((line) => line.startsWith('ntm_database_bytes '))?.split(' ')[1])
    expect(size).toBeGreaterThan(100_000)
  })
})

test('what is due later does not lag', () => {
  expect(lagOf([{ oldestDue: '2026-11-23T02:00:00.000Z' }], NOW)).toBe(0)
})
