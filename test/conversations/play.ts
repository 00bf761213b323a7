import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { createInterface } from 'node:readline'
import type { OutgoingFile } from '../../src/messages/outgoing.ts'
import { runScript } from '../../src/script.ts'
import { furnish } from './furnish.ts'
import { taughtLanguage } from '../taught-language.ts'
import { silentLog } from '../silent-log.ts'
import { isRestart, type Conversation } from './read-conversation.ts'

export interface Said {
  to: string
  command: string
  text: string
  /** The file that comes with it; the console says its path. */
  file?: string | OutgoingFile
  buttons?: { label: string; data: string }[][]
}

/** Plays a conversation through the console over a fresh database; what the bot says to each line, in order. */
export async function play({ world, now, steps }: Conversation): Promise<Said[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-'))
  try {
    await furnish(world, join(folder, 'ntm.db'))
    const answers: Said[][] = []
    while (answers.length < steps.length)
      await playSession(folder, clockAfter(now, steps.slice(0, answers.length)), steps, answers)
    return answers
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Where the clock stands after some lines. */
function clockAfter(now: string, steps: Conversation['steps']): Date {
  const moved = steps.flatMap(({ input }) => {
    if (isRestart(input)) return input.at ?? []
    return 'clock' in input ? [String(input.clock)] : []
  })
  return new Date(moved.at(-1) ?? now)
}

/** One run of the program: up to the next restart, or to the end. */
async function playSession(
  folder: string,
  start: Date,
  steps: Conversation['steps'],
  answers: Said[][],
): Promise<void> {
  const input = new PassThrough()
  const output = new PassThrough()
  const databaseUrl = join(folder, 'ntm.db')
  const language = await taughtLanguage()
  const session = runScript({
    databaseUrl,
    start,
    locale: 'vi',
    dataDir: folder,
    log: silentLog,
    language,
    input,
    output,
  })
  // One line after the other: what a line says may depend on what the bot said before.
  const sendNext = () => {
    const step = steps[answers.length]
    if (step && !isRestart(step.input))
      input.write(`${JSON.stringify(step.input).replaceAll('{code}', () => lastCode(answers))}\n`)
    else input.end()
  }
  const reading = (async () => {
    let said: Said[] = []
    for await (const line of createInterface({ input: output })) {
      const read = JSON.parse(line) as Said & { done?: number; error?: string }
      if (read.error) {
        input.end()
        throw new Error(read.error)
      }
      if (read.done === undefined) said.push(read)
      else {
        answers.push(said)
        said = []
        sendNext()
      }
    }
  })()
  sendNext()
  await session
  output.end()
  await reading
  const ended = steps[answers.length]
  if (ended && isRestart(ended.input)) answers.push([])
}

/** The invitation code that the bot said last. */
export function lastCode(answers: readonly Said[][]): string {
  const codes = answers.flat().flatMap(({ text }) => text.match(/\b(?:[2-9A-Z]{4}-){2}[2-9A-Z]{4}\b/g) ?? [])
  const code = codes.at(-1)
  if (!code) throw new Error('the bot has said no invitation code yet')
  return code
}
