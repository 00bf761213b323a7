import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../src/store/store.ts'
import { furnish } from '../test/conversations/furnish.ts'
import { addHeads } from '../test/worlds/heads.ts'
import { onEach, type Databases } from './databases.ts'
import { median } from './median.ts'
import { CHATS, chatId, startBot, startProgram, type RunningProgram } from './program.ts'
import { figures, inBoth, type Line } from './table.ts'

/** A report, step by step, as a village head answers it; the yardstick asks as many questions. */
const lines = (time: number) => ['báo cáo', '17.5', `${150 - time}/210`, 'bỏ qua', 'bỏ qua', 'xác nhận']
const GREETING = 'xin chào'

export interface DialogSize {
  /** How many reports each person makes. */
  times: number
  /** How often each is measured; the middle one counts. */
  rounds: number
  /** Whether the yardstick is measured too, for which its packages are installed. */
  yardstick: boolean
}

const LONGEST_MS = 120_000

/**
 * Dialog steps a second of village heads who report at the same time, each step one message and its answer over the fake
 * Telegram. Ours keeps every message, step and answer on the disk before it counts as done; the yardstick is grammY's
 * conversations with a form of as many steps, its state in files that it leaves to the system to write.
 */
export async function dialogLines(databases: Databases, { times, rounds, yardstick }: DialogSize): Promise<Line[]> {
  const packages = yardstick ? installConversations() : undefined
  const theirs: Record<'plain' | 'runner', number[]> = { plain: [], runner: [] }
  const ours = await onEach(databases, async (): Promise<number[]> => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const how of packages ? (['plain', 'runner'] as const) : [])
      theirs[how].push(await conversationsRate(packages ?? '', how, times))
    await onEach(databases, async (create, name) => {
      const databaseUrl = await create()
      await furnish('mau-son', databaseUrl)
      await addHeads(databaseUrl, CHATS, chatId)
      ours[name]!.push(await rate(startBot(databaseUrl, GREETING), times))
      await checkReports(databaseUrl, times)
    })
  }
  if (packages) rmSync(packages, { recursive: true, force: true })
  const beside = packages ? median(theirs.plain) : undefined
  return [
    {
      figure: 'dialog steps a second',
      ...inBoth(ours, (rates) => {
        const rate = median(rates)
        return beside === undefined ? figures(rate) : `${figures(rate)} (${figures(rate / beside, 2)} × conversations)`
      }),
      aim: '≥ 1 × conversations, SQLite',
      beside:
        beside === undefined
          ? 'not measured'
          : `@grammyjs/conversations in files ${figures(beside)}, through the runner ${figures(median(theirs.runner))}`,
    },
  ]
}

/** All people send a line, then all the next. An edit is an answer too, so that calls are counted, not messages. */
async function rate(starting: Promise<RunningProgram>, times: number): Promise<number> {
  const program = await starting
  try {
    await program.answered(1)
    const before = program.calls()
    const start = performance.now()
    let asked = 0
    for (let time = 0; time < times; time += 1)
      for (const line of lines(time)) {
        for (let chat = 0; chat < CHATS; chat += 1) program.ask(line)
        asked += CHATS
        while (program.calls() - before < asked) {
          if (performance.now() - start > LONGEST_MS)
            throw new Error(`only ${program.calls() - before} of ${asked} answers within two minutes`)
          await new Promise((resolve) => setTimeout(resolve, 1))
        }
      }
    return (asked * 1000) / (performance.now() - start)
  } finally {
    await program.end()
  }
}

/** Everybody's reports have to be there, else what was measured was something else. */
async function checkReports(databaseUrl: string, times: number): Promise<void> {
  const { db, close } = await openStore(databaseUrl)
  const { length } = await db.selectFrom('reports').select('id').execute()
  await close()
  if (length !== CHATS * times) throw new Error(`${length} reports instead of ${CHATS * times}`)
}

async function conversationsRate(packages: string, how: 'plain' | 'runner', times: number): Promise<number> {
  const state = mkdtempSync(join(tmpdir(), 'ntm-state-'))
  try {
    const args = ['bench/conversations-bot.ts']
    return await rate(
      startProgram(GREETING, (fake) => ({ args: [...args, fake.apiRoot, fake.token, packages, state, how], env: {} })),
      times,
    )
  } finally {
    rmSync(state, { recursive: true, force: true })
  }
}

/** Installed for this run alone; undefined where it cannot be. */
function installConversations(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-conversations-'))
  const wanted = ['@grammyjs/conversations@2', '@grammyjs/storage-file@2', 'grammy@1.46.0']
  try {
    execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--silent', ...wanted], {
      stdio: 'ignore',
    })
    return folder
  } catch {
    console.error('@grammyjs/conversations could not be installed: it is left out.')
    rmSync(folder, { recursive: true, force: true })
    return undefined
  }
}
