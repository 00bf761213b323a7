/**
 * `npm run bench -- soak --minutes 20`: the bot as `npm start` runs it, on one core where the machine can pin it, with 25
 * village heads who report on Telegram and 25 people who ask on Zalo, for so long, while both platforms fail in every way
 * that they are known to. Nothing may be lost, nothing go wrong, and memory may not grow once it is warm.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { furnish } from '../test/conversations/furnish.ts'
import { startFakeTelegram } from '../test/fakes/telegram/server.ts'
import { startFakeZalo } from '../test/fakes/zalo/server.ts'
import { openToRead } from '../src/store/store.ts'
import { openMessages } from '../src/store/vital-signs.ts'
import { addHeads } from '../test/worlds/heads.ts'
import { median } from './median.ts'
import { chatId, CHATS, START } from './program.ts'
import { fail } from './soak-faults.ts'
import { talkOnBoth } from './soak-talk.ts'
import { figures } from './table.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const TALKERS_EACH = 25
const SAMPLE_EVERY_MS = 2000
/** After the last fault, what still waits has so long to be answered. */
const MOST_TO_END_MS = 10 * 60_000
/** From here on memory may not grow; of a short trial, a quarter. */
const WARM_MS = 5 * 60_000
/** By so many percent memory may differ between two minutes without having grown. */
const NO_GROWTH_PERCENT = 5

export interface Soak {
  minutes: number
  asked: number
  /** Messages that had no answer within their sender's patience. */
  unanswered: number
  /** Messages that the database does not hold as done in the end. */
  lost: number
  /** Replies that failed or are not known to have arrived. */
  undelivered: number
  /** Lines of the log that say error. */
  errors: string[]
  faults: number
  repeated: number
  /** From a message to the answer that arrived, in milliseconds. */
  answerMs: { middle: number; worst: number }
  /** In MB: after warming up, at the end (the middle of a minute each), and the most there was. */
  memory: { warm: number; end: number; most: number }
  pinned: boolean
}

export async function soak(databaseUrl: string, minutes: number): Promise<Soak> {
  await furnish('mau-son', databaseUrl)
  await addHeads(databaseUrl, CHATS, chatId)
  const [telegram, zalo] = await Promise.all([startFakeTelegram(), startFakeZalo()])
  const command = [process.execPath, ...START]
  const pinned = spawnSync('taskset', ['-c', '0', 'true']).status === 0
  const [program = '', ...args] = pinned ? ['taskset', '-c', '0', ...command] : command
  const bot = spawn(program, args, {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'error',
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      ZALO_BOT_TOKEN: zalo.token,
      ZALO_API_ROOT: zalo.apiRoot,
      // The fakes have no limits, and what is measured is the program.
      TELEGRAM_PACE: 'off',
      ZALO_MESSAGES_A_SECOND: '1000',
      ZALO_MESSAGES_A_SECOND_TO_CHAT: '1000',
    },
  })
  const errors: string[] = []
  createInterface({ input: bot.stderr }).on('line', (line) => errors.push(line))
  const end = performance.now() + minutes * 60_000
  const isOver = () => performance.now() > end || bot.exitCode !== null

  const [talk, faults, memory] = await Promise.all([
    talkOnBoth({ telegram, zalo, each: TALKERS_EACH }, isOver),
    fail([telegram, zalo], isOver),
    sampleMemory(bot.pid ?? 0, isOver),
  ])
  const { asked, answerTimes, repeated } = talk
  const left = await whatIsLeft(databaseUrl, asked, () => bot.exitCode !== null)
  bot.kill('SIGTERM')
  if (bot.exitCode === null) await once(bot, 'exit')
  await Promise.all([telegram.close(), zalo.close()])

  const warmFrom = Math.min(WARM_MS, (minutes * 60_000) / 4)
  const span = Math.min(60_000, (minutes * 60_000) / 4)
  const within = (from: number, to: number) =>
    median(memory.flatMap(({ at, mb }) => (at >= from && at <= to ? [mb] : [])))
  return {
    minutes,
    asked,
    unanswered: asked - answerTimes.length,
    ...left,
    errors,
    faults,
    repeated,
    answerMs: { middle: median(answerTimes), worst: answerTimes.reduce((most, ms) => Math.max(most, ms), 0) },
    memory: {
      warm: within(warmFrom, warmFrom + span),
      end: within(minutes * 60_000 - span, Infinity),
      most: Math.max(...memory.map(({ mb }) => mb)),
    },
    pinned,
  }
}

/** Nothing fails any more: what was put off has to go out now, and what was asked to be done. Says what was not. */
async function whatIsLeft(
  databaseUrl: string,
  asked: number,
  isGone: () => boolean,
): Promise<Pick<Soak, 'lost' | 'undelivered'>> {
  const deadline = performance.now() + MOST_TO_END_MS
  const { db, close } = openToRead(databaseUrl)
  const count = async (table: 'inbox' | 'outbox', comparison: '=' | '!=', state: 'done' | 'sent') => {
    const rows = db.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('count'))
    return (await rows.where('state', comparison, state).executeTakeFirstOrThrow()).count
  }
  try {
    for (;;) {
      const lost = asked - (await count('inbox', '=', 'done'))
      if ((lost === 0 && (await openMessages(db)).length === 0) || performance.now() > deadline || isGone())
        return { lost, undelivered: await count('outbox', '!=', 'sent') }
      await wait(500)
    }
  } finally {
    await close()
  }
}

/** The memory that a process holds, in MB (1,000,000 bytes), by the milliseconds since now. */
async function sampleMemory(pid: number, isOver: () => boolean): Promise<{ at: number; mb: number }[]> {
  const start = performance.now()
  const samples: { at: number; mb: number }[] = []
  while (!isOver()) {
    const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    samples.push({ at: performance.now() - start, mb: (Number(resident) * 1024) / 1e6 })
    await wait(SAMPLE_EVERY_MS)
  }
  return samples
}

/** The figures as they stand in docs/benchmarks.md, and whether they are as they should be. */
export function soakReport({ minutes, asked, answerMs, memory, ...rest }: Soak): { text: string; isGood: boolean } {
  const { unanswered, lost, undelivered, errors, faults, repeated, pinned } = rest
  const growth = (memory.end / memory.warm - 1) * 100
  const lines = [
    `${minutes} minutes, ${2 * TALKERS_EACH} chats at once over both fakes, ${pinned ? 'one core' : 'not pinned to one core'}`,
    `messages ${figures(asked)}, faults ${figures(faults)}, redelivered ${figures(repeated)}`,
    `lost ${lost}, unanswered ${unanswered}, undelivered ${undelivered}, errors in the log ${errors.length}`,
    `to the answer: ${figures(answerMs.middle)} ms in the middle, ${figures(answerMs.worst)} ms at worst`,
    `memory: ${figures(memory.warm)} MB warm, ${figures(memory.end)} MB at the end (${figures(growth, 1)} %), ${figures(memory.most)} MB at most`,
    ...errors.slice(0, 5),
  ]
  const isGood = lost + unanswered + undelivered + errors.length === 0 && growth < NO_GROWTH_PERCENT
  return { text: lines.join('\n'), isGood }
}
