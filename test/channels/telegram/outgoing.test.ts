import { statSync } from 'node:fs'
import { join } from 'node:path'
import { refuse } from '../../fakes/telegram/answers.ts'
import { FAKE_TOKEN } from '../../fakes/telegram/server.ts'
import type { SendOutcome } from '../../../src/messages/channel.ts'
import type { Outgoing } from '../../../src/messages/outgoing.ts'
import { outgoing, type OutgoingCase } from '../cases.ts'
import type { Reply, Request } from '../kit.ts'
import { telegram } from './kit.ts'

const to = telegram.chats.private
const HTML = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } }
const FILE = join(import.meta.dirname, 'kit.ts')
const MISSING = join(import.meta.dirname, 'no-such-file.xlsx')

const sendMessage = (text: string, more: object = {}): Request => ({
  method: 'sendMessage',
  payload: { chat_id: to, text, ...HTML, ...more },
})
const edit = (message_id: number, text: string): Request => ({
  method: 'editMessageText',
  payload: { chat_id: to, message_id, text, ...HTML },
})
const sent = (messageId: string): SendOutcome => ({ kind: 'sent', messageId })

const message: Outgoing = { command: 'status', text: 'Xã đạt 15/19 tiêu chí' }

const forms: OutgoingCase[] = [
  {
    label: 'a text is HTML, with everything escaped but what is to stand out',
    message: {
      command: 'status',
      text: 'đạt <15>/19 & hơn <b>',
      emphasis: [
        { start: 4, length: 4 },
        { start: 12, length: 1 },
      ],
    },
    expect: { requests: [sendMessage('đạt <b>&lt;15&gt;</b>/19 <b>&amp;</b> hơn &lt;b&gt;')], outcome: sent('1') },
  },
  {
    label: 'stretches that overlap or reach too far are still good HTML',
    message: {
      command: 'status',
      text: 'abcdef',
      emphasis: [
        { start: 3, length: 99 },
        { start: 0, length: 4 },
      ],
    },
    expect: { requests: [sendMessage('<b>abcd</b><b>ef</b>')], outcome: sent('1') },
  },
  {
    label: 'buttons stand under the text',
    message: {
      ...message,
      buttons: [[{ label: 'Xác nhận', data: 'confirm:1' }], [{ label: 'Huỷ', data: 'cancel:1' }]],
    },
    expect: {
      requests: [
        sendMessage(message.text, {
          reply_markup: {
            inline_keyboard: [
              [{ text: 'Xác nhận', callback_data: 'confirm:1' }],
              [{ text: 'Huỷ', callback_data: 'cancel:1' }],
            ],
          },
        }),
      ],
      outcome: sent('1'),
    },
  },
  {
    label: 'no buttons, no keyboard',
    message: { ...message, buttons: [] },
    expect: { requests: [sendMessage(message.text)], outcome: sent('1') },
  },
  {
    label: 'a press is confirmed once its answer was sent',
    message: { ...message, answers: '214748' },
    expect: {
      requests: [
        sendMessage(message.text),
        { method: 'answerCallbackQuery', payload: { callback_query_id: '214748' } },
      ],
      outcome: sent('1'),
    },
  },
  {
    label: 'a press that Telegram has forgotten does not fail its answer',
    message: { ...message, answers: '214748' },
    replies: [
      {
        ...refuse(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid'),
        to: 'answerCallbackQuery',
      },
    ],
    expect: {
      requests: [
        sendMessage(message.text),
        { method: 'answerCallbackQuery', payload: { callback_query_id: '214748' } },
      ],
      outcome: sent('1'),
    },
  },
]

const unsent: OutgoingCase[] = [
  {
    label: 'a press is not confirmed while its answer is not sent',
    message: { ...message, answers: '214748' },
    replies: [refuse(429, 'Too Many Requests: retry after 7', { retry_after: 7 })],
    expect: {
      requests: [sendMessage(message.text)],
      outcome: { kind: 'retry', reason: '429 Too Many Requests: retry after 7', afterMs: 7000 },
    },
  },
  {
    label: 'a token in the words of Telegram is not handed on',
    message,
    replies: [refuse(400, `Bad Request: cannot POST /bot${FAKE_TOKEN}/sendMessage`)],
    expect: {
      requests: [sendMessage(message.text)],
      outcome: { kind: 'failed', reason: '400 Bad Request: cannot POST /bot[secret]/sendMessage' },
    },
  },
]

const edits: OutgoingCase[] = [
  {
    label: 'a message takes the place of an earlier one',
    message: { ...message, edits: '41' },
    replies: [{ status: 200, body: { ok: true, result: true }, to: 'editMessageText' }],
    expect: { requests: [edit(41, message.text)], outcome: sent('41') },
  },
  {
    label: 'an edit that changes nothing counts as sent',
    message: { ...message, edits: '41' },
    replies: [
      {
        ...refuse(
          400,
          'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
        ),
        to: 'editMessageText',
      },
    ],
    expect: { requests: [edit(41, message.text)], outcome: sent('41') },
  },
  {
    label: 'a message that is gone is sent anew',
    message: { ...message, edits: '41' },
    expect: { requests: [edit(41, message.text), sendMessage(message.text)], outcome: sent('1') },
  },
  {
    label: 'a message too old to be edited is sent anew',
    message: { ...message, edits: '41' },
    replies: [{ ...refuse(400, "Bad Request: message can't be edited"), to: 'editMessageText' }],
    expect: { requests: [edit(41, message.text), sendMessage(message.text)], outcome: sent('1') },
  },
  {
    label: 'an edit that Telegram has no time for is to be retried',
    message: { ...message, edits: '41' },
    replies: [{ ...refuse(429, 'Too Many Requests: retry after 2', { retry_after: 2 }), to: 'editMessageText' }],
    expect: {
      requests: [edit(41, message.text)],
      outcome: { kind: 'retry', reason: '429 Too Many Requests: retry after 2', afterMs: 2000 },
    },
  },
  {
    label: 'what is not an id of Telegram cannot be edited',
    message: { ...message, edits: 'x' },
    expect: { requests: [sendMessage(message.text)], outcome: sent('1') },
  },
]

const upload = (method: string, field: string, name: string, more: object = {}): Request => ({
  method,
  payload: { chat_id: to, [field]: { file: name, size: statSync(FILE).size }, ...more },
})

const files: OutgoingCase[] = [
  {
    label: 'a document goes up with its caption',
    message: {
      command: 'report',
      text: 'Bảng 1 < 2',
      emphasis: [{ start: 0, length: 4 }],
      file: { kind: 'document', path: FILE, name: 'báo cáo tháng 11.xlsx' },
    },
    expect: {
      requests: [
        upload('sendDocument', 'document', 'báo cáo tháng 11.xlsx', {
          caption: '<b>Bảng</b> 1 &lt; 2',
          parse_mode: 'HTML',
        }),
      ],
      outcome: sent('1'),
    },
  },
  {
    label: 'a photo goes up with its buttons',
    message: {
      command: 'report',
      text: '',
      buttons: [[{ label: 'Duyệt', data: 'ok' }]],
      file: { kind: 'photo', path: FILE, name: 'thon-3.jpg' },
    },
    expect: {
      requests: [
        upload('sendPhoto', 'photo', 'thon-3.jpg', {
          reply_markup: { inline_keyboard: [[{ text: 'Duyệt', callback_data: 'ok' }]] },
        }),
      ],
      outcome: sent('1'),
    },
  },
  {
    label: 'a file name cannot break the upload',
    message: { command: 'report', text: '', file: { kind: 'document', path: FILE, name: 'a";b\r\nc.xlsx' } },
    expect: { requests: [upload('sendDocument', 'document', 'a__b__c.xlsx')], outcome: sent('1') },
  },
  {
    label: 'a file that is not there fails, and nothing is asked of Telegram',
    message: { command: 'report', text: '', file: { kind: 'document', path: MISSING, name: 'x.xlsx' } },
    expect: { requests: [], outcome: { kind: 'failed', reason: 'cannot read the file: ENOENT' } },
  },
  {
    label: 'a file that was cut off on its way is unknown',
    message: { command: 'report', text: '', file: { kind: 'document', path: FILE, name: 'x.xlsx' } },
    replies: [{ drop: 'after', to: 'sendDocument' }],
    expect: {
      requests: [upload('sendDocument', 'document', 'x.xlsx')],
      outcome: { kind: 'unknown', reason: 'no answer: ECONNRESET' },
    },
  },
]

/** One text, what Telegram answers, and how the send ended. */
function ends(label: string, reply: Reply, outcome: SendOutcome): OutgoingCase {
  return { label, message, replies: [reply], expect: { requests: [sendMessage(message.text)], outcome } }
}
const stopped = (description: string, code = 403) =>
  ends(`stopped: ${description}`, refuse(code, description), { kind: 'stopped', reason: `${code} ${description}` })
const failed = (description: string, code = 400) =>
  ends(`failed: ${description}`, refuse(code, description), { kind: 'failed', reason: `${code} ${description}` })

const endings: OutgoingCase[] = [
  ends(
    '429 is to be retried after the time that Telegram says',
    refuse(429, 'Too Many Requests: retry after 7', { retry_after: 7 }),
    { kind: 'retry', reason: '429 Too Many Requests: retry after 7', afterMs: 7000 },
  ),
  ends('429 that says no time is to be retried after a second', refuse(429, 'Too Many Requests'), {
    kind: 'retry',
    reason: '429 Too Many Requests',
    afterMs: 1000,
  }),
  ends(
    'a group that became a supergroup is to be reached there',
    refuse(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: -1001000000001 }),
    { kind: 'migrated', to: '-1001000000001' },
  ),
  stopped('Forbidden: bot was blocked by the user'),
  stopped('Forbidden: user is deactivated'),
  stopped('Forbidden: bot was kicked from the group chat'),
  stopped('Forbidden: bot was kicked from the supergroup chat'),
  stopped('Forbidden: bot is not a member of the supergroup chat'),
  stopped('Forbidden: the group chat was deleted'),
  stopped("Forbidden: bot can't initiate conversation with a user"),
  stopped('Bad Request: chat not found', 400),
  failed("Bad Request: can't parse entities: unsupported start tag"),
  failed('Bad Request: message is too long'),
  failed('Bad Request: not enough rights to send text messages to the chat'),
  ends('a token that was taken back is about no message: it waits for another', refuse(401, 'Unauthorized'), {
    kind: 'retry',
    reason: '401 Unauthorized',
  }),
  failed('Not Found', 404),
  ends('an error of Telegram itself is unknown', refuse(500, 'Internal Server Error'), {
    kind: 'unknown',
    reason: '500 Internal Server Error',
  }),
  ends(
    'a gateway page is unknown',
    { status: 502, body: '<html>Bad Gateway</html>' },
    {
      kind: 'unknown',
      reason: 'no answer: not JSON',
    },
  ),
  ends(
    'an answer that says neither yes nor no is unknown',
    { status: 200, body: {} },
    {
      kind: 'unknown',
      reason: 'unexpected answer',
    },
  ),
  ends(
    'an answer that is nothing is unknown',
    { status: 200, body: null },
    {
      kind: 'unknown',
      reason: 'unexpected answer',
    },
  ),
  ends(
    'a connection dropped before the message arrived is unknown',
    { drop: 'before' },
    {
      kind: 'unknown',
      reason: 'no answer: ECONNRESET',
    },
  ),
  ends(
    'a connection dropped after the message arrived is unknown',
    { drop: 'after' },
    {
      kind: 'unknown',
      reason: 'no answer: ECONNRESET',
    },
  ),
  ends(
    'an answer that comes too late is unknown',
    { delayMs: 300 },
    {
      kind: 'unknown',
      reason: 'no answer: timed out',
    },
  ),
  {
    label: 'a refused connection is to be retried, for nothing has left',
    message,
    unreachable: true,
    expect: { requests: [], outcome: { kind: 'retry', reason: 'no connection: ECONNREFUSED' } },
  },
]

outgoing(telegram, [...forms, ...unsent, ...edits, ...files, ...endings])
