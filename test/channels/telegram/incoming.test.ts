import { expect, test } from 'vitest'
import type { Chat, Content, Incoming, Sender } from '../../../src/messages/incoming.ts'
import { incoming, type IncomingCase, NOW } from '../cases.ts'
import { readSamples } from '../samples.ts'
import { telegram } from './kit.ts'

const samples = readSamples('src/channels/telegram/sample-messages.md')
const told = new Set<string>()

function sample(heading: string): { update_id: number } {
  told.add(heading)
  const found = samples.get(heading)
  if (!found) throw new Error(`no sample is called ${heading}`)
  return found as { update_id: number }
}

const MAU: Sender = { id: '5000000001', name: 'Văn Mẫu Nguyễn' }
const VI_DU: Sender = { id: '5000000002', name: 'Ví Dụ Trần Thị' }
const PRIVATE: Chat = { id: '5000000001', kind: 'private' }
const GROUP: Chat = { id: '-1001000000001', kind: 'group', title: 'NTM xã Mẫu' }
const SMALL_GROUP: Chat = { id: '-4000000001', kind: 'group', title: 'Ban quản lý thôn' }
const SENT_AT = '2025-11-23T01:00:00.000Z'

type Told = Partial<Incoming> & { content: Content }

/** A row: the sample, and what it becomes. What is not said is as in a private chat. */
function becomes(label: string, heading: string, expected: Told): IncomingCase {
  const update = sample(heading)
  const usual = { chat: PRIVATE, sender: MAU, addressed: true, at: SENT_AT }
  const received: Incoming[] = [{ channel: 'telegram', id: String(update.update_id), ...usual, ...expected }]
  return { label, update, expect: { received } }
}

function isIgnored(label: string, heading: string, why: RegExp): IncomingCase {
  return { label, update: sample(heading), expect: { received: [], logged: why } }
}

const text = (text: string): Content => ({ kind: 'text', text })
const unsupported = (what: Extract<Content, { kind: 'unsupported' }>['what']): Content => ({
  kind: 'unsupported',
  what,
})

const inPrivate: IncomingCase[] = [
  becomes('a text in private is for the bot', 'Text in private', { content: text('xã đạt bao nhiêu tiêu chí') }),
  becomes('a command in private', 'Command in private', { content: text('/tiendo xã Trung Lương') }),
]

const inGroups: IncomingCase[] = [
  becomes('a text in a group is not for the bot', 'Text in a group', {
    chat: GROUP,
    sender: VI_DU,
    addressed: false,
    content: text('chiều nay họp lúc 14 giờ'),
  }),
  becomes('a command in a group is for the bot', 'Command in a group', { chat: GROUP, content: text('/tiendo') }),
  becomes("the bot's name behind a command is left out", 'Command for this bot in a group', {
    chat: GROUP,
    content: text('/tiendo Trung Lương'),
  }),
  becomes("another bot's command is not for the bot", 'Command for another bot in a group', {
    chat: GROUP,
    addressed: false,
    content: text('/start@quan_ly_nhom_bot'),
  }),
  becomes('a mention is for the bot, and left out where it begins the text', 'Mention in a group', {
    chat: GROUP,
    content: text('còn thiếu tiêu chí nào?'),
  }),
  becomes('a reply to the bot is for the bot', 'Reply to the bot in a group', { chat: GROUP, content: text('2') }),
  becomes('a reply to a person is not for the bot', 'Reply to a person in a group', {
    chat: GROUP,
    addressed: false,
    content: text('đúng rồi'),
  }),
]

const files: IncomingCase[] = [
  becomes('of a photo, the largest size', 'Photo with a caption', {
    content: {
      kind: 'file',
      files: [{ kind: 'photo', handle: 'AgACAgUAAxkBAAIBx', mime: 'image/jpeg', size: 98_310 }],
      caption: 'đường trục thôn 3 đã bê tông',
    },
  }),
  becomes('a document', 'Document', {
    content: {
      kind: 'file',
      files: [
        {
          kind: 'document',
          handle: 'BQACAgUAAxkBAAICd',
          name: 'bao-cao-thang-11.xlsx',
          mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          size: 20_480,
        },
      ],
    },
  }),
  becomes('a mention in a caption is for the bot', 'Photo in a group with a mention in the caption', {
    chat: GROUP,
    content: {
      kind: 'file',
      files: [{ kind: 'photo', handle: 'AgACAgUAAxkBAAIBy', mime: 'image/jpeg', size: 1412 }],
      caption: 'ảnh nhà văn hoá',
    },
  }),
  becomes('a voice message cannot be read', 'Voice', { content: unsupported('voice') }),
  becomes('a video cannot be read', 'Video', { content: unsupported('video') }),
  becomes('a GIF is a video, not the document that comes with it', 'Animation', { content: unsupported('video') }),
  becomes('a location cannot be read', 'Location', { content: unsupported('location') }),
  becomes('a contact cannot be read', 'Contact', { content: unsupported('contact') }),
  becomes('a sticker cannot be read', 'Sticker', { content: unsupported('sticker') }),
  becomes('a poll cannot be read', 'Poll', { content: unsupported('other') }),
]

const presses: IncomingCase[] = [
  becomes('a press of a button, at the time it came', 'Press of a button', {
    at: NOW.toISOString(),
    content: {
      kind: 'press',
      data: 'confirm:1',
      label: 'Xác nhận',
      messageId: '92',
      callbackId: '21474836480000001',
    },
  }),
  becomes('a press in a group is for the bot', 'Press of a button in a group', {
    chat: GROUP,
    sender: VI_DU,
    at: NOW.toISOString(),
    content: { kind: 'press', data: 'choose:1', label: '1', messageId: '93', callbackId: '21474836480000002' },
  }),
  becomes('a press under an old message has no label', 'Press under a message that Telegram has put away', {
    at: NOW.toISOString(),
    content: { kind: 'press', data: 'confirm:1', messageId: '12', callbackId: '21474836480000003' },
  }),
  isIgnored('a press in a message of no chat is ignored', 'Press in an inline message', /not on a button of ours/),
]

const memberships: IncomingCase[] = [
  becomes('the bot is let into a group', 'Bot added to a group', {
    chat: SMALL_GROUP,
    addressed: false,
    content: { kind: 'membership', change: 'joined' },
  }),
  becomes('the bot is put out of a group', 'Bot removed from a group', {
    chat: GROUP,
    addressed: false,
    content: { kind: 'membership', change: 'removed' },
  }),
  becomes('a person blocks the bot', 'Bot blocked in private', {
    addressed: false,
    content: { kind: 'membership', change: 'removed' },
  }),
  isIgnored('new rights of the bot are no news', 'Bot made an administrator', /change of the bot's rights/),
  becomes('a group gets the id of a supergroup', 'Group becomes a supergroup', {
    chat: SMALL_GROUP,
    addressed: false,
    content: { kind: 'migrated', to: '-1001000000001' },
  }),
]

const notForTheBot: IncomingCase[] = [
  isIgnored('the new supergroup says the same again', 'Supergroup that was a group', /from a bot/),
  isIgnored('a service message is ignored', 'Person joins a group', /service message/),
  isIgnored('an edited message is ignored', 'Edited message', /not read: edited_message/),
  isIgnored('a message from another bot is ignored', 'Message from another bot', /from a bot/),
  isIgnored(
    'nobody is known behind an anonymous administrator',
    'Message from an anonymous administrator',
    /from a bot/,
  ),
  isIgnored('a linked channel speaks for nobody', 'Post of a linked channel', /in the name of a chat/),
  isIgnored('a post in a channel is ignored', 'Post in a channel', /not read: channel_post/),
]

const good = sample('Text in private')
const badInput: IncomingCase[] = [
  {
    label: 'an unknown kind of update is ignored with a line in the log',
    update: { update_id: 5, weather_report: { sky: 'blue' } },
    expect: { logged: /info update ignored .*not read: weather_report/ },
  },
  {
    label: 'a malformed message is ignored with a line in the log, and does not come again',
    update: { update_id: 6, message: { message_id: 'x' } },
    expect: { logged: /warn update ignored .*malformed message/ },
  },
  {
    label: 'an update without an id is ignored with a line in the log',
    body: '{"message":{}}',
    expect: { logged: /warn update ignored .*malformed update/ },
  },
  {
    label: 'a JSON value that is no object is ignored with a line in the log',
    body: 'null',
    expect: { logged: /malformed/ },
  },
  { label: 'a body that is not JSON is refused', body: '{"update_id":', expect: { status: 400 } },
  { label: 'an empty body is refused', body: '', expect: { status: 400 } },
  { label: 'a body over 1 MB is refused', body: `"${'x'.repeat(1_000_001)}"`, expect: { status: 413 } },
  {
    label: 'a text of 100 KB is taken as it is',
    update: {
      update_id: 7,
      message: { ...(good as unknown as { message: object }).message, text: 'ấ'.repeat(50_000) },
    },
    expect: {
      received: [
        {
          channel: 'telegram',
          id: '7',
          chat: PRIVATE,
          sender: MAU,
          addressed: true,
          at: SENT_AT,
          content: text('ấ'.repeat(50_000)),
        },
      ],
    },
  },
  {
    label: 'a wrong secret is refused, whatever the body',
    body: JSON.stringify(good),
    headers: { 'x-telegram-bot-api-secret-token': 'wrong' },
    expect: { status: 401 },
  },
  {
    label: 'a missing secret is refused',
    body: JSON.stringify(good),
    headers: { 'x-telegram-bot-api-secret-token': '' },
    expect: { status: 401 },
  },
]

const storing: IncomingCase[] = [
  {
    ...becomes('an update that could not be stored comes again', 'Text in private', {
      content: text('xã đạt bao nhiêu tiêu chí'),
    }),
    storingFails: 2,
  },
]

incoming(telegram, [
  ...inPrivate,
  ...inGroups,
  ...files,
  ...presses,
  ...memberships,
  ...notForTheBot,
  ...badInput,
  ...storing,
])

test('every sample message has a row', () => {
  expect([...samples.keys()].filter((heading) => !told.has(heading))).toEqual([])
  expect(samples.size).toBeGreaterThan(30)
})
