import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Picture } from '../../../src/command/picture.ts'
import { createDraw } from '../../../src/documents/pictures/draw.ts'
import { statusCard } from '../../../src/documents/pictures/status-card.ts'
import { loadWording } from '../../../src/wording/load-wording.ts'
import { silentLog } from '../../silent-log.ts'
import { cardOf } from './cards.ts'

const NOW = new Date('2026-11-23T01:00:00Z')
const DAY_MS = 86_400_000
const say = loadWording('vi')
const pictureOf = (place: string): Picture =>
  statusCard(
    say,
    cardOf(10, () => 'met', place),
  )

function setUp(paint = vi.fn(async (): Promise<Uint8Array> => Uint8Array.of(1, 2, 3))) {
  const folder = join(mkdtempSync(join(tmpdir(), 'ntm-pictures-')), 'pictures')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const log = { ...silentLog, error: vi.fn() }
  return { folder, paint, log, draw: createDraw({ folder, log, paint }) }
}

test('the same figures are drawn once, others anew', async () => {
  const { folder, paint, draw } = setUp()
  const first = await draw(pictureOf('Xã Một Mẫu'), NOW)
  const again = await draw(pictureOf('Xã Một Mẫu'), NOW)
  const other = await draw(pictureOf('Xã Hai Mẫu'), NOW)
  expect(again).toEqual(first)
  expect(other?.path).not.toBe(first?.path)
  expect(paint).toHaveBeenCalledTimes(2)
  expect(readdirSync(folder)).toHaveLength(2)
  expect(first).toMatchObject({ kind: 'photo', name: 'Xã Một Mẫu – NTM mẫu 2026–2030.png' })
})

test('what is drawn is a PNG that lies there whole', async () => {
  const { folder, log } = setUp()
  const file = await createDraw({ folder, log })(pictureOf('Xã Một Mẫu'), NOW)
  expect([...readFileSync(file!.path).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
})

test('what cannot be drawn is told to the log and throws nothing; the next time it is tried again', async () => {
  const { paint, log, draw } = setUp()
  paint.mockRejectedValueOnce(new Error('no such library'))
  expect(await draw(pictureOf('Xã Một Mẫu'), NOW)).toBeUndefined()
  expect(log.error).toHaveBeenCalledOnce()
  expect(await draw(pictureOf('Xã Một Mẫu'), NOW)).toBeDefined()
})

test('a folder that cannot be written to costs the picture, not the answer', async () => {
  const { folder, log, paint } = setUp()
  writeFileSync(folder, 'not a folder')
  expect(await createDraw({ folder, log, paint })(pictureOf('Xã Một Mẫu'), NOW)).toBeUndefined()
  expect(log.error).toHaveBeenCalledOnce()
})

test('one that does not end is given up', async () => {
  const { folder, log } = setUp()
  const draw = createDraw({ folder, log, paint: () => new Promise<Uint8Array>(() => {}), patienceMs: 20 })
  expect(await draw(pictureOf('Xã Một Mẫu'), NOW)).toBeUndefined()
  expect(log.error).toHaveBeenCalledOnce()
})

test('what nobody asked for in a month is removed, once a day; what is asked for stays', async () => {
  const { folder, draw } = setUp()
  const old = await draw(pictureOf('Xã Một Mẫu'), NOW)
  const used = await draw(pictureOf('Xã Hai Mẫu'), NOW)
  const half = new Date(NOW.getTime() + 20 * DAY_MS)
  await draw(pictureOf('Xã Hai Mẫu'), half)
  const part = join(folder, 'x.png.part')
  writeFileSync(part, '')
  utimesSync(part, NOW, NOW)
  await draw(pictureOf('Xã Ba Mẫu'), new Date(NOW.getTime() + 33 * DAY_MS))
  await vi.waitUntil(() => !existsSync(old!.path) && !existsSync(part))
  expect(existsSync(used!.path)).toBe(true)
})
