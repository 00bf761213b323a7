import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createConsoleChannel } from '../../src/channels/console/channel.ts'
import { SetClock } from '../../src/clock.ts'
import { openHouse } from '../../src/house.ts'
import type { ChannelLimits } from '../../src/messages/channel.ts'
import type { Content } from '../../src/messages/incoming.ts'
import type { Log } from '../../src/messages/log.ts'
import type { Outgoing } from '../../src/messages/outgoing.ts'
import { newestButtons } from '../../src/store/outbox.ts'
import { furnish } from '../conversations/furnish.ts'
import { taughtLanguage } from '../taught-language.ts'
import { silentLog } from '../silent-log.ts'

/** The whole bot on a world, in a folder of its own; each call gives what it says, with the files that it sends. */
export async function houseOn(
  world: string,
  { limits, log = silentLog }: { limits?: Partial<ChannelLimits>; log?: Log } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-documents-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const databaseUrl = join(folder, 'ntm.db')
  await furnish(world, databaseUrl)
  const said: (Outgoing & { to: string })[] = []
  const channel = createConsoleChannel(true, (to, message) => said.push({ ...message, to }))
  const clock = new SetClock(new Date('2026-11-23T01:00:00Z'))
  const house = await openHouse({
    databaseUrl,
    locale: 'vi',
    dataDir: folder,
    clock,
    log,
    language: await taughtLanguage(),
    channels: [{ ...channel, limits: { ...channel.limits, ...limits } }],
  })
  onTestFinished(() => house.close())
  let updates = 0
  async function send(from: string, content: Content, group?: string) {
    updates += 1
    const before = said.length
    const chat = group ? ({ id: group, kind: 'group' } as const) : ({ id: from, kind: 'private' } as const)
    const at = clock.now().toISOString()
    await house.assistant.receive([
      { channel: 'console', id: String(updates), chat, sender: { id: from }, addressed: true, at, content },
    ])
    await house.assistant.settled()
    await house.delivery.settled()
    return said.slice(before)
  }
  const joined = (messages: readonly Outgoing[]) => messages.map(({ text }) => text).join('\n')
  return {
    folder,
    house,
    /** What the bot says to a text. */
    async say(from: string, text: string, group?: string) {
      return joined(await send(from, { kind: 'text', text }, group))
    },
    /** What it says to a file. */
    async give(from: string, path: string, caption?: string, group?: string) {
      const files = [{ kind: 'document' as const, handle: path }]
      return joined(await send(from, { kind: 'file', files, caption }, group))
    },
    async press(from: string, label: string) {
      const button = (await newestButtons(house.store.db, 'console', from)).find((each) => each.label === label)
      if (!button) throw new Error(`no button ${label}`)
      return joined(await send(from, { kind: 'press', data: button.data }))
    },
    /** The file that comes with the answer to a text. */
    async fileFor(from: string, text: string, group?: string) {
      const messages = await send(from, { kind: 'text', text }, group)
      const file = messages.find((message) => message.file)?.file
      if (!file) throw new Error(`no file: ${joined(messages)}`)
      return { ...file, text: joined(messages) }
    },
  }
}
