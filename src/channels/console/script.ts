import type { Readable, Writable } from 'node:stream'
import { createInterface } from 'node:readline'
import type { SetClock } from '../../clock.ts'
import type { Incoming } from '../../messages/incoming.ts'
import type { Button, Outgoing } from '../../messages/outgoing.ts'
import { readLine } from './line.ts'
import { toIncoming } from './to-incoming.ts'

export interface ScriptOptions {
  input: Readable
  output: Writable
  clock: SetClock
  /** Takes an update and resolves when all that it brings about has been sent. */
  play: (incoming: Incoming) => Promise<void>
  /** Runs, in order, all that falls due up to an instant; resolves when it has been sent. */
  runUntil: (instant: Date) => Promise<void>
  /** The buttons of the newest message with buttons in a chat. */
  buttonsIn: (chatId: string) => Promise<Button[]>
}

/** The console as JSON Lines: one input a line, then every message that it brings about, then `{"done":N}`. */
export async function playScript(options: ScriptOptions): Promise<void> {
  const { input, output } = options
  const write = (line: object) => output.write(`${JSON.stringify(line)}\n`)
  let done = 0
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() === '') continue
    const error = await playLine(options, line)
    if (error) write({ error })
    done += 1
    write({ done })
  }
}

async function playLine(options: ScriptOptions, line: string): Promise<string | undefined> {
  const { clock, play, runUntil, buttonsIn } = options
  const read = readLine(line)
  if (!read.ok) return read.error
  if ('clock' in read.value) {
    const instant = new Date(read.value.clock)
    if (instant < clock.now()) return 'the clock cannot go back'
    await runUntil(instant)
    return undefined
  }
  const buttons = 'press' in read.value ? await buttonsIn(read.value.group ?? read.value.from) : []
  const incoming = toIncoming(read.value, buttons, clock.now())
  if ('error' in incoming) return incoming.error
  await play(incoming)
  return undefined
}

/** A message as the script's reader gets it. */
export function outputLine(to: string, { command, text, buttons, file }: Outgoing): string {
  return JSON.stringify({ to, command, text, buttons, file: file?.path })
}
