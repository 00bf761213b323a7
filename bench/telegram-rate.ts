import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { furnish } from '../test/conversations/furnish.ts'
import { startFakeTelegram, type FakeTelegram } from '../test/fakes/telegram/server.ts'
import { median } from './median.ts'

const QUESTION = 'xã Trung Lương đạt bao nhiêu tiêu chí'
const CHATS = 200
const UPDATES = 4000
const ROUNDS = 3

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export interface Rates {
  /** Updates a second of a bare echo bot, one after the other as `bot.start()` does. */
  echo: number
  /** The same through grammY's runner, many at once. */
  runner: number
  /** Ours, answering the main question. */
  ours: number
}

/** The three in turn, each against a fake server of its own; the middle round of each. */
export async function telegramRates(): Promise<Rates> {
  const rounds: Rates[] = []
  const echo = (how: string) =>
    rate((fake) => ({ script: at('./echo-bot.ts'), args: [fake.apiRoot, fake.token, how], env: {} }))
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push({
      echo: await echo('plain'),
      runner: await echo('runner'),
      ours: await withSample((db) =>
        rate((fake) => ({ script: at('../src/main.ts'), args: [], env: botEnv(fake, db) })),
      ),
    })
  return {
    echo: median(rounds.map((round) => round.echo)),
    runner: median(rounds.map((round) => round.runner)),
    ours: median(rounds.map((round) => round.ours)),
  }
}

/** Seconds from the start of the process to the first answer, with an update already waiting. */
export async function firstAnswer(): Promise<number> {
  const seconds: number[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    seconds.push(
      await withSample(async (db) => {
        const fake = await startFakeTelegram({ record: false })
        push(fake, 1)
        const start = performance.now()
        const end = run(at('../src/main.ts'), [], botEnv(fake, db))
        await answered(fake, 1)
        const took = (performance.now() - start) / 1000
        await end()
        await fake.close()
        return took
      }),
    )
  return median(seconds)
}

interface Program {
  script: string
  args: string[]
  env: Record<string, string>
}

/** The time begins with the first answer, so that starting up is not counted, and ends with the last. */
async function rate(program: (fake: FakeTelegram) => Program): Promise<number> {
  const fake = await startFakeTelegram({ record: false })
  push(fake, 1)
  const { script, args, env } = program(fake)
  const end = run(script, args, env)
  await answered(fake, 1)
  const start = performance.now()
  for (let id = 2; id <= UPDATES + 1; id += 1) push(fake, id)
  await answered(fake, UPDATES + 1)
  const seconds = (performance.now() - start) / 1000
  await end()
  await fake.close()
  return UPDATES / seconds
}

function botEnv(fake: FakeTelegram, databaseUrl: string): Record<string, string> {
  return {
    TELEGRAM_BOT_TOKEN: fake.token,
    TELEGRAM_API_ROOT: fake.apiRoot,
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'error',
    PUBLIC_URL: '',
    ZALO_BOT_TOKEN: '',
  }
}

function run(script: string, args: string[], env: Record<string, string>): () => Promise<void> {
  const child = spawn(process.execPath, [script, ...args], { stdio: 'inherit', env: { ...process.env, ...env } })
  return async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
}

function push(fake: FakeTelegram, updateId: number): void {
  const id = 5_000_000_000 + (updateId % CHATS)
  fake.push({
    update_id: updateId,
    message: {
      message_id: updateId,
      date: Math.floor(Date.now() / 1000),
      chat: { id, type: 'private', first_name: 'Mẫu' },
      from: { id, is_bot: false, first_name: 'Mẫu' },
      text: QUESTION,
    },
  })
}

async function answered(fake: FakeTelegram, times: number): Promise<void> {
  const deadline = Date.now() + 120_000
  while (fake.chats.sent < times) {
    if (Date.now() > deadline) throw new Error(`only ${fake.chats.sent} of ${times} answers within two minutes`)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

async function withSample<T>(use: (databaseUrl: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-bench-'))
  const databaseUrl = join(folder, 'ntm.db')
  await furnish('trung-luong', databaseUrl)
  try {
    return await use(databaseUrl)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
