import { incoming } from '../cases.ts'
import { telegram } from './kit.ts'

incoming(telegram, [
  {
    label: 'a text in private',
    update: {
      update_id: 1,
      message: {
        message_id: 1,
        date: 1_700_000_000,
        chat: { id: 5, type: 'private' },
        from: { id: 5, is_bot: false, first_name: 'Văn Mẫu', last_name: 'Nguyễn' },
        text: 'xã đạt bao nhiêu tiêu chí',
      },
    },
    expect: {
      received: [
        {
          channel: 'telegram',
          id: '1',
          chat: { id: '5', kind: 'private' },
          sender: { id: '5', name: 'Văn Mẫu Nguyễn' },
          addressed: true,
          at: '2023-11-14T22:13:20.000Z',
          content: { kind: 'text', text: 'xã đạt bao nhiêu tiêu chí' },
        },
      ],
    },
  },
  { label: 'a body that is not JSON', body: '{', expect: { status: 400 } },
])
