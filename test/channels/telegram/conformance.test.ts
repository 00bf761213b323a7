import { refuse } from '../../fakes/telegram/answers.ts'
import { FAKE_BOT } from '../../fakes/telegram/server.ts'
import { conformance } from '../conformance.ts'
import { telegram } from './kit.ts'

const from = { id: Number(telegram.chats.private), is_bot: false, first_name: 'Văn Mẫu', last_name: 'Nguyễn' }
const chat = { id: from.id, type: 'private', first_name: 'Văn Mẫu' }
const group = { id: Number(telegram.chats.group), type: 'supergroup', title: 'NTM xã Mẫu' }
let lastId = 100

const update = (content: object) => ({ update_id: (lastId += 1), ...content })
const message = (content: object) =>
  update({ message: { message_id: lastId, date: 1_763_859_600, chat, from, ...content } })

conformance({
  ...telegram,
  ways: ['webhook', 'polling'],
  hears: 'all',
  updates: {
    text: (text) => message({ text }),
    groupText: (text) => message({ chat: group, text }),
    groupAddressed: (text) => message({ chat: group, text: `@${FAKE_BOT.username} ${text}` }),
    photo: (file_id, caption) => message({ photo: [{ file_id, width: 90, height: 60 }], caption }),
    press: (data, messageId) =>
      update({ callback_query: { id: '1', from, message: { message_id: Number(messageId), chat, date: 0 }, data } }),
    own: (text) => message({ from: FAKE_BOT, text }),
    malformed: () => update({ message: { text: 5 } }),
  },
  refusals: [
    { kind: 'retry', reply: refuse(429, 'Too Many Requests: retry after 1', { retry_after: 1 }) },
    { kind: 'failed', reply: refuse(400, 'Bad Request: message is too long') },
    { kind: 'stopped', reply: refuse(403, 'Forbidden: bot was blocked by the user') },
    { kind: 'migrated', reply: refuse(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: -1001 }) },
    { kind: 'unknown', reply: refuse(502, 'Bad Gateway') },
    { kind: 'unknown', reply: { drop: 'after' } },
  ],
})
