import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { retentionSweep } from '../../src/assistant/retention.ts'
import type { Incoming } from '../../src/messages/incoming.ts'
import { audit } from '../../src/store/audit.ts'
import { keepIncoming, markDone } from '../../src/store/inbox.ts'
import { keepInvitation, showInvitation, useInvitation } from '../../src/store/invitations.ts'
import { queue, recordEndings } from '../../src/store/outbox.ts'
import {
  closeRequest,
  erasePerson,
  keepRequest,
  messagesKept,
  noteTold,
  recordConsent,
  requestsOfNoUnit,
  requestsWithin,
  wasTold,
} from '../../src/store/personal-data.ts'
import { countOld, sweep } from '../../src/store/retention.ts'
import { addAccount, addPerson, giveRole } from '../../src/store/roster.ts'
import type { Db } from '../../src/store/schema.ts'
import { writeTopic } from '../../src/store/topics.ts'
import { silentLog } from '../silent-log.ts'
import { onEachDatabase, openNew } from './databases.ts'
import { addUnits } from './units.ts'

const NOW = new Date('2026-11-23T01:00:00Z')
const NAME = 'Lê Văn Riêng Mẫu'
const ACCOUNT = { channel: 'telegram', accountId: '70_0%1' } as const

function said(id: string, chat: string, text: string): Incoming {
  const kind = chat === ACCOUNT.accountId ? 'private' : 'group'
  return {
    channel: ACCOUNT.channel,
    id,
    chat: { id: chat, kind },
    sender: { id: ACCOUNT.accountId, name: NAME },
    addressed: true,
    at: NOW.toISOString(),
    content: { kind: 'text', text },
  }
}

/** A village head who has joined, written in private and in a group, and reported; all under names and ids to look for. */
async function villageHead(db: Db): Promise<void> {
  await addUnits(db)
  await addPerson(db, 'p1', NAME)
  await addAccount(db, ACCOUNT.channel, ACCOUNT.accountId, 'p1')
  await giveRole(db, 'p1', 'village_head', 'thon')
  const { id } = await keepInvitation(db, 'K7CP3MXG9TRH', { role: 'viewer', unitId: 'xa', name: NAME }, undefined, NOW)
  await showInvitation(db, id, ACCOUNT)
  await useInvitation(db, id, 'p1', NOW)
  await keepIncoming(db, [said('1', ACCOUNT.accountId, 'bí mật riêng'), said('2', '-100', 'bí mật nhóm')], NOW)
  const ids = (await db.selectFrom('inbox').select('id').execute()).map((row) => row.id)
  await markDone(db, ids, NOW)
  await queue(
    db,
    [
      {
        key: 'a',
        channel: ACCOUNT.channel,
        chatId: ACCOUNT.accountId,
        kind: 'reply',
        message: { command: 'whoami', text: NAME },
      },
    ],
    NOW,
  )
  const queued = await db.selectFrom('outbox').select('id').executeTakeFirstOrThrow()
  await recordEndings(db, [{ id: queued.id, claimedBy: null, state: 'sent', error: null, externalId: '9' }], NOW)
  await writeTopic(db, { channel: ACCOUNT.channel, chatId: '-100', senderId: ACCOUNT.accountId }, '{}', null, NOW)
  await noteTold(db, ACCOUNT, '1', NOW)
  await recordConsent(db, {
    person_id: 'p1',
    purpose: 'ntm-work',
    answer: 'agreed',
    text_version: '1',
    text: 'đồng ý',
    at: NOW.toISOString(),
    channel: 'telegram',
  })
  await audit(db, {
    at: NOW,
    person_id: 'p1',
    channel: 'telegram',
    action: 'report',
    unit_id: 'thon',
    subject: 'x/17.5',
  })
  await keepRequest(db, request('erase', 'p1'))
}

function request(kind: 'erase' | 'correct', person_id: string | null) {
  return {
    kind,
    person_id,
    channel: ACCOUNT.channel,
    account_id: ACCOUNT.accountId,
    note: kind === 'correct' ? `tên là ${NAME}` : null,
    made_at: NOW.toISOString(),
    acknowledge_by: '2026-11-25',
    due_on: '2026-12-13',
  }
}

const TABLES =
  'units people roles accounts statuses current_statuses summaries standings assignments chats topics inbox outbox dialogs reports report_states evidence audit invitations wrong_codes consents first_notices data_requests erasures'.split(
    ' ',
  )

/** The whole database as text, to look for what must not be in it. */
async function everything(db: Db): Promise<string> {
  const tables = await Promise.all(
    TABLES.map(async (table) => (await sql`select * from ${sql.table(table)}`.execute(db)).rows),
  )
  return JSON.stringify(tables)
}

onEachDatabase((createDatabase) => {
  test('an erased person is found nowhere, and what was done in office stays as it was', async () => {
    const { db } = await openNew(createDatabase)
    await villageHead(db)
    await addPerson(db, 'p2', 'Trần Thị Khác Ví Dụ')
    await addAccount(db, 'telegram', '70a0b1', 'p2')
    await keepIncoming(db, [{ ...said('3', '-100', 'của người khác'), sender: { id: '70a0b1' } }], NOW)
    const record = async () => [
      await db.selectFrom('audit').selectAll().execute(),
      await db.selectFrom('consents').selectAll().execute(),
    ]
    const before = await record()
    const all = await everything(db)
    for (const trace of [NAME, 'bí mật riêng', 'bí mật nhóm', ACCOUNT.accountId]) expect(all).toContain(trace)

    await db.transaction().execute((within) => erasePerson(within, 'p1', 17, 'người đã xóa #17', NOW))
    const left = await everything(db)
    for (const trace of [NAME, 'bí mật', ACCOUNT.accountId]) expect(left).not.toContain(trace)
    expect(left).toContain('người đã xóa #17')
    expect(left).toContain('của người khác')
    expect(await record()).toEqual(before)
    expect(await db.selectFrom('roles').selectAll().execute()).toEqual([])
  })

  test('a name is not to be found in the audit, whatever is erased: it holds ids alone', async () => {
    const { db } = await openNew(createDatabase)
    await villageHead(db)
    expect(JSON.stringify(await db.selectFrom('audit').selectAll().execute())).not.toContain(NAME)
  })

  test.each(['consents', 'audit'])('what stands in %s can be neither changed nor deleted', async (table) => {
    const { db } = await openNew(createDatabase)
    await villageHead(db)
    const change = sql`update ${sql.table(table)} set person_id = 'p2'`.execute(db)
    await expect(change).rejects.toThrow('append-only')
    await expect(sql`delete from ${sql.table(table)}`.execute(db)).rejects.toThrow('append-only')
  })

  test('the same request made twice is one, and one that is done can be made again', async () => {
    const { db } = await openNew(createDatabase)
    await villageHead(db)
    const again = await keepRequest(db, request('erase', 'p1'))
    expect(again).toMatchObject({ isNew: false, due_on: '2026-12-13' })
    expect(await keepRequest(db, request('correct', 'p1'))).toMatchObject({ isNew: true })
    expect(await closeRequest(db, again.id, 'refused', 'p2', NOW)).toBe(true)
    expect(await closeRequest(db, again.id, 'done', 'p2', NOW)).toBe(false)
    expect(await keepRequest(db, request('erase', 'p1'))).toMatchObject({ isNew: true })
  })

  test('requests are of the units in which the person has a role; those of nobody stand apart', async () => {
    const { db } = await openNew(createDatabase)
    await villageHead(db)
    await keepRequest(db, request('erase', null))
    const people = async (path: string) => (await requestsWithin(db, path)).map(({ person_id }) => person_id)
    expect(await people('/tinh/xa/')).toEqual(['p1'])
    expect(await people('/tinh/xa/thon/')).toEqual(['p1'])
    expect(await people('/tinh/xa/thon-khac/')).toEqual([])
    expect((await requestsOfNoUnit(db)).map(({ person_id }) => person_id)).toEqual([null])
  })

  test('an account is told once', async () => {
    const { db } = await openNew(createDatabase)
    expect(await wasTold(db, ACCOUNT)).toBe(false)
    await noteTold(db, ACCOUNT, '1', NOW)
    await noteTold(db, ACCOUNT, '2', NOW)
    expect(await wasTold(db, ACCOUNT)).toBe(true)
    expect(await wasTold(db, { ...ACCOUNT, channel: 'zalo' })).toBe(false)
  })

  test('a sweep takes what is past its time and nothing else; counting changes nothing', async () => {
    const { db } = await openNew(createDatabase)
    await villageHead(db)
    await keepInvitation(db, 'CFGHCFGHCFGH', { role: 'viewer', unitId: 'xa', name: 'Tên Thừa Mẫu' }, undefined, NOW)
    await keepIncoming(db, [said('9', ACCOUNT.accountId, 'còn chờ')], NOW)
    const before = await everything(db)
    const none = { received: 0, sent: 0, topics: 0, dialogs: 0, wrongCodes: 0, invitations: 0 }
    const all = { ...none, received: 2, sent: 1, topics: 1, invitations: 1 }
    expect(await sweep(db, NOW.toISOString())).toEqual(none)
    const end = '2026-12-01T00:00:00.000Z'
    expect(await countOld(db, end)).toEqual(all)
    expect(await everything(db)).toBe(before)
    expect(await sweep(db, end)).toEqual(all)
    const after = await everything(db)
    for (const gone of ['bí mật', 'Tên Thừa Mẫu']) expect(after).not.toContain(gone)
    for (const kept of ['còn chờ', 'x/17.5', 'agreed', NAME]) expect(after).toContain(kept)
    expect(await messagesKept(db, ACCOUNT)).toBe(1)
    expect(await sweep(db, end)).toEqual(none)
  })

  test('the sweep is due in the night after the oldest message is past its time, and then has nothing to do', async () => {
    const { db } = await openNew(createDatabase)
    const task = retentionSweep(30, '/nowhere', silentLog)
    expect(await task.nextAt(db)).toBeUndefined()
    await villageHead(db)
    const next = await task.nextAt(db)
    // Thirty days after 08:00 on 23/11, at half past two in the night that follows.
    expect(next?.toISOString()).toBe('2026-12-23T19:30:00.000Z')
    await db.transaction().execute((trx) => task.run(trx, next!))
    expect(await task.nextAt(db)).toBeUndefined()
    expect(await everything(db)).not.toContain('bí mật')
  })
})
