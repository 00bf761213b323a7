import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { runTerminal } from '../../../src/channels/console/terminal.ts'
import type { Incoming } from '../../../src/messages/incoming.ts'

const words = { welcome: 'welcome', asNow: (h: string) => `as ${h}`, inNow: (g: string) => `in ${g}`, inPrivate: 'out' }

async function play(lines: string[]): Promise<{ said: string[]; output: string }> {
  const said: string[] = []
  const output = new PassThrough()
  await runTerminal({
    input: Readable.from(lines.map((line) => `${line}\n`)),
    output,
    handle: 'ha',
    words,
    async play({ chat, sender, addressed, content }: Incoming) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      said.push(`${sender.id}@${chat.id} ${addressed} ${content.kind === 'text' ? content.text : content.kind}`)
    },
  })
  output.end()
  return { said, output: await text(output) }
}

test('every line that was piped in is played, also those behind the end of the input', async () => {
  const { said } = await play(['một', 'hai', '', 'ba'])
  expect(said).toEqual(['ha@ha true một', 'ha@ha true hai', 'ha@ha true ba'])
})

test('/as speaks as another, /in speaks in a group, /in alone comes back', async () => {
  const { said, output } = await play(['/as lan', 'một', '/in nhom', 'hai', '@bot ba', '/in', '/tiendo'])
  expect(said).toEqual(['lan@lan true một', 'lan@nhom false hai', 'lan@nhom true ba', 'lan@lan true /tiendo'])
  for (const line of ['as lan', 'in nhom', 'out']) expect(output).toContain(line)
})
