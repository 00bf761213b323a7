import { outgoing } from '../cases.ts'
import { telegram } from './kit.ts'
import { refuse } from '../../fakes/telegram/answers.ts'

const to = telegram.chats.private
const PLAIN = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } }

outgoing(telegram, [
  {
    label: 'a text is sent as HTML, with everything escaped but what is to stand out',
    message: { command: 'status', text: 'đạt <15>/19 & hơn', emphasis: [{ start: 4, length: 4 }] },
    expect: {
      requests: [
        { method: 'sendMessage', payload: { chat_id: to, text: 'đạt <b>&lt;15&gt;</b>/19 &amp; hơn', ...PLAIN } },
      ],
      outcome: { kind: 'sent', messageId: '1' },
    },
  },
  {
    label: '429 is to be retried after the time that Telegram says',
    message: { command: 'status', text: 'a' },
    replies: [refuse(429, 'Too Many Requests: retry after 7', { retry_after: 7 })],
    expect: {
      requests: [{ method: 'sendMessage', payload: { chat_id: to, text: 'a', ...PLAIN } }],
      outcome: { kind: 'retry', reason: '429 Too Many Requests: retry after 7', afterMs: 7000 },
    },
  },
])
