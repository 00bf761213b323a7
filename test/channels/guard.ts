import { Socket } from 'node:net'
import { vi } from 'vitest'
import type { Log } from '../../src/messages/log.ts'

const HERE = new Set(['127.0.0.1', '::1', 'localhost'])

/** Refuses every connection that would leave this machine; returns the hosts that were tried, and how to end it. */
export function refuseOtherHosts(): { tried: string[]; end: () => void } {
  const tried: string[] = []
  // oxlint-disable-next-line typescript/unbound-method -- called with the socket below
  const connect = Socket.prototype.connect as (this: Socket, ...args: unknown[]) => Socket
  const spy = vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket, ...args: unknown[]) {
    const host = hostOf(args)
    if (host === undefined || HERE.has(host)) return connect.apply(this, args)
    tried.push(host)
    process.nextTick(() =>
      this.destroy(Object.assign(new Error(`a test may not reach ${host}`), { code: 'EHOSTUNREACH' })),
    )
    return this
  })
  return { tried, end: () => spy.mockRestore() }
}

/** The host of a call of `connect`, in any of its forms; undefined for a local pipe. */
function hostOf([first, second]: unknown[]): string | undefined {
  const options: unknown = Array.isArray(first) ? first[0] : first
  if (typeof options === 'number') return typeof second === 'string' ? second : 'localhost'
  const { path, host = 'localhost' } = options as { path?: string; host?: string }
  return path ? undefined : host
}

export interface LogLine {
  level: 'info' | 'warn' | 'error'
  details: object
  message: string
}

/** A log that keeps its lines. */
export function keepLog(): { log: Log; lines: LogLine[] } {
  const lines: LogLine[] = []
  const write = (level: LogLine['level']) => (details: object, message: string) => {
    lines.push({ level, details, message })
  }
  return { log: { info: write('info'), warn: write('warn'), error: write('error') }, lines }
}

/** What every test of a channel leaves behind. */
export interface Traces {
  /** Hosts other than this machine that a connection was tried to. */
  tried: readonly string[]
  /** Answers that were laid down and not asked for. */
  unused: readonly unknown[]
  /** All that was written down: log lines, outcomes. */
  written: readonly unknown[]
  secrets: readonly string[]
}

/** The rules of the house that a test broke, in words; empty when it kept them all. */
export function brokenRules({ tried, unused, written, secrets }: Traces): string[] {
  const text = JSON.stringify(written)
  return [
    ...tried.map((host) => `a request would leave this machine: ${host}`),
    ...unused.map((answer) => `an answer was laid down and not asked for: ${JSON.stringify(answer)}`),
    ...secrets
      // The part behind the colon is what gives access.
      .filter((secret) => text.includes(secret.slice(secret.indexOf(':') + 1)))
      .map((_, index) => `secret ${index + 1} was written down`),
  ]
}
