import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startFakeTelegram, type FakeTelegram, type FakeTelegramOptions } from '../test/fakes/telegram/server.ts'

/** A program in a process of its own, beside a Telegram of its own. */
export interface RunningProgram {
  /** Somebody asks; one of `chats` private chats in turn. */
  ask(text: string): void
  /** Resolves when so many messages have arrived in all. */
  answered(times: number, patience?: { lookMs: number; withinMs: number }): Promise<void>
  /** How many calls the fake Telegram has refused with 429. */
  tooMany(): number
  /** How many calls the fake Telegram has served, edits among them. */
  calls(): number
  /** What stands in all chats, as HTML. */
  answers(): string[]
  /** The memory that it holds, in MB (1,000,000 bytes). */
  memory(): number
  end(): Promise<void>
}

interface Program {
  /** What Node is started with. */
  args: string[]
  env: Record<string, string>
}

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** `npm start` without npm: the words after `node`. */
export const START = (
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: { start: string } }
).scripts.start
  .split(' ')
  .slice(1)
export const CHATS = 200
const LONGEST_MS = 120_000

/** Our bot, as `npm start` runs it. @param first is asked before the bot starts. */
export async function startBot(databaseUrl: string, first: string): Promise<RunningProgram> {
  // The fake has no limits, and what is measured is the program.
  return startProgram(first, botProgram(databaseUrl, { TELEGRAM_PACE: 'off' }))
}

export function botProgram(databaseUrl: string, env: Record<string, string>): (fake: FakeTelegram) => Program {
  return (fake) => ({
    args: START,
    env: {
      TELEGRAM_BOT_TOKEN: fake.token,
      TELEGRAM_API_ROOT: fake.apiRoot,
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'error',
      // Nobody writes as fast as a bench does.
      FLOOD_LIMIT: '0',
      PUBLIC_URL: '',
      ZALO_BOT_TOKEN: '',
      ...env,
    },
  })
}

/** Our bot when it has given its first answer, and how many seconds that took from the start of the process. */
export async function startAnswering(
  databaseUrl: string,
  first: string,
): Promise<{ bot: RunningProgram; seconds: number }> {
  const start = performance.now()
  const bot = await startBot(databaseUrl, first)
  await bot.answered(1)
  return { bot, seconds: (performance.now() - start) / 1000 }
}

/** The yardstick. @param how `plain`: one update after the other; `runner`: many at once. */
export async function startEcho(how: 'plain' | 'runner', first: string): Promise<RunningProgram> {
  return startProgram(first, (fake) => ({ args: ['bench/echo-bot.ts', fake.apiRoot, fake.token, how], env: {} }))
}

/** Never the same twice in a run: a bot passes over an update that it has had. */
let lastUpdate = 0

/** A program in a process of its own. @param first is asked before it starts, if anything is. */
export async function startProgram(
  first: string | undefined,
  program: (fake: FakeTelegram) => Program,
  options: FakeTelegramOptions = {},
): Promise<RunningProgram> {
  const fake = await startFakeTelegram({ record: false, ...options })
  const ask = (text: string) => fake.push(update((lastUpdate += 1), text))
  if (first !== undefined) ask(first)
  const { args, env } = program(fake)
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  })
  return {
    ask,
    async answered(times, { lookMs, withinMs } = { lookMs: 2, withinMs: LONGEST_MS }) {
      const deadline = Date.now() + withinMs
      while (fake.chats.sent < times) {
        if (child.exitCode !== null && fake.chats.sent < times)
          throw new Error(`node ${args.join(' ')} ended with ${child.exitCode}`)
        if (Date.now() > deadline) throw new Error(`only ${fake.chats.sent} of ${times} within ${withinMs / 1000} s`)
        await new Promise((resolve) => setTimeout(resolve, lookMs))
      }
    },
    calls: () => fake.state.served,
    tooMany: () => fake.state.tooMany,
    answers: () => Array.from({ length: CHATS }, (_, chat) => fake.chats.texts(String(chatId(chat)))).flat(),
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 976.5625,
    async end() {
      // Politely, so that every answer is marked as sent and none is sent again by the next.
      child.kill('SIGTERM')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      await fake.close()
    },
  }
}

export function chatId(update: number): number {
  return 5_000_000_000 + (update % CHATS)
}

function update(id: number, text: string): object {
  const chat = chatId(id)
  return {
    update_id: id,
    message: {
      message_id: id,
      date: Math.floor(Date.now() / 1000),
      chat: { id: chat, type: 'private', first_name: 'Mẫu' },
      from: { id: chat, is_bot: false, first_name: 'Mẫu' },
      text,
    },
  }
}
