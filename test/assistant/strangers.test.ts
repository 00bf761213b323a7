import { expect, test } from 'vitest'
import { createFirstNotice } from '../../src/assistant/first-notice.ts'
import type { Outgoing } from '../../src/messages/outgoing.ts'
import { addAccount, addPerson, giveRole } from '../../src/store/roster.ts'
import type { Db } from '../../src/store/schema.ts'
import { loadWording } from '../../src/wording/load-wording.ts'
import { silentLog } from '../silent-log.ts'
import { onEachDatabase, openNew } from '../store/databases.ts'
import { addUnits } from '../store/units.ts'
import { assistantOver, command, message } from './house.ts'

const say = loadWording('vi')
const figures = command('figures', async () => ({ text: '15/19 tiêu chí' }))
const hello = command('hello', async () => ({ text: 'Chào anh/chị' }), { always: true })

async function answers(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('outbox').select('message').orderBy('id').execute()
  return rows.map((row) => (JSON.parse(row.message) as Outgoing).text)
}

onEachDatabase((createDatabase) => {
  test('where public questions are off, strangers get no figures, and people who have joined do', async () => {
    const store = await openNew(createDatabase)
    await addUnits(store.db)
    await addPerson(store.db, 'ha', 'Nguyễn Thị Hà Mẫu')
    await addAccount(store.db, 'console', 'ha', 'ha')
    await giveRole(store.db, 'ha', 'viewer', 'xa')
    const assistant = assistantOver(store, [figures, hello], silentLog, { publicQuestions: false })
    await assistant.receive([
      message('1', 'la', 'figures'),
      message('2', 'la', '/hello'),
      message('3', 'ha', 'figures'),
    ])
    await assistant.settled()
    const said = await answers(store.db)
    expect(said.toSorted()).toEqual([say('members-only'), 'Chào anh/chị', '15/19 tiêu chí'].toSorted())
  })

  test('they are on where nothing is said of them', async () => {
    const store = await openNew(createDatabase)
    const assistant = assistantOver(store, [figures], silentLog)
    await assistant.receive([message('1', 'la', 'figures')])
    await assistant.settled()
    expect(await answers(store.db)).toEqual(['15/19 tiêu chí'])
  })

  test('every account is told once, below its first answer, what is kept of it', async () => {
    const store = await openNew(createDatabase)
    const assistant = assistantOver(store, [figures], silentLog, { firstNotice: createFirstNotice(say) })
    for (const [id, from] of [
      ['1', 'a'],
      ['2', 'a'],
      ['3', 'b'],
    ] as const) {
      await assistant.receive([message(id, from, 'figures')])
      await assistant.settled()
    }
    const first = `15/19 tiêu chí\n\n${say('first-notice')}`
    expect(await answers(store.db)).toEqual([first, '15/19 tiêu chí', first])
  })

  test('who only overhears a group is not told, because nothing was answered', async () => {
    const store = await openNew(createDatabase)
    const assistant = assistantOver(store, [figures], silentLog, { firstNotice: createFirstNotice(say) })
    await assistant.receive([
      { ...message('1', 'a', 'figures'), chat: { id: 'nhom', kind: 'group' as const }, addressed: false },
    ])
    await assistant.settled()
    expect(await answers(store.db)).toEqual([])
    expect(await store.db.selectFrom('first_notices').selectAll().execute()).toEqual([])
  })
})
