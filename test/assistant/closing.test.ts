import { expect, test } from 'vitest'
import { keepLog } from '../channels/guard.ts'
import { onEachDatabase, openNew } from '../store/databases.ts'
import { silentLog } from '../silent-log.ts'
import { assistantOver, command, message } from './house.ts'

onEachDatabase((createDatabase) => {
  test('closing ends the turns in hand; what waits stays in the inbox, and the next start takes it', async () => {
    const store = await openNew(createDatabase)
    const begun = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    const slow = command('x', async () => {
      begun.resolve()
      await goOn.promise
      return { text: 'x' }
    })
    const doomed = assistantOver(store, [slow], silentLog)
    // More than are taken at once.
    await doomed.receive(Array.from({ length: 130 }, (_, n) => message(`${n}`, 'a', 'x')))
    await begun.promise
    const closed = doomed.close()
    goOn.resolve()
    await closed
    const states = async () =>
      (await store.db.selectFrom('inbox').select('state').orderBy('id').execute()).map(({ state }) => state)
    expect(await states()).toEqual([...Array<string>(100).fill('done'), ...Array<string>(30).fill('waiting')])
    const next = assistantOver(store, [slow], silentLog)
    next.resume()
    await next.settled()
    expect(new Set(await states())).toEqual(new Set(['done']))
    const { length } = await store.db.selectFrom('outbox').select('id').execute()
    expect(length).toBe(130)
  })

  test('a turn is one line, with ids, command and time; what was written only where it is asked for', async () => {
    const store = await openNew(createDatabase)
    const { log, lines } = keepLog()
    const echo = command('x', async () => ({ text: 'Phạm Thị Cán Mẫu' }))
    const plain = assistantOver(store, [echo], log)
    await plain.receive([message('7', 'so-0900000000', 'x')])
    await plain.settled()
    expect(lines).toEqual([
      {
        level: 'info',
        message: 'turn',
        details: {
          inbox: 1,
          channel: 'console',
          update: '7',
          command: 'x',
          ms: expect.any(Number) as number,
          text: undefined,
        },
      },
    ])
    const telling = assistantOver(store, [echo], log, {}, { logTexts: true })
    await telling.receive([message('8', 'so-0900000000', 'x')])
    await telling.settled()
    expect(lines.at(-1)?.details).toMatchObject({ text: 'x' })
    expect(JSON.stringify(lines)).not.toMatch(/Mẫu|0900/)
  })
})
