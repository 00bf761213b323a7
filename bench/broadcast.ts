import { openStore } from '../src/store/store.ts'
import { groupId, queueBroadcast } from '../test/faults/broadcast.ts'
import { TELEGRAM_LIMITS } from '../test/fakes/telegram/limits.ts'
import { NOTICE } from './broadcast-notice.ts'
import { DATABASES, onEach, type DatabaseName, type Databases } from './databases.ts'
import { botProgram, startProgram, type RunningProgram } from './program.ts'
import { figures, inBoth, type Line } from './table.ts'

export interface BroadcastSize {
  groups: number
  /** How many times faster than Telegram's the limits are, on both sides alike: 1 for the true thing. */
  times: number
}

interface Reached {
  /** Messages a second. */
  rate: number
  /** Of what the limits allow in the time that it took. */
  share: number
  tooMany: number
  /** The most resident memory, in MB. */
  memory: number
}

const LOOK_MS = 5
const MEMORY_EVERY_MS = 1000

/**
 * A notice to many groups against a fake Telegram that enforces Telegram's limits. Beside it a plain loop over
 * `bot.api.sendMessage` with grammY's auto-retry plugin, which waits as long as a 429 says; that is whole seconds, so the
 * loop is only measured at the true scale. All go side by side, for each waits nearly all the time.
 */
export async function broadcastLines(databases: Databases, size: BroadcastSize): Promise<Line[]> {
  const { groups, times } = size
  const limits = { limits: TELEGRAM_LIMITS, limitsTimes: times }
  const all = Array.from({ length: groups }, (_, number) => groupId(number))
  const loop = times === 1 ? reach(size, () => startProgram(undefined, loopOver(groups), limits)) : undefined
  const running = await onEach(databases, async (create) => {
    const databaseUrl = await create()
    const store = await openStore(databaseUrl)
    await queueBroadcast(store.db, 'notice:1', all, NOTICE)
    await store.close()
    const env = { TELEGRAM_PACE: String(times) }
    return { reached: reach(size, () => startProgram(undefined, botProgram(databaseUrl, env), limits)) }
  })
  const ours: Partial<Record<DatabaseName, Reached>> = {}
  for (const name of DATABASES) if (running[name]) ours[name] = await running[name].reached
  const beside = await loop
  const scale = times === 1 ? '' : `, limits × ${times}`
  const line = (figure: string, aim: string, words: (each: Reached) => string): Line => ({
    figure,
    ...inBoth(ours, words),
    aim,
    beside: beside ? `plain loop with auto-retry ${words(beside)}` : 'not measured: retry_after is in whole seconds',
  })
  const title = `a notice to ${figures(groups)} groups${scale}`
  return [
    line(
      `${title}: of the allowed rate`,
      '≥ 95 %',
      ({ share, rate }) => `${figures(share * 100, 1)} % (${figures(rate, 1)} a second)`,
    ),
    line('of the answers, 429', '0', ({ tooMany }) => figures(tooMany)),
    line('the most memory meanwhile', '', ({ memory }) => `${figures(memory)} MB`),
  ]
}

function loopOver(groups: number): Parameters<typeof startProgram>[1] {
  return (fake) => ({ args: ['bench/broadcast-loop.ts', fake.apiRoot, fake.token, String(groups)], env: {} })
}

/** The time goes from the first message that arrives to the last. */
async function reach({ groups, times }: BroadcastSize, start: () => Promise<RunningProgram>): Promise<Reached> {
  const allowed = TELEGRAM_LIMITS.overall * times
  const program = await start()
  let memory = 0
  const measuring = setInterval(() => {
    memory = Math.max(memory, program.memory())
  }, MEMORY_EVERY_MS)
  try {
    await program.answered(1)
    const begin = performance.now()
    await program.answered(groups, { lookMs: LOOK_MS, withinMs: (groups / allowed) * 4000 + 60_000 })
    const seconds = (performance.now() - begin) / 1000
    memory = Math.max(memory, program.memory())
    // A span's worth may go at once at the beginning.
    const share = groups / (allowed * seconds + TELEGRAM_LIMITS.overall)
    return { rate: groups / seconds, share, tooMany: program.tooMany(), memory }
  } finally {
    clearInterval(measuring)
    await program.end()
  }
}
