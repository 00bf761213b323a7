import { expect, test } from 'vitest'
import type { Chat, Content, Incoming, Sender } from '../../../src/messages/incoming.ts'
import { startFakeZalo } from '../../fakes/zalo/server.ts'
import { incoming, type IncomingCase, NOW } from '../cases.ts'
import { readSamples } from '../samples.ts'
import { asPlatform, zalo } from './kit.ts'

const samples = readSamples('src/channels/zalo/sample-messages.md')
const told = new Set<string>()

interface Sample {
  event_name: string
  message: { message_id: string }
  result?: Sample
}

function sample(heading: string): Sample {
  told.add(heading)
  const found = samples.get(heading)
  if (!found) throw new Error(`no sample is called ${heading}`)
  return found as Sample
}

const MAU: Sender = { id: '6ede9afa66b88fe6d6a9', name: 'Nguyễn Văn Mẫu' }
const VI_DU: Sender = { id: '0a1b2c3d4e5f60718293', name: 'Trần Thị Ví Dụ' }
const PRIVATE: Chat = { id: MAU.id, kind: 'private' }
const GROUP: Chat = { id: 'zgr-f8a7101d77709e2ec761', kind: 'group' }
const SENT_AT = '2025-11-23T01:00:00.000Z'

type Told = Partial<Incoming> & { content: Content }

const usual = { channel: 'zalo', chat: PRIVATE, sender: MAU, addressed: true, at: SENT_AT } as const

/** A row: the sample, and what it becomes. What is not said is as in a private chat. */
function becomes(label: string, heading: string, expected: Told): IncomingCase {
  const update = sample(heading)
  const { event_name, message } = update.result ?? update
  const received: Incoming[] = [{ ...usual, id: `${event_name}:${message.message_id}`, ...expected }]
  return { label, update, expect: { received } }
}

function isIgnored(label: string, heading: string, why: RegExp): IncomingCase {
  return { label, update: sample(heading), expect: { received: [], logged: why } }
}

const text = (text: string): Content => ({ kind: 'text', text })
const photo = (handle: string, caption?: string): Content => ({
  kind: 'file',
  files: [{ kind: 'photo', handle: `https://photo.example.zdn.vn/${handle}` }],
  ...(caption && { caption }),
})
const unsupported = (what: Extract<Content, { kind: 'unsupported' }>['what']): Content => ({
  kind: 'unsupported',
  what,
})

const inPrivate: IncomingCase[] = [
  becomes('a text in private is for the bot', 'Text in private', { content: text('xã đạt bao nhiêu tiêu chí') }),
  becomes('a wrapped body is the same', 'Text in private, wrapped', { content: text('/tiendo xã Trung Lương') }),
  becomes(
    'ids of digits stay what they are, and a time in seconds is one',
    'Text with an id of digits, an old name field and seconds',
    {
      chat: { id: '8412345678901234567', kind: 'private' },
      sender: { id: '8412345678901234567', name: 'Nguyễn Văn Mẫu' },
      content: text('chào bot'),
    },
  ),
]

const inGroups: IncomingCase[] = [
  becomes('a mention is for the bot, and left out where it begins the text', 'Mention in a group', {
    chat: GROUP,
    sender: VI_DU,
    content: text('còn thiếu tiêu chí nào?'),
  }),
  becomes('a reply to the bot is for the bot', 'Reply to the bot in a group', {
    chat: GROUP,
    sender: VI_DU,
    content: text('2'),
  }),
]

const others: IncomingCase[] = [
  becomes('a picture, where it really is', 'Picture', { content: photo('duong-thon-3.jpg') }),
  becomes('a picture, where the documentation has it, with its caption', 'Picture as documented', {
    content: photo('duong-thon-3.jpg', 'đường trục thôn 3 đã bê tông'),
  }),
  becomes('a mention in a caption is left out', 'Picture in a group with the mention in its caption', {
    chat: GROUP,
    sender: VI_DU,
    content: photo('nha-van-hoa.jpg', 'ảnh nhà văn hoá'),
  }),
  becomes('a sticker cannot be read', 'Sticker', { content: unsupported('sticker') }),
  becomes('a voice message cannot be read', 'Voice', { content: unsupported('voice') }),
  becomes('a file, a video, a place, a contact cannot be told apart', 'File, video, place or contact card', {
    content: unsupported('other'),
  }),
  becomes('a link is what was written with it', 'Link', {
    content: text('https://example.vn/quyet-dinh-318 có gì mới'),
  }),
  becomes('a link without a text cannot be read', 'Link without a text', { content: unsupported('other') }),
]

const notForTheBot: IncomingCase[] = [
  isIgnored(
    'whom Zalo protects cannot be answered',
    'Message of somebody whom Zalo protects',
    /info .*without a message/,
  ),
  isIgnored('a reaction is ignored', 'Reaction', /info .*not read: message.reaction.received/),
  isIgnored('a message from a bot is ignored', 'Message from a bot', /info .*from a bot/),
  isIgnored("Zalo's test of the webhook is taken, and goes no further", 'Test of the webhook', /test of the webhook/),
]

const good = sample('Text in private')
const variant = (change: object) => ({ ...good, message: { ...good.message, ...change } })
const id = `message.text.received:${good.message.message_id}`

const badInput: IncomingCase[] = [
  {
    label: 'an unknown event is ignored with a line in the log',
    update: { event_name: 'message.poll.received', message: good.message },
    expect: { logged: /info update ignored .*not read: message.poll.received/ },
  },
  {
    label: 'a malformed message is ignored with a line in the log',
    update: variant({ from: 'x' }),
    expect: { logged: /warn update ignored .*malformed message/ },
  },
  {
    label: 'a message without an id is ignored with a line in the log',
    update: variant({ message_id: undefined }),
    expect: { logged: /warn update ignored .*malformed message: message_id/ },
  },
  {
    label: 'a text without a text is ignored with a line in the log',
    update: variant({ text: undefined }),
    expect: { logged: /warn update ignored .*message.text.received has nothing in it/ },
  },
  {
    label: 'a time that cannot be is the time it came',
    update: variant({ date: 'hôm qua', text: 'a' }),
    expect: { received: [{ ...usual, id, at: NOW.toISOString(), content: text('a') }] },
  },
  {
    label: 'a chat of no told kind is private where it has the id of the person',
    update: variant({ chat: { id: MAU.id }, text: 'a' }),
    expect: { received: [{ ...usual, id, content: text('a') }] },
  },
  {
    label: 'a text of 100 KB is taken as it is',
    update: variant({ text: 'ấ'.repeat(50_000) }),
    expect: { received: [{ ...usual, id, content: text('ấ'.repeat(50_000)) }] },
  },
  { label: 'a JSON value that is no object is ignored', body: 'null', expect: { logged: /malformed/ } },
  { label: 'a body that is not JSON is refused', body: '{"event_name":', expect: { status: 400 } },
  { label: 'an empty body is refused', body: '', expect: { status: 400 } },
  { label: 'a body over 1 MB is refused', body: `"${'x'.repeat(1_000_001)}"`, expect: { status: 413 } },
  {
    label: 'a wrong secret is refused, whatever the body',
    body: JSON.stringify(good),
    headers: { 'x-bot-api-secret-token': 'wrong' },
    expect: { status: 401 },
  },
  {
    label: 'a missing secret is refused',
    body: JSON.stringify(good),
    headers: { 'x-bot-api-secret-token': '' },
    expect: { status: 401 },
  },
]

const storing: IncomingCase[] = [
  {
    ...becomes('an update that could not be stored is not taken', 'Text in private', {
      content: text('xã đạt bao nhiêu tiêu chí'),
    }),
    storingFails: 2,
  },
]

/** Zalo that also hands out what the fake cannot know to be a reply. */
const outspoken = {
  ...zalo,
  startPlatform: async () => {
    const fake = await startFakeZalo()
    return asPlatform(fake, (update) => fake.deliver(update))
  },
}

incoming(outspoken, [...inPrivate, ...inGroups, ...others, ...notForTheBot, ...badInput, ...storing])

test('every sample message has a row', () => {
  expect([...samples.keys()].filter((heading) => !told.has(heading))).toEqual([])
  expect(samples.size).toBeGreaterThan(15)
})
