import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { SendOutcome } from '../../src/messages/channel.ts'
import type { Incoming } from '../../src/messages/incoming.ts'
import type { Outgoing } from '../../src/messages/outgoing.ts'
import { splitMessage } from '../../src/messages/split-text.ts'
import { useBench } from './cases.ts'
import type { ChannelKit, Reply, Way } from './kit.ts'

/** What a platform may be without; then there is nothing to try. */
export type Feature = 'redelivery' | 'own messages' | 'a longest text' | 'reading files' | 'an end of its own'

/** What the suite needs of a channel beside its kit: raw updates, each time with a new id, and its platform's refusals. */
export interface ConformanceKit extends ChannelKit {
  ways: Way[]
  lacks?: Feature[]
  /** What the platform delivers of a group: all that is written, or only what is for the bot. */
  hears: 'all' | 'what is for it'
  updates: {
    text(text: string): object
    /** In a group: to all, and to the bot. */
    groupText(text: string): object
    groupAddressed(text: string): object
    photo(handle: string, caption: string): object
    /** Where the platform has buttons. */
    press?(data: string, messageId: string): object
    /** Something that the bot said itself. */
    own(text: string): object
    malformed(): object
  }
  refusals: { kind: SendOutcome['kind']; reply: Reply }[]
}

const FILE = join(import.meta.dirname, 'conformance.ts')

/** What holds for every channel, tried over HTTP by webhook and by polling. */
export function conformance(kit: ConformanceKit): void {
  describe.each(kit.ways)(`${kit.name} as any channel, by %s`, (by) => {
    const bench = useBench(kit, by)
    const having = (feature: Feature) => (kit.lacks?.includes(feature) ? [] : [feature])

    /** Pushes updates and gives what was handed on when all are acknowledged. */
    async function receive(...updates: object[]): Promise<Incoming[]> {
      const { platform, received } = bench()
      for (const update of updates) platform.push(update)
      await vi.waitUntil(() => platform.pending() === 0, { interval: 5, timeout: 5000 })
      return received.flat()
    }

    test('a text in private is received as it was written, for the bot, as plain data', async () => {
      const [message] = await receive(kit.updates.text('Xã đạt bao nhiêu tiêu chí? 🌾'))
      expect(message).toMatchObject({
        channel: kit.name,
        chat: { id: kit.chats.private, kind: 'private' },
        addressed: true,
        content: { kind: 'text', text: 'Xã đạt bao nhiêu tiêu chí? 🌾' },
      })
      expect(message).toEqual(JSON.parse(JSON.stringify(message)))
      expect(message?.sender.id).toMatch(/./)
      expect(new Date(message?.at ?? '').toISOString()).toBe(message?.at)
    })

    test('messages are received in their order, each with an id of its own', async () => {
      const texts = ['một', 'hai', 'ba']
      const messages = await receive(...texts.map((text) => kit.updates.text(text)))
      expect(messages.map(({ content }) => content)).toEqual(texts.map((text) => ({ kind: 'text', text })))
      expect(new Set(messages.map(({ id }) => id)).size).toBe(3)
    })

    test('in a group, it is known what is for the bot', async () => {
      const messages = await receive(kit.updates.groupText('họp nhé'), kit.updates.groupAddressed('tiến độ'))
      expect(messages.map(({ addressed }) => addressed)).toEqual(kit.hears === 'all' ? [false, true] : [true])
      expect(messages.at(-1)?.content).toEqual({ kind: 'text', text: 'tiến độ' })
      for (const { chat } of messages) expect(chat).toMatchObject({ id: kit.chats.group, kind: 'group' })
    })

    test('a photo comes with what is needed to fetch it', async () => {
      const [message] = await receive(kit.updates.photo('photo-1', 'đường thôn 3'))
      expect(message?.content).toMatchObject({
        kind: 'file',
        files: [{ kind: 'photo', handle: expect.stringContaining('photo-1') as string }],
        caption: 'đường thôn 3',
      })
    })

    test.each(having('redelivery'))(
      'an update that could not be stored comes again under the same id, and nothing behind it is lost',
      async () => {
        const { failStoring, channel } = bench()
        failStoring(2)
        const first = kit.updates.text('một')
        const messages = await receive(first, kit.updates.text('hai'))
        expect(messages.map(({ content }) => content)).toEqual([
          { kind: 'text', text: 'một' },
          { kind: 'text', text: 'hai' },
        ])
        const again = await receive(first)
        expect(again.at(-1)).toEqual(again[0])
        await channel.stop()
      },
    )

    test.each(having('own messages'))('what the bot said itself is not received', async () => {
      expect(await receive(kit.updates.own('Xã đạt 15/19 tiêu chí'))).toEqual([])
    })

    test('a malformed update stops nothing', async () => {
      const { lines } = bench()
      const messages = await receive(kit.updates.malformed(), kit.updates.text('còn đây'))
      expect(messages.map(({ content }) => content)).toEqual([{ kind: 'text', text: 'còn đây' }])
      expect(lines.filter(({ level }) => level === 'warn')).toHaveLength(1)
    })

    test('a message is sent and shown as it is', async () => {
      const { channel, platform } = bench()
      const text = 'Nước sạch < 100% & "đạt" > 95%\n1. một\n2. hai'
      const outcome = await channel.send(kit.chats.group, { command: 'status', text })
      expect(outcome).toEqual({ kind: 'sent', messageId: expect.stringMatching(/./) as string })
      expect(platform.texts(kit.chats.group)).toEqual([text])
    })

    test.each(having('a longest text'))('a text that is too long is shown whole, in parts', async () => {
      const { channel, platform } = bench()
      const limit = channel.limits.text
      const line = 'Tiêu chí 17.5 & 17.6: chưa đạt <— xem quyết định'
      const text = Array.from({ length: Math.ceil((limit * 2.5) / line.length) }, () => line).join('\n')
      const parts = splitMessage({ command: 'unmet', text }, limit)
      expect(parts.length).toBeGreaterThan(2)
      for (const part of parts) expect(await channel.send(kit.chats.private, part)).toMatchObject({ kind: 'sent' })
      expect(platform.texts(kit.chats.private).join('\n')).toBe(text)
    })

    test.each(['photo', 'document'] as const)('a %s is sent, as such or as a link', async (kind) => {
      const { channel } = bench()
      const file: Outgoing['file'] = { kind, path: FILE, name: 'bang.xlsx' }
      const outcome = await channel.send(kit.chats.private, { command: 'report', text: 'Bảng', file })
      expect(outcome.kind).toBe('sent')
    })

    test.each(having('reading files'))('a file that is gone ends the send, once and for all', async () => {
      const { channel } = bench()
      const file: Outgoing['file'] = { kind: 'document', path: `${FILE}.gone`, name: 'bang.xlsx' }
      const outcome = await channel.send(kit.chats.private, { command: 'report', text: 'Bảng', file })
      expect(outcome.kind).toBe('failed')
    })

    test('a button comes back as it was given, where the channel has buttons', async () => {
      const { channel } = bench()
      const buttons = [[{ label: 'Xác nhận', data: 'confirm:ấ' }]]
      const outcome = await channel.send(kit.chats.private, { command: 'report', text: 'Gửi?', buttons })
      expect(outcome.kind).toBe('sent')
      expect(kit.updates.press !== undefined).toBe(channel.limits.buttons)
      const pressed = kit.updates.press?.('confirm:ấ', 'messageId' in outcome ? outcome.messageId : '')
      const contents = (await receive(...(pressed ? [pressed] : []))).map(({ content }) => content)
      expect(contents).toMatchObject(pressed ? [{ kind: 'press', data: 'confirm:ấ' }] : [])
    })

    test.each(kit.refusals)('a refusal of the platform ends as $kind', async ({ kind, reply }) => {
      const { channel, platform } = bench()
      platform.answer([reply])
      expect((await channel.send(kit.chats.private, { command: 'status', text: 'a' })).kind).toBe(kind)
      expect(platform.unused()).toEqual([])
      expect(await channel.send(kit.chats.private, { command: 'status', text: 'b' })).toMatchObject({ kind: 'sent' })
    })

    test.each(having('an end of its own'))('nothing is taken any more once the channel has stopped', async () => {
      const { channel, platform, received } = bench()
      await channel.stop()
      platform.push(kit.updates.text('muộn'))
      await new Promise((resolve) => setTimeout(resolve, 50))
      expect(received).toEqual([])
      expect(platform.pending()).toBe(1)
    })
  })
}
