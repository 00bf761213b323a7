import { furnish } from '../test/conversations/furnish.ts'
import { onEach, type Databases } from './databases.ts'
import { median } from './median.ts'
import { startAnswering, startBot, startEcho, type RunningProgram } from './program.ts'
import { figures, inBoth, type Line } from './table.ts'

const QUESTION = 'xã Trung Lương đạt bao nhiêu tiêu chí'

export interface TelegramSize {
  updates: number
  /** How often each is measured; the middle one counts. */
  rounds: number
}

/**
 * Updates a second of our bot answering the main question on the sample, beside a bare echo bot. Whatever is not ours
 * (grammY, HTTP, the machine) is in both, so the ratio is what counts.
 */
export async function telegramLines(databases: Databases, { updates, rounds }: TelegramSize): Promise<Line[]> {
  const echo: Record<'plain' | 'runner', number[]> = { plain: [], runner: [] }
  const ours = await onEach(databases, async (): Promise<number[]> => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const how of ['plain', 'runner'] as const) echo[how].push(await rate(startEcho(how, QUESTION), updates))
    await onEach(databases, async (create, name) => {
      ours[name]!.push(await rate(startBot(await sample(create), QUESTION), updates))
    })
  }
  const plain = median(echo.plain)
  const runner = median(echo.runner)
  return [
    {
      figure: 'answers a second',
      ...inBoth(ours, (rates) => {
        const rate = median(rates)
        return `${figures(rate)} (${figures(rate / plain, 2)} × echo)`
      }),
      aim: '≥ 0.5 × echo, SQLite',
      beside: `bare echo bot ${figures(plain)}, through the runner ${figures(runner)}`,
    },
  ]
}

/** Seconds from the start of the process to the first answer, with an update already waiting. */
export async function startLines(databases: Databases, { rounds }: { rounds: number }): Promise<Line[]> {
  const seconds = await onEach(databases, async (create) => {
    const databaseUrl = await sample(create)
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const { bot, seconds } = await startAnswering(databaseUrl, QUESTION)
      times.push(seconds)
      await bot.end()
    }
    return median(times)
  })
  return [
    {
      figure: 'start to first answer, the sample',
      ...inBoth(seconds, (each) => `${figures(each, 2)} s`),
      aim: '≤ 1.5 s',
      beside: '',
    },
  ]
}

/** The time begins with the first answer, so that starting up is not counted, and ends with the last. */
async function rate(starting: Promise<RunningProgram>, updates: number): Promise<number> {
  const program = await starting
  try {
    await program.answered(1)
    const start = performance.now()
    for (let asked = 0; asked < updates; asked += 1) program.ask(QUESTION)
    await program.answered(updates + 1)
    return updates / ((performance.now() - start) / 1000)
  } finally {
    await program.end()
  }
}

async function sample(create: () => Promise<string>): Promise<string> {
  const databaseUrl = await create()
  await furnish('trung-luong', databaseUrl)
  return databaseUrl
}
