import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { onTestFinished, vi } from 'vitest'

const PROGRAM = fileURLToPath(new URL('../../../src/main.ts', import.meta.url))

export interface RunningProgram {
  /** What it has written on standard error until now. */
  log(): string
  /** Resolves when something has come about; rejects with what the program wrote when it ends, or takes too long. */
  until(holds: () => boolean): Promise<void>
  /** Resolves when something no longer holds that takes a while to be found out. */
  whileHolds(holds: () => Promise<boolean>): Promise<void>
  /** Asks it to stop; resolves with its exit status. */
  stop(): Promise<number | null>
  /** Ends it in the middle of whatever it does; resolves when it has. */
  kill(): Promise<number | null>
  exited: Promise<number | null>
}

/** Starts the whole program as a process of its own, configured by these variables alone. */
export function startProgram(variables: Record<string, string>): RunningProgram {
  const folder = mkdtempSync(`${tmpdir()}/ntm-program-`)
  const child = spawn(process.execPath, [PROGRAM], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...variables },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let written = ''
  child.stderr.on('data', (chunk: Buffer) => {
    written += chunk.toString('utf8')
  })
  const exited = once(child, 'exit').then(([status]) => status as number | null)
  const ended = exited.then((status) => Promise.reject(new Error(`the program ended with ${status}: ${written}`)))
  // Only who waits for something to come about minds.
  ended.catch(() => undefined)
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exited
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    log: () => written,
    exited,
    async until(holds) {
      await Promise.race([vi.waitUntil(holds, { timeout: 30_000, interval: 20 }), ended])
    },
    async whileHolds(holds) {
      const deadline = Date.now() + 60_000
      while (await Promise.race([holds(), ended])) {
        if (Date.now() > deadline) throw new Error(`it did not end within a minute: ${written}`)
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
    },
    stop() {
      child.kill('SIGTERM')
      return exited
    },
    kill() {
      child.kill('SIGKILL')
      return exited
    },
  }
}

/** A port of this machine that nothing uses. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
