import { refuse } from '../../fakes/zalo/answers.ts'
import { FAKE_BOT } from '../../fakes/zalo/server.ts'
import { conformance } from '../conformance.ts'
import { zalo } from './kit.ts'

const from = { id: zalo.chats.private, display_name: 'Nguyễn Văn Mẫu', is_bot: false }
let lastId = 100

const update = (event: string, content: object) => ({
  event_name: `message.${event}.received`,
  message: {
    message_id: `2d758cb5e222177a4${(lastId += 1)}`,
    date: 1_763_859_600_000,
    from,
    chat: { id: from.id, chat_type: 'PRIVATE' },
    ...content,
  },
})
const group = { id: zalo.chats.group, chat_type: 'GROUP' }

conformance({
  ...zalo,
  ways: ['webhook', 'polling'],
  hears: 'what is for it',
  updates: {
    text: (text) => update('text', { text }),
    groupText: (text) => update('text', { text, chat: group }),
    groupAddressed: (text) => update('text', { text: `@${FAKE_BOT.display_name} ${text}`, chat: group }),
    photo: (name, caption) => update('image', { photo_url: `https://photo.example.zdn.vn/${name}.jpg`, caption }),
    own: (text) => update('text', { text, from: { ...FAKE_BOT, is_bot: true } }),
    malformed: () => update('text', { from: 5 }),
  },
  refusals: [
    { kind: 'retry', reply: refuse(429, 'Quota exceeded') },
    { kind: 'failed', reply: refuse(400, 'Bad Request') },
    { kind: 'failed', reply: refuse(404, 'Not Found', 200) },
    { kind: 'unknown', reply: refuse(403, 'Internal server error') },
    { kind: 'unknown', reply: refuse(408, 'Request timeout', 200) },
    { kind: 'unknown', reply: { status: 502, body: '<html>502 Bad Gateway</html>' } },
    { kind: 'unknown', reply: { drop: 'after' } },
  ],
})
