import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { createInterface } from 'node:readline'
import { runScript } from '../../src/script.ts'
import { furnish } from './furnish.ts'
import { silentLog } from '../silent-log.ts'
import type { Conversation } from './read-conversation.ts'

export interface Said {
  to: string
  command: string
  text: string
  buttons?: { label: string; data: string }[][]
}

/** Plays a conversation through the console over a fresh database; what the bot says to each line, in order. */
export async function play({ world, now, steps }: Conversation): Promise<Said[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-'))
  const databaseUrl = join(folder, 'ntm.db')
  await furnish(world, databaseUrl)
  const input = new PassThrough()
  const output = new PassThrough()
  const session = runScript({ databaseUrl, start: new Date(now), locale: 'vi', log: silentLog, input, output })
  const answers: Said[][] = []
  const reading = (async () => {
    let said: Said[] = []
    for await (const line of createInterface({ input: output })) {
      const read = JSON.parse(line) as Said & { done?: number; error?: string }
      if (read.error) throw new Error(read.error)
      if (read.done === undefined) said.push(read)
      else {
        answers.push(said)
        said = []
      }
    }
  })()
  input.end(steps.map(({ input: line }) => `${JSON.stringify(line)}\n`).join(''))
  await session
  output.end()
  await reading
  rmSync(folder, { recursive: true, force: true })
  return answers
}
