import { describe, expect, test } from 'vitest'
import { causeOf } from '../../src/notices/reasons.ts'
import { queueNotice } from '../../src/notices/notify.ts'
import { migrateChat, stopChat } from '../../src/store/chats.ts'
import { findGroup, linkGroup } from '../../src/store/groups.ts'
import { onEachDatabase, openNew } from '../store/databases.ts'
import { openOffice } from './office.ts'

const NOW = new Date('2026-11-23T01:00:00Z')

onEachDatabase((createDatabase) => {
  const openNewOffice = async () => openOffice((await createDatabase()).url)

  test('two officers confirm the same text at once: it leaves once, and the other is asked', async () => {
    const office = await openNewOffice()
    await office.together(['canbo', 'thông báo: mai họp'])
    await office.together(['canbo2', 'thông báo: mai họp'])
    office.clock.moveTo(new Date('2026-11-23T08:01:00+07:00'))
    await office.together(['canbo', 'xác nhận'], ['canbo2', 'xác nhận'])
    expect(office.got('nhom-doai', 'mai họp')).toHaveLength(1)
    expect([
      ...office.got('canbo', 'nên tôi chưa gửi lần nữa'),
      ...office.got('canbo2', 'nên tôi chưa gửi lần nữa'),
    ]).toHaveLength(1)
  })

  test('two officers send again at once what failed: it leaves once', async () => {
    const office = await openNewOffice()
    office.endAs('nhom-doai', { kind: 'failed', reason: '400 Bad Request: something new' })
    await office.together(['canbo', 'thông báo: mai họp'])
    await office.together(['canbo', 'xác nhận'])
    expect(office.got('canbo', 'đã tới 2/3 nhóm')).toHaveLength(1)
    office.endAs('nhom-doai', undefined)
    await office.together(['canbo2', 'gửi lại thông báo 1'])
    await office.together(['canbo', { press: 'Gửi lại' }], ['canbo2', 'xác nhận'])
    expect(office.got('nhom-doai', 'mai họp')).toHaveLength(1)
    expect(office.got('nhom-xa', 'mai họp')).toHaveLength(1)
    expect(await office.db.selectFrom('notices').select(['id', 'resends']).orderBy('id').execute()).toEqual([
      { id: 1, resends: null },
      { id: 2, resends: 1 },
    ])
  })

  test('a group that follows another commune by now is not sent again what it missed', async () => {
    const office = await openNewOffice()
    office.endAs('nhom-doai', { kind: 'failed', reason: '400 Bad Request: something new' })
    await office.together(['canbo', 'thông báo: mai họp'])
    await office.together(['canbo', 'xác nhận'])
    office.endAs('nhom-doai', undefined)
    const follows = ['announcements'] as const
    await linkGroup(office.db, ['console', 'nhom-doai'], { unitId: 'vi-du', title: 'Nhóm', follows, by: null }, NOW)
    await office.together(['canbo', { press: 'Gửi lại' }])
    expect(office.got('nhom-doai', 'mai họp')).toHaveLength(0)
    expect(office.got('canbo', 'không')).not.toHaveLength(0)
  })

  test('every part of a notice in every chat is one row, under a key of its own, however often it is sent again', async () => {
    const office = await openNewOffice()
    office.endAs('nhom-doai', { kind: 'failed', reason: 'refused' })
    await office.together(['canbo', 'thông báo: mai họp'])
    await office.together(['canbo', 'xác nhận'])
    await office.together(['canbo', { press: 'Gửi lại' }])
    office.endAs('nhom-doai', undefined)
    await office.together(['canbo', { press: 'Gửi lại' }])
    const rows = await office.db
      .selectFrom('outbox')
      .select(['key', 'state'])
      .where('key', 'like', 'notice:%')
      .orderBy('id')
      .execute()
    expect(rows).toEqual([
      { key: 'notice:1:console:nhom-xa:0', state: 'sent' },
      { key: 'notice:1:console:nhom-doai:0', state: 'failed' },
      { key: 'notice:1:console:nhom-dong:0', state: 'sent' },
      { key: 'notice:2:console:nhom-doai:0', state: 'failed' },
      { key: 'notice:3:console:nhom-doai:0', state: 'sent' },
    ])
    expect(office.got('canbo', 'đến nay đã tới 3/3 nhóm')).toHaveLength(1)
  })

  test('two officers change one schedule at once: one of them did, and the other is told', async () => {
    const office = await openNewOffice()
    await office.together(['canbo', 'đặt lịch thông báo tiến độ 7h30 thứ hai hằng tuần cho nhóm'])
    await office.together(['canbo', 'xác nhận'])
    await office.together(['canbo', 'sửa lịch 1 thành 8h thứ ba hằng tuần'])
    await office.together(['canbo2', 'sửa lịch 1 thành 9h thứ tư hằng tuần'])
    await office.together(['canbo', 'xác nhận'], ['canbo2', 'xác nhận'])
    expect(await office.db.selectFrom('schedules').select('id').where('ended_at', 'is', null).execute()).toHaveLength(1)
    const late = 'đã được người khác sửa'
    expect([...office.got('canbo', late), ...office.got('canbo2', late)]).toHaveLength(1)
  })

  test('what waits for the morning does not reach a group that is unlinked until then', async () => {
    const office = await openNewOffice()
    await office.together(['canbo', 'thông báo: mai họp'])
    await office.together(['canbo', 'sáng mai hãy gửi'])
    await office.together(['canbo', 'xác nhận'])
    await office.together(['canbo', 'bỏ liên kết nhóm 2'])
    await office.together(['canbo', 'xác nhận'])
    const rows = await office.db
      .selectFrom('outbox')
      .select(['chat_id', 'state'])
      .where('key', 'like', 'notice:1:%')
      .execute()
    expect(rows.map(({ chat_id, state }) => `${chat_id} ${state}`).sort()).toEqual([
      'nhom-doai stopped',
      'nhom-dong waiting',
      'nhom-xa waiting',
    ])
    expect(office.got('nhom-doai', 'không còn theo dõi')).toHaveLength(1)
  })

  test('who lost the right between the preview and the confirmation sends nothing', async () => {
    const office = await openNewOffice()
    await office.together(['canbo', 'thông báo: mai họp'])
    await office.db.updateTable('roles').set({ role: 'viewer' }).where('person_id', '=', 'canbo').execute()
    await office.together(['canbo', 'xác nhận'])
    expect(office.got('canbo', 'chưa có quyền')).toHaveLength(1)
    expect(office.got('nhom-doai')).toEqual([])
  })

  test('each step is in the audit, without a word of the text', async () => {
    const office = await openNewOffice()
    await office.together(['canbo', 'thông báo: mai họp'])
    await office.together(['canbo', 'xác nhận'])
    await office.together(['canbo', 'nhóm 2 chỉ nhận thông báo'])
    await office.together(['canbo', 'xác nhận'])
    await office.together(['canbo', 'bỏ liên kết nhóm 3'])
    await office.together(['canbo', 'xác nhận'])
    const rows = await office.db.selectFrom('audit').selectAll().orderBy('id').execute()
    expect(rows.map(({ action, person_id, subject }) => [action, person_id, subject])).toEqual([
      ['notice.send', 'canbo', 'notice/1'],
      ['group.link', 'canbo', 'group/console/nhom-doai'],
      ['group.unlink', 'canbo', 'group/console/nhom-dong'],
    ])
    expect(JSON.stringify(rows)).not.toContain('mai họp')
  })

  test('of what the program sends by itself only trouble is told, to those who look after the unit', async () => {
    const office = await openNewOffice()
    const { db } = office
    const poster = { post: async () => 1, partsOn: () => 1 }
    const message = { command: 'digest', text: 'bản tin' }
    const queueOne = async (state: 'sent' | 'unknown', by: { authorId?: string; scheduleId?: number } = {}) => {
      const id = await queueNotice(
        { db, now: NOW, poster },
        { kind: 'digest', unitId: 'nhom-mau', text: 'x', message, chats: [], ...by },
      )
      await db
        .insertInto('outbox')
        .values({
          channel: 'console',
          chat_id: 'nhom-doai',
          kind: 'notice',
          key: `notice:${id}:console:nhom-doai:0`,
          message: JSON.stringify(message),
          state,
          attempts: 1,
          due_at: NOW.toISOString(),
          created_at: NOW.toISOString(),
          error: state === 'sent' ? null : 'no answer: ECONNRESET',
        })
        .execute()
    }
    await queueOne('sent')
    await office.house.settled()
    expect(office.got('canbo')).toEqual([])
    await queueOne('unknown')
    await office.house.settled()
    for (const officer of ['canbo', 'canbo2']) {
      expect(office.got(officer)).toHaveLength(1)
      expect(office.got(officer, 'Bản tin tiến độ ngày 23/11/2026: đã tới 0/1 nhóm')).toHaveLength(1)
    }
    // Of a schedule's, whoever made it.
    const { id } = await db
      .insertInto('schedules')
      .values({ unit_id: 'nhom-mau', kind: 'digest', rule: '{}', created_by: 'canbo2', created_at: NOW.toISOString() })
      .returning('id')
      .executeTakeFirstOrThrow()
    await queueOne('sent', { authorId: 'canbo2', scheduleId: id })
    await queueOne('unknown', { authorId: 'canbo2', scheduleId: id })
    await office.house.settled()
    expect(office.got('canbo2')).toHaveLength(2)
    expect(office.got('canbo')).toHaveLength(1)
  })

  describe('a chat', () => {
    test('keeps the first reason and date for which it stopped', async () => {
      const { db } = await openNew(createDatabase)
      const chat = { id: 'g', kind: 'group' } as const
      await stopChat(db, 'telegram', chat, 'removed', NOW)
      await stopChat(db, 'telegram', chat, '403 Forbidden', new Date('2026-11-24T01:00:00Z'))
      expect(await db.selectFrom('chats').select(['stopped_reason', 'stopped_at']).execute()).toEqual([
        { stopped_reason: 'removed', stopped_at: NOW.toISOString() },
      ])
    })

    test('takes all that was chosen for it along when it becomes a supergroup, also in schedules', async () => {
      const office = await openNewOffice()
      const { db } = office
      await office.together(['canbo', 'nhóm 2 chỉ nhận thông báo'])
      await office.together(['canbo', 'xác nhận'])
      await db
        .insertInto('schedules')
        .values({
          unit_id: 'nhom-mau',
          kind: 'digest',
          chats: JSON.stringify([
            ['console', 'nhom-doai'],
            ['console', 'nhom-dong'],
          ]),
          rule: '{}',
          created_by: 'canbo',
          created_at: NOW.toISOString(),
        })
        .execute()
      // The new chat may have been seen before it is said that it is the old one.
      await db.insertInto('chats').values({ channel: 'console', external_id: 'sieu-nhom', kind: 'group' }).execute()
      await migrateChat(db, 'console', 'nhom-doai', 'sieu-nhom')
      expect(await findGroup(db, ['console', 'sieu-nhom'])).toMatchObject({
        unitId: 'doai',
        title: 'Bà con thôn Đoài',
        follows: ['announcements'],
        linkedBy: 'canbo',
      })
      expect(await findGroup(db, ['console', 'nhom-doai'])).toMatchObject({ chatId: 'sieu-nhom' })
      const { chats } = await db.selectFrom('schedules').select('chats').executeTakeFirstOrThrow()
      expect(JSON.parse(chats ?? '')).toEqual([
        ['console', 'sieu-nhom'],
        ['console', 'nhom-dong'],
      ])
    })
  })
})

/** What platforms and this program say, and which cause people are told. */
test.each([
  ['removed', 'removed'],
  ['403 Forbidden: bot was kicked from the supergroup chat', 'removed'],
  ['403 Forbidden: bot is not a member of the supergroup chat', 'removed'],
  ['400 Bad Request: chat not found', 'gone'],
  ['403 Forbidden: the group chat was deleted', 'gone'],
  ['400 Bad Request: group chat was deactivated', 'gone'],
  ['400 Bad Request: not enough rights to send text messages to the chat', 'muted'],
  ['400 Bad Request: have no rights to send a message', 'muted'],
  ['400 Bad Request: TOPIC_CLOSED', 'muted'],
  ['cannot read the file: ENOENT', 'file'],
  ['400 Bad Request: wrong file identifier/HTTP URL specified', 'file'],
  ['400 Bad Request: message is too long', 'long'],
  ['channel zalo is not running', 'off'],
  ['the process ended while it was being sent', 'interrupted'],
  ['429 Too Many Requests: retry after 5', 'busy'],
  ['Quota exceeded', 'busy'],
  ['no answer: ECONNRESET', 'network'],
  ['no connection: ECONNREFUSED', 'network'],
  ['502 Bad Gateway', 'network'],
  ['something nobody has seen', 'other'],
])('%s: %s', (reason, cause) => expect(causeOf(reason)).toBe(cause))
