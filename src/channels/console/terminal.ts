import { createInterface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'
import type { Incoming } from '../../messages/incoming.ts'
import type { Outgoing } from '../../messages/outgoing.ts'
import { toIncoming } from './to-incoming.ts'

export interface TerminalOptions {
  input: Readable
  output: Writable
  /** Who speaks at first. */
  handle: string
  words: { welcome: string; asNow: (handle: string) => string; inNow: (group: string) => string; inPrivate: string }
  play: (incoming: Incoming) => Promise<void>
}

/** The console for a person: a prompt, `/as NAME` to speak as another, `/in GROUP` and `/in` to change the chat. */
export async function runTerminal({ input, output, handle, words, play }: TerminalOptions): Promise<void> {
  const terminal = createInterface({ input, output, prompt: `${handle}> ` })
  const place: { from: string; group: string | undefined } = { from: handle, group: undefined }
  let closed = false
  terminal.once('close', () => {
    closed = true
  })
  /** Lines that were piped in are still played after the input has ended. */
  const prompt = () => {
    if (!closed) terminal.prompt()
  }
  output.write(`${words.welcome}\n\n`)
  prompt()
  for await (const line of terminal) {
    const order = /^\/(as|in)(?:\s+(\S+))?\s*$/.exec(line.trim())
    if (order?.[1] === 'as' && order[2]) {
      place.from = order[2]
      output.write(`${words.asNow(place.from)}\n`)
    } else if (order?.[1] === 'in') {
      place.group = order[2]
      output.write(`${place.group ? words.inNow(place.group) : words.inPrivate}\n`)
    } else if (line.trim() !== '') {
      const incoming = toIncoming({ ...place, text: line }, [], new Date())
      if (!('error' in incoming)) await play(incoming)
    }
    terminal.setPrompt(`${place.from}${place.group ? `@${place.group}` : ''}> `)
    prompt()
  }
}

/** A message as it is printed; choices have been written as a numbered list. */
export function printed(to: string, { text, file }: Outgoing, handle: string): string {
  const addressee = to === handle ? '' : `[${to}] `
  return `${addressee}${text}${file ? `\n[${file.path}]` : ''}\n\n`
}
