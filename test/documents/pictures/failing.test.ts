import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import picture from '../../../commands/picture.ts'
import { createDraw } from '../../../src/documents/pictures/draw.ts'
import type { Outgoing } from '../../../src/messages/outgoing.ts'
import { loadCatalogs } from '../../../src/world/load-catalogs.ts'
import { loadWorld } from '../../../src/world/load-world.ts'
import { assistantOver, message } from '../../assistant/house.ts'
import { silentLog } from '../../silent-log.ts'
import { createSqlite } from '../../store/databases.ts'

const NOW = new Date('2026-11-23T01:00:00Z')

async function ask(paint: () => Promise<Uint8Array>) {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-pictures-'))
  const store = await createSqlite().open()
  onTestFinished(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  await loadWorld(store.db, 'samples/trung-luong', loadCatalogs(), NOW)
  const log = { ...silentLog, error: vi.fn() }
  const draw = createDraw({ folder, log, paint })
  const assistant = assistantOver(store, [picture], log, { draw })
  await assistant.receive([message('1', 'ha', 'picture')])
  await assistant.settled()
  const rows = await store.db.selectFrom('outbox').select('message').orderBy('id').execute()
  return { said: rows.map((row) => JSON.parse(row.message) as Outgoing), log }
}

test('a picture that cannot be drawn costs nobody the answer: the words go out, and say that there is no picture', async () => {
  const { said, log } = await ask(() => Promise.reject(new Error('no such library')))
  expect(said).toHaveLength(2)
  for (const { file, text } of said) {
    expect(file).toBeUndefined()
    expect(text).toMatch(/\d+\/19 tiêu chí, \d+\/\d+ chỉ tiêu[^]*30\/04\/2023[^]*chưa vẽ được ảnh/)
  }
  expect(log.error).toHaveBeenCalledTimes(2)
})

test('one that is drawn goes with the same words', async () => {
  const { said } = await ask(async () => Uint8Array.of(1))
  expect(said.map(({ file }) => file?.kind)).toEqual(['photo', 'photo'])
  for (const { text } of said) expect(text).not.toContain('chưa vẽ được')
})
