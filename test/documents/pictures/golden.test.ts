import { readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { pictures } from '../../../scripts/gallery/pictures.ts'
import { withWorlds } from '../../../scripts/gallery/worlds.ts'
import { statusCard } from '../../../src/documents/pictures/status-card.ts'
import { render } from '../../../src/documents/pictures/render.ts'
import { loadWording } from '../../../src/wording/load-wording.ts'
import { cardOf, STATES } from './cards.ts'
import { decode, difference, shrink, type Pixels } from './pixels.ts'

/**
 * Pictures as they were looked at and found right. After a change that is meant, `UPDATE_GOLDEN=1 npx vitest run golden`
 * writes them anew: look at each before it is committed.
 */
const GOLDEN = new URL('../golden/', import.meta.url)
/** One of each kind, and the card of totals alone. */
const KEPT = new Set([
  'trung-luong-nang-cao.png',
  'trung-luong-ntm.png',
  'mau-thu-tien-do.png',
  'mau-thu-so-sanh.png',
  'mau-thu-ke-hoach.png',
  'mau-thu-cac-thon.png',
])
const exhibits = pictures.filter(({ file }) => KEPT.has(file))
const drawn = new Map<string, Uint8Array>()
const say = loadWording('vi')

const card = cardOf(13, (index) => STATES[index % STATES.length]!)

beforeAll(async () => {
  await withWorlds(async (worlds) => {
    for (const { file, world, make } of exhibits) drawn.set(file, await make(worlds[world]))
  })
  drawn.set('bon-trang-thai.png', await render(statusCard(say, card)))
})

async function golden(name: string): Promise<Pixels> {
  return decode(readFileSync(new URL(name, GOLDEN)))
}

describe('pictures', () => {
  it.each([...exhibits.map(({ file }) => file), 'bon-trang-thai.png'])('%s looks as it did', async (file) => {
    const small = await shrink(drawn.get(file)!)
    if (process.env.UPDATE_GOLDEN) writeFileSync(new URL(file, GOLDEN), small.png)
    const apart = difference(small.pixels, await golden(file))
    // Another machine may round a letter's edge otherwise; it does not move one.
    expect(apart.mean).toBeLessThan(0.4)
    expect(apart.plainly).toBeLessThan(0.001)
  })

  it('are told apart by one figure, and by one tile', async () => {
    const before = await golden('bon-trang-thai.png')
    const changes = [
      { ...card, indicators: { ...card.indicators, met: (card.indicators.met ?? 0) + 1 } },
      { ...card, tiles: card.tiles.map((tile, index) => (index === 0 ? { ...tile, state: 'unmet' as const } : tile)) },
    ]
    for (const changed of changes) {
      const { pixels } = await shrink(await render(statusCard(say, changed)))
      expect(difference(pixels, before).plainly).toBeGreaterThan(0.001)
    }
  })
})
