import { setTimeout as wait } from 'node:timers/promises'
import { createAdaptorServer } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Channel, SendOutcome } from '../../src/messages/channel.ts'
import type { Incoming } from '../../src/messages/incoming.ts'
import type { Outgoing } from '../../src/messages/outgoing.ts'
import { brokenRules, keepLog, type LogLine, refuseOtherHosts } from './guard.ts'
import type { ChannelKit, Platform, Reply, Request as SentRequest, Way } from './kit.ts'

/** The time at which every update of a table comes. */
export const NOW = new Date('2026-11-23T01:00:00.000Z')
const WEBHOOK_SECRET = 'secret_Of-the-tests'
const TIMEOUT_MS = 200

/** One raw update in, and what is handed on to be stored. */
export interface IncomingCase {
  label: string
  /** The update as the platform sends it; tried by webhook and by polling. */
  update?: unknown
  /** Instead, a body as it is; tried by webhook only. */
  body?: string
  headers?: Record<string, string>
  /** Storing fails this many times before it works. */
  storingFails?: number
  expect: {
    received?: Incoming[]
    /** What the webhook answers; 200 when left out. */
    status?: number
    /** A log line that there must be, as its message and details in JSON. */
    logged?: RegExp
  }
}

/** One message out, and what the platform is asked. */
export interface OutgoingCase {
  label: string
  to?: string
  message: Outgoing
  /** What the platform answers in the place of its own answers, one after the other. */
  replies?: Reply[]
  /** Nothing listens where the platform should be. */
  unreachable?: true
  expect: { requests: SentRequest[]; outcome: SendOutcome }
}

interface Bench {
  platform: Platform
  channel: Channel
  lines: LogLine[]
  /** What else was written down, to be searched for secrets. */
  written: unknown[]
  received: Incoming[][]
  failStoring: (times: number) => void
}

/** Runs a table of updates against a channel, over HTTP, by webhook and by polling. */
export function incoming(kit: ChannelKit, rows: readonly IncomingCase[]): void {
  describe(`${kit.name}: incoming by webhook`, () => {
    const bench = useBench(kit, 'webhook')
    test.each(rows)('$label', async (row) => {
      const { platform, received, failStoring, lines } = bench()
      failStoring(row.storingFails ?? 0)
      const body = row.body ?? JSON.stringify(row.update)
      for (let failed = 0; failed < (row.storingFails ?? 0); failed += 1)
        expect(await platform.callWebhook(body, row.headers)).toBe(500)
      expect(await platform.callWebhook(body, row.headers)).toBe(row.expect.status ?? 200)
      expect(received.flat()).toEqual(row.expect.received ?? [])
      expect(asText(lines)).toMatch(row.expect.logged ?? /.*/)
    })
  })

  describe(`${kit.name}: incoming by polling`, () => {
    const bench = useBench(kit, 'polling')
    test.each(rows.filter(({ update }) => update !== undefined))('$label', async (row) => {
      const { platform, received, failStoring, lines } = bench()
      failStoring(row.storingFails ?? 0)
      platform.push(row.update)
      await vi.waitUntil(() => platform.pending() === 0, { interval: 5, timeout: 5000 })
      expect(received.flat()).toEqual(row.expect.received ?? [])
      expect(asText(lines)).toMatch(row.expect.logged ?? /.*/)
    })
  })
}

/** Runs a table of messages through a channel, over HTTP. */
export function outgoing(kit: ChannelKit, rows: readonly OutgoingCase[]): void {
  describe(`${kit.name}: outgoing`, () => {
    const bench = useBench(kit, 'polling')
    test.each(rows)('$label', async (row) => {
      const { platform, channel, written } = bench()
      platform.answer(row.replies ?? [])
      const sender = row.unreachable
        ? kit.createChannel({ ...settings(platform), apiRoot: await closedAddress(), ...keepLog() })
        : channel
      const outcome = await sender.send(row.to ?? kit.chats.private, row.message)
      // A reply that comes too late is still on its way here.
      if (row.replies?.some((reply) => 'delayMs' in reply)) await wait(TIMEOUT_MS)
      written.push(outcome)
      expect(outcome).toEqual(row.expect.outcome)
      expect(platform.requests().map(({ method, payload }) => ({ method, payload }))).toEqual(row.expect.requests)
    })
  })
}

/** A channel at work on a fake platform, fresh for each test, with the rules that hold for all of them. */
export function useBench(kit: ChannelKit, by: Way): () => Bench {
  let bench: Bench
  let listener: Awaited<ReturnType<typeof listen>>
  let guard: ReturnType<typeof refuseOtherHosts>
  let mounted: Channel | undefined

  beforeAll(async () => {
    listener = await listen(() => mounted)
  })
  afterAll(() => listener.close())

  beforeEach(async () => {
    guard = refuseOtherHosts()
    const platform = await kit.startPlatform()
    const { log, lines } = keepLog()
    const received: Incoming[][] = []
    let failures = 0
    const channel = kit.createChannel({
      ...settings(platform),
      log,
      ...(by === 'webhook' && { publicUrl: listener.url, webhookSecret: WEBHOOK_SECRET }),
    })
    mounted = channel
    await channel.start(async (batch) => {
      if (failures > 0) {
        failures -= 1
        throw new Error('the database is locked')
      }
      received.push(batch)
    })
    platform.forget()
    bench = { platform, channel, lines, written: [], received, failStoring: (times) => (failures = times) }
  })

  afterEach(async () => {
    const unused = bench.platform.unused()
    await bench.channel.stop()
    await bench.platform.close()
    guard.end()
    const { platform, lines, written } = bench
    const secrets = [platform.token, WEBHOOK_SECRET]
    expect(brokenRules({ tried: guard.tried, unused, written: [lines, written], secrets })).toEqual([])
  })

  return () => bench
}

function settings({ token, apiRoot }: Platform) {
  return { token, apiRoot, timeoutMs: TIMEOUT_MS, now: () => NOW }
}

/** Mounts a channel's webhook where the server of the program mounts it. */
async function listen(channel: () => Channel | undefined) {
  const server = createAdaptorServer({
    fetch: async (request: Request) => (await channel()?.webhook?.(request)) ?? new Response(null, { status: 404 }),
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, close: () => new Promise((resolve) => server.close(resolve)) }
}

/** An address of this machine where nothing listens. */
async function closedAddress(): Promise<string> {
  const { url, close } = await listen(() => undefined)
  await close()
  return url
}

/** Log lines as text, to be matched. */
function asText(lines: readonly LogLine[]): string {
  return lines.map(({ level, message, details }) => `${level} ${message} ${JSON.stringify(details)}`).join('\n')
}
