import { join } from 'node:path'
import { expect } from 'vitest'
import type { SendOutcome } from '../../../src/messages/channel.ts'
import type { Outgoing } from '../../../src/messages/outgoing.ts'
import { refuse } from '../../fakes/zalo/answers.ts'
import { outgoing, type OutgoingCase } from '../cases.ts'
import type { Reply, Request } from '../kit.ts'
import { PUBLISHED, WORDS, zalo } from './kit.ts'

const to = zalo.chats.private
const FILE = join(import.meta.dirname, 'kit.ts')
const SENT: SendOutcome = { kind: 'sent', messageId: expect.stringMatching(/^[0-9a-f]{20}$/) as string }

const sendMessage = (text: string, more: object = {}): Request => ({
  method: 'sendMessage',
  payload: { chat_id: to, text, ...more },
})
const sendPhoto = (more: object = {}): Request => ({
  method: 'sendPhoto',
  payload: { chat_id: to, photo: PUBLISHED, ...more },
})
const bold = (start: number, len: number) => ({ start, len, st: ['b'] })

const message: Outgoing = { command: 'status', text: 'Xã đạt 15/19 tiêu chí' }
const emphasised: Outgoing = { ...message, emphasis: [{ start: 7, length: 5 }] }

const forms: OutgoingCase[] = [
  {
    label: 'a text goes as it is: nothing in it can be taken for markup',
    message: { ...message, text: '**15**/19 & <b>hơn</b> {red}' },
    expect: { requests: [sendMessage('**15**/19 & <b>hơn</b> {red}')], outcome: SENT },
  },
  {
    label: 'what is to stand out lies beside the text',
    message: {
      command: 'status',
      text: '🌾 Xã đạt 15/19 tiêu chí',
      emphasis: [
        { start: 3, length: 2 },
        { start: 10, length: 5 },
      ],
    },
    expect: {
      requests: [sendMessage('🌾 Xã đạt 15/19 tiêu chí', { text_styles: [bold(3, 2), bold(10, 5)] })],
      outcome: SENT,
    },
  },
  {
    label: 'stretches that reach too far are cut, and empty ones left out',
    message: {
      command: 'status',
      text: 'abcdef',
      emphasis: [
        { start: 4, length: 99 },
        { start: 6, length: 1 },
        { start: 2, length: 0 },
      ],
    },
    expect: { requests: [sendMessage('abcdef', { text_styles: [bold(4, 2)] })], outcome: SENT },
  },
  {
    label: 'a text in another Unicode form goes in NFC, without styles that would lie elsewhere',
    message: { ...emphasised, text: message.text.normalize('NFD') },
    expect: { requests: [sendMessage(message.text)], outcome: SENT },
  },
  {
    label: 'a text whose styles are refused goes without them',
    message: emphasised,
    replies: [refuse(400, 'Bad Request: text_styles')],
    expect: {
      requests: [sendMessage(message.text, { text_styles: [bold(7, 5)] }), sendMessage(message.text)],
      outcome: SENT,
    },
  },
  {
    label: 'buttons, edits and presses are left out: the list of choices stands in the text',
    message: { ...message, buttons: [[{ label: 'Có', data: 'yes' }]], edits: '41', answers: '5' },
    expect: { requests: [sendMessage(message.text)], outcome: SENT },
  },
  {
    label: '2000 characters can be sent',
    message: { ...message, text: 'ấ'.repeat(2000) },
    expect: { requests: [sendMessage('ấ'.repeat(2000))], outcome: SENT },
  },
]

const file = (kind: 'photo' | 'document', name: string, path = FILE): Outgoing['file'] => ({ kind, path, name })

const files: OutgoingCase[] = [
  {
    label: 'a picture is fetched by Zalo from its public address',
    message: { ...emphasised, file: file('photo', 'tien-do.png') },
    expect: { requests: [sendPhoto({ caption: message.text })], outcome: SENT },
  },
  {
    label: 'a picture without words has no caption',
    message: { command: 'status', text: '', file: file('photo', 'tien-do.png') },
    expect: { requests: [sendPhoto()], outcome: SENT },
  },
  {
    label: 'a picture that Zalo does not take is a link under its text',
    message: { ...message, file: file('photo', 'tien-do.png') },
    replies: [{ ...refuse(400, 'Bad Request: photo'), to: 'sendPhoto' }],
    expect: {
      requests: [
        sendPhoto({ caption: message.text }),
        sendMessage(`${message.text}\n\n${WORDS.link('tien-do.png', PUBLISHED)}`),
      ],
      outcome: SENT,
    },
  },
  {
    label: 'a picture of which nobody knows whether it arrived is not sent again',
    message: { ...message, file: file('photo', 'tien-do.png') },
    replies: [{ drop: 'after', to: 'sendPhoto' }],
    expect: {
      requests: [sendPhoto({ caption: message.text })],
      outcome: { kind: 'unknown', reason: 'no answer: UND_ERR_SOCKET' },
    },
  },
  {
    label: 'a document is a link under its text, which keeps its styles',
    message: { ...emphasised, file: file('document', 'báo cáo.xlsx') },
    expect: {
      requests: [
        sendMessage(`${message.text}\n\n${WORDS.link('báo cáo.xlsx', PUBLISHED)}`, { text_styles: [bold(7, 5)] }),
      ],
      outcome: SENT,
    },
  },
  {
    label: 'without a public address, the text says that there is a picture',
    message: { ...message, file: file('photo', 'unshared.png') },
    expect: { requests: [sendMessage(`${message.text}\n\n${WORDS.elsewhere('unshared.png')}`)], outcome: SENT },
  },
  {
    label: 'a file that cannot be put under an address just now is to be retried',
    message: { ...message, file: file('photo', 'locked.png') },
    expect: {
      requests: [],
      outcome: { kind: 'retry', reason: 'no address for the file: the database is locked' },
    },
  },
  {
    label: 'a file that is not there fails, and nothing is asked of Zalo',
    message: { ...message, file: file('document', 'x.xlsx', join(import.meta.dirname, 'no-such-file.xlsx')) },
    expect: { requests: [], outcome: { kind: 'failed', reason: 'cannot read the file: ENOENT' } },
  },
]

/** One text, what Zalo answers, and how the send ended. */
function ends(label: string, reply: Reply, outcome: SendOutcome): OutgoingCase {
  return { label, message, replies: [reply], expect: { requests: [sendMessage(message.text)], outcome } }
}

/** The same refusal with its own HTTP status, and with 200. */
function refused(code: number, description: string, kind: 'failed' | 'unknown' | 'retry'): OutgoingCase[] {
  const outcome: SendOutcome = { kind, reason: `${code} ${description}` }
  return [
    ends(`${code} ${description} as HTTP ${code}: ${kind}`, refuse(code, description), outcome),
    ends(`${code} ${description} as HTTP 200: ${kind}`, refuse(code, description, 200), outcome),
  ]
}

const endings: OutgoingCase[] = [
  ...refused(400, 'Bad Request', 'failed'),
  ...refused(401, 'Unauthorized', 'retry'),
  ...refused(404, 'Not Found', 'failed'),
  ...refused(403, 'Internal server error', 'unknown'),
  ...refused(408, 'Request timeout', 'unknown'),
  ...refused(500, 'Error', 'unknown'),
  ends('429 is to be retried after a while', refuse(429, 'Quota exceeded', 200), {
    kind: 'retry',
    reason: '429 Quota exceeded',
    afterMs: 5000,
  }),
  ends(
    'a refusal whose code is spelled otherwise',
    { status: 200, body: { ok: false, description: 'No', errorCode: 404 } },
    { kind: 'failed', reason: '404 No' },
  ),
  ends(
    'a refusal without a code has that of HTTP',
    { status: 404, body: { ok: false, description: 'Not Found' } },
    { kind: 'failed', reason: '404 Not Found' },
  ),
  ends(
    "a gateway's page is unknown",
    { status: 502, body: '<html>502 Bad Gateway</html>' },
    { kind: 'unknown', reason: "HTTP 502 without an answer of Zalo's" },
  ),
  ends(
    'a page of another server is a refusal by its status',
    { status: 404, body: '<html>404</html>' },
    { kind: 'failed', reason: '404' },
  ),
  ends(
    'being sent elsewhere is not followed, for the token stands in the address',
    { status: 307, body: '', headers: { location: 'https://elsewhere.example.vn/' } },
    { kind: 'unknown', reason: "HTTP 307 without an answer of Zalo's" },
  ),
  ends(
    'an answer that says neither yes nor no is unknown',
    { status: 200, body: {} },
    { kind: 'unknown', reason: "HTTP 200 without an answer of Zalo's" },
  ),
  ends('a yes without a message id is sent', { status: 200, body: { ok: true } }, { kind: 'sent', messageId: '' }),
  ends(
    'a connection dropped before the message arrived is unknown',
    { drop: 'before' },
    { kind: 'unknown', reason: 'no answer: UND_ERR_SOCKET' },
  ),
  ends(
    'a connection dropped after the message arrived is unknown',
    { drop: 'after' },
    { kind: 'unknown', reason: 'no answer: UND_ERR_SOCKET' },
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

outgoing(zalo, [...forms, ...files, ...endings])
