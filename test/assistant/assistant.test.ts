import { expect, test } from 'vitest'
import type { Outgoing } from '../../src/messages/outgoing.ts'
import type { Db } from '../../src/store/schema.ts'
import { keepLog } from '../channels/guard.ts'
import { silentLog } from '../silent-log.ts'
import { onEachDatabase, openNew } from '../store/databases.ts'
import { assistantOver, command, message } from './house.ts'

async function answers(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('outbox').select('message').orderBy('id').execute()
  return rows.map((row) => (JSON.parse(row.message) as Outgoing).text)
}

const NOW = new Date('2026-11-23T01:00:00Z')

const echo = command('echo', async ({ chat }) => ({ text: `to ${chat.id}` }))

onEachDatabase((createDatabase) => {
  test('a redelivered update changes nothing and is answered once', async () => {
    const store = await openNew(createDatabase)
    const assistant = assistantOver(store, [echo], silentLog)
    await assistant.receive([message('1', 'ha', 'echo')])
    await assistant.settled()
    await assistant.receive([message('1', 'ha', 'echo'), message('1', 'ha', 'echo')])
    await assistant.settled()
    expect(await answers(store.db)).toEqual(['to ha'])
  })

  test('one batch may hold the same update twice', async () => {
    const store = await openNew(createDatabase)
    const assistant = assistantOver(store, [echo], silentLog)
    await assistant.receive([message('1', 'ha', 'echo'), message('1', 'ha', 'echo')])
    await assistant.settled()
    expect(await answers(store.db)).toEqual(['to ha'])
  })

  test('turns of one chat are taken in the order they came', async () => {
    const store = await openNew(createDatabase)
    const order: string[] = []
    const note = command('note', async ({ text, chat }) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5))
      order.push(`${chat.id} ${text}`)
      return { text: 'ok' }
    })
    const assistant = assistantOver(store, [note], silentLog)
    const updates = ['a', 'b', 'a', 'b', 'a'].map((from, n) => message(`${n}`, from, 'note'))
    for (const [n, update] of updates.entries()) if (update.content.kind === 'text') update.content.text = `/note ${n}`
    await assistant.receive(updates)
    await assistant.settled()
    expect(order.filter((line) => line.startsWith('a'))).toEqual(['a /note 0', 'a /note 2', 'a /note 4'])
    expect(order.filter((line) => line.startsWith('b'))).toEqual(['b /note 1', 'b /note 3'])
  })

  test('a poison message is set aside with its error, its sender told, and its chat goes on', async () => {
    const store = await openNew(createDatabase)
    let attempts = 0
    const poison = command('poison', async () => {
      attempts += 1
      throw new Error('cannot be digested')
    })
    const { log, lines } = keepLog()
    const assistant = assistantOver(store, [echo, poison], log)
    await assistant.receive([message('1', 'ha', 'echo'), message('2', 'ha', 'poison'), message('3', 'ha', 'echo')])
    await assistant.settled()
    const states = await store.db.selectFrom('inbox').select(['external_id', 'state', 'error']).orderBy('id').execute()
    expect(states).toEqual([
      { external_id: '1', state: 'done', error: null },
      { external_id: '2', state: 'set_aside', error: 'Error: cannot be digested' },
      { external_id: '3', state: 'done', error: null },
    ])
    // Three times alone, and once in each group that it was part of.
    expect(attempts).toBeGreaterThanOrEqual(3)
    expect((await answers(store.db)).filter((text) => text === 'to ha')).toHaveLength(2)
    expect((await answers(store.db)).filter((text) => text.startsWith('Xin lỗi'))).toHaveLength(1)
    expect(lines.filter(({ message: said }) => said === 'a turn failed')).toHaveLength(3)
  })

  test('a chat that cannot even be held back does not make the answer to another twice', async () => {
    const store = await openNew(createDatabase)
    const runs: string[] = []
    const slow = command('slow', async () => {
      runs.push('slow')
      await new Promise((resolve) => setTimeout(resolve, 300))
      return { text: 'ok' }
    })
    const poison = command('poison', async () => {
      throw new Error('cannot be digested')
    })
    let refused = 0
    const log = {
      ...silentLog,
      error(_: object, said: string) {
        if (said !== 'a turn failed' || refused > 0) return
        refused += 1
        throw new Error('nor can it be noted')
      },
    }
    const assistant = assistantOver(store, [slow, poison], log)
    await assistant.receive([message('1', 'a', 'slow'), message('2', 'b', 'poison')])
    await expect.poll(() => runs.length > 0 && refused > 0).toBe(true)
    const before = runs.length
    assistant.resume()
    await assistant.settled()
    expect(runs).toHaveLength(before)
    const states = await store.db.selectFrom('inbox').select(['external_id', 'state']).orderBy('id').execute()
    expect(states).toEqual([
      { external_id: '1', state: 'done' },
      { external_id: '2', state: 'set_aside' },
    ])
  })

  test('what a failed turn wrote is gone with it', async () => {
    const store = await openNew(createDatabase)
    const half = command('half', async ({ db }) => {
      await db.insertInto('people').values({ id: 'x', name: 'Nguyễn Văn Mẫu', title: null }).execute()
      throw new Error('half way')
    })
    const assistant = assistantOver(store, [half], silentLog)
    await assistant.receive([message('1', 'ha', 'half')])
    await assistant.settled()
    expect(await store.db.selectFrom('people').selectAll().execute()).toEqual([])
  })

  test('what is waiting after a restart is taken up', async () => {
    const store = await openNew(createDatabase)
    const before = assistantOver(store, [echo], silentLog)
    await before.receive([message('1', 'ha', 'echo')])
    await before.settled()
    await store.db.updateTable('inbox').set({ state: 'waiting' }).execute()
    await store.db.deleteFrom('outbox').execute()
    const after = assistantOver(store, [echo], silentLog)
    after.resume()
    await after.settled()
    expect(await answers(store.db)).toEqual(['to ha'])
  })

  test('a command is refused to who lacks its role, with what is missing', async () => {
    const store = await openNew(createDatabase)
    const secret = command('secret', async () => ({ text: 'told' }), { roles: ['admin'] })
    const assistant = assistantOver(store, [secret], silentLog)
    await assistant.receive([message('1', 'nguoi-la', 'secret')])
    await assistant.settled()
    const [answer] = await answers(store.db)
    expect(answer).toContain('chưa có quyền')
  })

  test('a button that was never offered, or whose list is gone, asks nothing', async () => {
    const store = await openNew(createDatabase)
    const assistant = assistantOver(store, [echo], silentLog)
    const forged = ['#0', '#99', '#x', '?nothing|||', '?', 'drop table', ''].map((data, n) => ({
      ...message(`${n}`, 'ha', ''),
      content: { kind: 'press' as const, data },
    }))
    await assistant.receive(forged)
    await assistant.settled()
    const said = await answers(store.db)
    expect(said).toHaveLength(forged.length)
    for (const text of said) expect(text).toContain('không còn dùng được')
  })

  test('nothing is said to what is not addressed', async () => {
    const store = await openNew(createDatabase)
    const assistant = assistantOver(store, [echo], silentLog)
    const overheard = { ...message('1', 'ha', 'echo'), chat: { id: 'nhom', kind: 'group' as const }, addressed: false }
    await assistant.receive([overheard])
    await assistant.settled()
    expect(await answers(store.db)).toEqual([])
  })

  test('a group that gets another id keeps its unit, its dialogs and what was talked about', async () => {
    const store = await openNew(createDatabase)
    await store.db
      .insertInto('units')
      .values({ id: 'u', level: 'xa', name: 'Mẫu', path: '/u/', aliases: '[]' } as never)
      .execute()
    const chat = { channel: 'console' as const, external_id: 'old', kind: 'group' as const, unit_id: 'u' }
    await store.db
      .insertInto('chats')
      .values({ ...chat, title: null, stopped_reason: null, stopped_at: null })
      .execute()
    const at = NOW.toISOString()
    const dialog = { channel: 'console' as const, sender_id: 'ha', form: 'f', version: 1, step: 's', data: '{}' }
    await store.db
      .insertInto('dialogs')
      .values({ ...dialog, chat_id: 'old', state: 'open', updated_at: at, expires_at: at, warned_at: null })
      .execute()
    const topic = { channel: 'console' as const, topic: '{}', choices: null, updated_at: at }
    await store.db
      .insertInto('topics')
      .values([
        { ...topic, chat_id: 'old', sender_id: 'ha' },
        { ...topic, chat_id: 'new', sender_id: 'ha', topic: '{"command":"help"}' },
        { ...topic, chat_id: 'new', sender_id: 'mai' },
      ])
      .execute()
    const assistant = assistantOver(store, [echo], silentLog)
    await assistant.receive([
      { ...message('1', 'ha', ''), chat: { id: 'old', kind: 'group' }, content: { kind: 'migrated', to: 'new' } },
    ])
    await assistant.settled()
    const chats = await store.db.selectFrom('chats').select(['external_id', 'unit_id']).execute()
    expect(chats).toEqual([{ external_id: 'new', unit_id: 'u' }])
    const dialogs = await store.db.selectFrom('dialogs').select(['chat_id', 'sender_id']).execute()
    expect(dialogs).toEqual([{ chat_id: 'new', sender_id: 'ha' }])
    const topics = await store.db
      .selectFrom('topics')
      .select(['chat_id', 'sender_id', 'topic'])
      .orderBy('sender_id')
      .execute()
    expect(topics).toEqual([
      { chat_id: 'new', sender_id: 'ha', topic: '{}' },
      { chat_id: 'new', sender_id: 'mai', topic: '{}' },
    ])
  })
})
