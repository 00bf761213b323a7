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
import type { Answer } from '../test/fakes/script.ts'
import { startFakeTelegram } from '../test/fakes/telegram/server.ts'
import { startFakeZalo } from '../test/fakes/zalo/server.ts'
import { openStore, openToRead } from '../src/store/store.ts'
import { openMessages } from '../src/store/vital-signs.ts'
import { addHeads } from '../test/worlds/heads.ts'
import { median } from './median.ts'
import { chatId, CHATS } from './program.ts'
import { figures } from './table.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const TALKERS_EACH = 25
/** After its answer, somebody thinks for so long. */
const THINKING_MS = { least: 800, most: 2500 }
/** Whoever has no answer for so long goes on; after the last fault it has to come all the same. */
const PATIENCE_MS = 100_000
const FAULT_EVERY_MS = 700
const MOST_FAULTS_LAID = 2
const REPEAT_EVERY_MS = 3000
const SAMPLE_EVERY_MS = 2000
/** After the last fault, what still waits has so long to go out. */
const MOST_TO_SEND_MS = 10 * 60_000
/** From here on memory may not grow; of a short trial, a quarter. */
const WARM_MS = 5 * 60_000

const QUESTIONS = [
  'xã Mẫu Sơn đạt bao nhiêu tiêu chí',
  'con thieu tieu chi nao',
  'tiêu chí 17 thế nào rồi',
  'chỉ tiêu 17.5 yêu cầu gì',
  'xin chào',
  'trợ giúp',
  'trời hôm nay đẹp nhỉ',
  '/tiendo',
]
const dialog = (time: number) => ['báo cáo', '17.5', `${100 + (time % 100)}/210`, 'bỏ qua', 'bỏ qua', 'xác nhận']

export interface Soak {
  minutes: number
  asked: number
  /** Talkers who had no answer within their patience, and updates that the database does not hold as done. */
  unanswered: number
  lost: number
  /** Replies that failed or are not known to have arrived. */
  undelivered: number
  /** Lines of the log that say error. */
  errors: string[]
  faults: number
  repeated: number
  /** From a message to the first try of its answer, in milliseconds. */
  answerMs: { middle: number; worst: number }
  /** In MB: after warming up, at the end (the middle of a minute each), and the most there was. */
  memory: { warm: number; end: number; most: number }
  pinned: boolean
}

type Fake = Awaited<ReturnType<typeof startFakeTelegram>> | Awaited<ReturnType<typeof startFakeZalo>>

/** How many calls there were for each chat, faults included; what was recorded is let go of. */
function createTally(fake: Fake): (chat: string) => number {
  const counts = new Map<string, number>()
  return (chat) => {
    for (const { method, payload } of fake.requests.splice(0))
      if (/^(send|edit)/.test(method)) {
        const to = String(payload.chat_id)
        counts.set(to, (counts.get(to) ?? 0) + 1)
      }
    return counts.get(chat) ?? 0
  }
}

export async function soak(databaseUrl: string, minutes: number): Promise<Soak> {
  await furnish('mau-son', databaseUrl)
  await addHeads(databaseUrl, CHATS, chatId)
  const [telegram, zalo] = await Promise.all([startFakeTelegram(), startFakeZalo()])
  const command = [process.execPath, '--max-semi-space-size=4', 'src/main.ts']
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

  const start = performance.now()
  const end = start + minutes * 60_000
  const isOver = () => performance.now() > end || bot.exitCode !== null
  const answerTimes: number[] = []
  const pushed: { telegram: object[]; zalo: object[] } = { telegram: [], zalo: [] }
  let asked = 0
  let unanswered = 0

  async function talk(callsFor: () => number, say: (turn: number) => void): Promise<void> {
    await wait(Math.random() * THINKING_MS.most)
    for (let turn = 0; !isOver(); turn += 1) {
      const before = callsFor()
      const from = performance.now()
      say(turn)
      asked += 1
      while (callsFor() === before && performance.now() - from < PATIENCE_MS && bot.exitCode === null) await wait(5)
      if (callsFor() === before) unanswered += 1
      else answerTimes.push(performance.now() - from)
      await wait(THINKING_MS.least + Math.random() * (THINKING_MS.most - THINKING_MS.least))
    }
  }

  const now = () => Date.now()
  const onTelegram = createTally(telegram)
  const onZalo = createTally(zalo)
  let ids = 0
  const talkers = Array.from({ length: TALKERS_EACH }, (_, n) => {
    const id = chatId(n)
    const zaloId = `soak${n}`
    return [
      talk(
        () => onTelegram(String(id)),
        (turn) => {
          const text = dialog(Math.floor(turn / 6))[turn % 6]!
          const from = { id, is_bot: false, first_name: 'Mẫu' }
          const message = {
            message_id: (ids += 1),
            date: Math.floor(now() / 1000),
            chat: { id, type: 'private' },
            from,
            text,
          }
          pushed.telegram.push({ update_id: ids, message })
          telegram.push(pushed.telegram.at(-1) as object)
        },
      ),
      talk(
        () => onZalo(zaloId),
        (turn) => {
          const text = QUESTIONS[(turn + n) % QUESTIONS.length]!
          const chat = { id: zaloId, chat_type: 'PRIVATE' }
          const message = { message_id: `m${(ids += 1)}`, from: { id: zaloId }, chat, date: now(), text }
          pushed.zalo.push({ event_name: 'message.text.received', message })
          zalo.deliver(pushed.zalo.at(-1))
        },
      ),
    ]
  }).flat()

  const failing = fail(telegram, zalo, isOver)
  const repeating = repeat(() => {
    telegram.push({ ...pushed.telegram[Math.floor(Math.random() * pushed.telegram.length)] })
    zalo.deliver({ ...pushed.zalo[Math.floor(Math.random() * pushed.zalo.length)] })
    pushed.telegram.splice(0, pushed.telegram.length - 100)
    pushed.zalo.splice(0, pushed.zalo.length - 100)
  }, isOver)
  const samples = sampleMemory(bot.pid ?? 0, isOver)
  await Promise.all(talkers)
  const { length: faults } = await failing
  const { length: repeated } = await repeating
  const memory = await samples
  await untilSent(databaseUrl)
  bot.kill('SIGTERM')
  if (bot.exitCode === null) await once(bot, 'exit')
  await Promise.all([telegram.close(), zalo.close()])

  const store = await openStore(databaseUrl)
  const done = await store.db.selectFrom('inbox').select('id').where('state', '=', 'done').execute()
  const undelivered = await store.db.selectFrom('outbox').select('id').where('state', '!=', 'sent').execute()
  await store.close()
  const warmFrom = Math.min(WARM_MS, (minutes * 60_000) / 4)
  const within = (from: number, to: number) =>
    median(memory.flatMap(({ at, mb }) => (at >= from && at <= to ? [mb] : [])))
  const span = Math.min(60_000, (minutes * 60_000) / 4)
  return {
    minutes,
    asked,
    unanswered,
    lost: asked - done.length,
    undelivered: undelivered.length,
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

/** What is to be tried again has to go out now that nothing fails any more; after a 429, Zalo is left alone for minutes. */
async function untilSent(databaseUrl: string): Promise<void> {
  const deadline = performance.now() + MOST_TO_SEND_MS
  const store = openToRead(databaseUrl)
  try {
    while ((await openMessages(store.db)).length > 0 && performance.now() < deadline) await wait(500)
  } finally {
    await store.close()
  }
}

/** One fault after the other, on a send or a poll of either platform. Those in which a platform itself loses an update are left out. */
async function fail(
  telegram: Awaited<ReturnType<typeof startFakeTelegram>>,
  zalo: Awaited<ReturnType<typeof startFakeZalo>>,
  isOver: () => boolean,
): Promise<Answer[]> {
  const tooMany = {
    ok: false,
    error_code: 429,
    description: 'Too Many Requests: retry after 1',
    parameters: { retry_after: 1 },
  }
  const gateway: Answer = { status: 502, body: '<html>Bad Gateway</html>' }
  const onSends: Answer[] = [
    { status: 429, body: tooMany },
    gateway,
    { drop: 'before' },
    { drop: 'after' },
    { delayMs: 500 },
  ]
  const onPolls: Answer[] = [gateway, { drop: 'before' }]
  const given: Answer[] = []
  while (!isOver()) {
    const isSend = Math.random() < 0.7
    const faults = isSend ? onSends : onPolls
    const answer = faults[Math.floor(Math.random() * faults.length)]!
    const fake = Math.random() < 0.5 ? telegram : zalo
    // Faults that nobody asked for yet do not pile up: each poll would fail then, and the waits between them grow, as in an outage.
    if (fake.script.unused().length < MOST_FAULTS_LAID) {
      fake.script.add({ method: isSend ? 'sendMessage' : 'getUpdates', answer })
      given.push(answer)
    }
    await wait(FAULT_EVERY_MS)
  }
  // What nobody asked for yet is not to come into play afterwards.
  telegram.script.clear()
  zalo.script.clear()
  return given
}

async function repeat(again: () => void, isOver: () => boolean): Promise<number[]> {
  const times: number[] = []
  await wait(REPEAT_EVERY_MS)
  while (!isOver()) {
    again()
    times.push(performance.now())
    await wait(REPEAT_EVERY_MS)
  }
  return times
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
  return { text: lines.join('\n'), isGood: lost + unanswered + undelivered + errors.length === 0 && growth < 5 }
}
