import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { runDue, type DueTask } from '../../src/assistant/due.ts'
import { SetClock } from '../../src/clock.ts'
import type { Channel } from '../../src/messages/channel.ts'
import { keepNames } from '../../src/names.ts'
import { createDelivery } from '../../src/notices/delivery.ts'
import { settleInterrupted } from '../../src/store/interrupted.ts'
import { keepIncoming, takeForTurn, takeWaiting } from '../../src/store/inbox.ts'
import { nameChanges, noteNameChange } from '../../src/store/name-changes.ts'
import { queue, type Queued } from '../../src/store/outbox.ts'
import { countProcesses } from '../../src/store/processes.ts'
import type { Store } from '../../src/store/store.ts'
import { silentLog } from '../silent-log.ts'
import { message } from '../assistant/house.ts'
import { onPostgres, type TestDatabase } from './databases.ts'

const NOW = new Date('2026-11-23T01:00:00Z')

/** So many bots on one database, as processes of their own would be. */
async function bots(database: TestDatabase, count: number): Promise<Store[]> {
  const stores: Store[] = []
  for (let n = 0; n < count; n += 1) {
    const store = await database.open()
    await store.joinBots()
    stores.push(store)
  }
  return stores
}

function channel(sent: string[]): Channel {
  return {
    name: 'telegram',
    limits: { text: 2000, buttons: true, edit: false, files: true },
    async start() {},
    async stop() {},
    async send(chat, { text }) {
      sent.push(`${chat} ${text}`)
      await new Promise((resolve) => setTimeout(resolve, Number(text) % 3))
      return { kind: 'sent', messageId: text }
    },
  }
}

const queued = (n: number, chatId: string, kind: Queued['kind']): Queued => ({
  key: `k${n}`,
  channel: 'telegram',
  chatId,
  kind,
  message: { command: 'x', text: String(n) },
})

onPostgres((createDatabase) => {
  test('processes have numbers of their own, which are free when they end', async () => {
    const [first, second] = await bots(await createDatabase(), 2)
    expect(first?.botNumber()).not.toBe(second?.botNumber())
    expect(await countProcesses(first!.db)).toBe(2)
    await second!.close()
    await vi.waitFor(async () => expect(await countProcesses(first!.db)).toBe(1))
  })

  test('a process whose connection broke goes on under a new number', async () => {
    const [store] = await bots(await createDatabase(), 1)
    const before = store!.botNumber()
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`
      .execute(store!.db)
      .catch(() => undefined)
    await vi.waitFor(() => expect(store!.botNumber()).not.toBe(before), { timeout: 10_000 })
    expect(await countProcesses(store!.db)).toBe(1)
  })

  test('each message is sent by one of two processes, and a chat keeps its order', async () => {
    const [first, second] = await bots(await createDatabase(), 2)
    const sent: string[] = []
    const messages = Array.from({ length: 300 }, (_, n) => queued(n, `c${n % 20}`, n % 20 < 10 ? 'reply' : 'notice'))
    await first!.db.transaction().execute((trx) => queue(trx, messages, NOW))
    const deliveries = [first!, second!].map(({ db, botNumber }) =>
      createDelivery({
        db,
        channels: [channel(sent)],
        clock: new SetClock(NOW),
        log: silentLog,
        processNumber: botNumber,
      }),
    )
    const ticking = setInterval(() => deliveries.forEach((delivery) => delivery.wake()), 2)
    await vi.waitFor(() => expect(sent.length).toBeGreaterThanOrEqual(300), { timeout: 15_000 })
    clearInterval(ticking)
    for (const delivery of deliveries) await delivery.settled()
    expect(sent).toHaveLength(300)
    for (let chat = 0; chat < 20; chat += 1) {
      const numbers = sent.filter((line) => line.startsWith(`c${chat} `)).map((line) => Number(line.split(' ')[1]))
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    }
    const claimants = await first!.db.selectFrom('outbox').select('claimed_by').distinct().execute()
    expect(claimants).toHaveLength(2)
  })

  test('what a process had in hand is settled when it has gone, and not before', async () => {
    const [living, doomed] = await bots(await createDatabase(), 2)
    const { db } = living!
    await queue(db, [queued(1, 'a', 'reply'), queued(2, 'b', 'notice'), queued(3, 'c', 'notice')], NOW)
    const hold = (key: string, claimed_by: number | null) =>
      db.updateTable('outbox').set({ state: 'sending', claimed_by }).where('key', '=', key).execute()
    await hold('k1', doomed!.botNumber())
    await hold('k2', doomed!.botNumber())
    await hold('k3', living!.botNumber())
    const states = async () =>
      (await db.selectFrom('outbox').select('state').orderBy('id').execute()).map(({ state }) => state)
    expect(await settleInterrupted(db, NOW)).toBe(false)
    expect(await states()).toEqual(['sending', 'sending', 'sending'])
    await doomed!.close()
    await vi.waitFor(async () => expect(await settleInterrupted(db, NOW)).toBe(true))
    expect(await states()).toEqual(['retrying', 'unknown', 'sending'])
  })

  test('the turns of a chat are worked on by one process at a time', async () => {
    const [first, second] = await bots(await createDatabase(), 2)
    await keepIncoming(first!.db, [message('1', 'ha', 'a'), message('2', 'ha', 'b'), message('3', 'lan', 'c')], NOW)
    const waiting = await takeWaiting(second!.db, 10)
    const ofChat = (chat: string) => waiting.filter(({ chat_id }) => chat_id === chat)
    await first!.db.transaction().execute(async (trx) => {
      expect(await takeForTurn(trx, ofChat('ha'))).toHaveLength(2)
      await second!.db.transaction().execute(async (other) => {
        expect(await takeForTurn(other, ofChat('ha'))).toBeUndefined()
        expect(await takeForTurn(other, ofChat('lan'))).toHaveLength(1)
      })
      await trx.updateTable('inbox').set({ state: 'done' }).where('external_id', '=', '1').execute()
    })
    await second!.db.transaction().execute(async (trx) => {
      const left = await takeForTurn(trx, ofChat('ha'))
      expect(left?.map(({ incoming }) => incoming.id)).toEqual(['2'])
    })
  })

  test('what is due is done by one process', async () => {
    const stores = await bots(await createDatabase(), 3)
    let runs = 0
    const task: DueTask = {
      name: 'count',
      async nextAt(db) {
        return (await nameChanges(db)) === 0 ? NOW : undefined
      },
      async run(trx) {
        runs += 1
        await new Promise((resolve) => setTimeout(resolve, 20))
        await noteNameChange(trx)
      },
    }
    await Promise.all(stores.map((store) => runDue(store, [task], NOW, silentLog)))
    await runDue(stores[0]!, [task], NOW, silentLog)
    expect(runs).toBe(1)
  })

  test('a name that one process learns is known to the others from their next turn on', async () => {
    const [first, second] = await bots(await createDatabase(), 2)
    const people: string[][] = []
    const language = {
      understand: () => ({ kind: 'unknown' as const }),
      nearestUnits: () => [],
      learnNames: (names: { people: readonly { name: string }[] }) =>
        void people.push(names.people.map(({ name }) => name)),
    }
    const others = keepNames(language as never, second!.db)
    await others.renewNames()
    await others.renewNames()
    expect(people).toEqual([[]])
    await first!.db.transaction().execute(async (trx) => {
      await trx.insertInto('people').values({ id: 'p', name: 'Phạm Thị Cán Mẫu', title: null }).execute()
      await keepNames(language as never, trx).namesChanged(trx)
      await others.renewNames()
    })
    expect(people).toEqual([[]])
    await others.renewNames()
    expect(people).toEqual([[], ['Phạm Thị Cán Mẫu']])
  })
})
