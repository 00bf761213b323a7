import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { comparison, plan, progress, status, villages } from '../scripts/gallery/pictures.ts'
import { withWorlds } from '../scripts/gallery/worlds.ts'
import type { Picture } from '../src/command/picture.ts'
import { createDraw } from '../src/documents/pictures/draw.ts'
import { render } from '../src/documents/pictures/render.ts'
import { DISTRICT, FIRST_COMMUNE } from './district.ts'
import { median } from './median.ts'
import { figures, type Line } from './table.ts'

const ADVANCED = 'ntm-nang-cao-2021-2025'
const BASIC = 'ntm-2021-2025'
const MB = 2 ** 20

/**
 * How long each picture takes, from the database to the PNG, and what a row of different cards does to the memory.
 *
 * @param rounds how often each is made; the middle one is told.
 * @param inARow how many cards, none of them equal to another.
 */
export async function pictureLines({ rounds, inARow }: { rounds: number; inARow: number }): Promise<Line[]> {
  return withWorlds(async ({ sample, district }) => {
    const made: [string, string, () => Promise<Picture>][] = [
      ['status card, 19 tiles, 75 indicators', '≤ 30 ms', () => status(sample, 'trung-luong', ADVANCED)],
      ['status card, only totals', '≤ 30 ms', () => status(sample, 'trung-luong', BASIC)],
      ['progress over five days', '–', () => progress(district, FIRST_COMMUNE, ADVANCED)],
      ['comparison of 20 communes', '–', () => comparison(district, DISTRICT, ADVANCED)],
      ['plan of 12 tasks', '–', () => plan(district, FIRST_COMMUNE, ADVANCED)],
      ['roll-up of 12 villages', '–', () => villages(district, FIRST_COMMUNE, ADVANCED)],
    ]
    const card = await status(sample, 'trung-luong', ADVANCED)
    // First, before what the others leave behind.
    const memory = await row(card, inARow)
    const lines: Line[] = []
    for (const [figure, aim, make] of made) {
      const picture = await make()
      const size = (await render(picture)).length
      const times = await timed(rounds, async () => render(await make()))
      const read = await timed(rounds, make)
      lines.push(
        line(
          figure,
          `${figures(median(times), 1)} ms`,
          aim,
          `${figures(median(read), 1)} ms of it before drawing; ${figures(size / 1024)} KB`,
        ),
      )
    }
    return [...lines, await again(card, rounds), memory]
  })
}

async function timed(rounds: number, run: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
  }
  return times
}

async function again(card: Picture, rounds: number): Promise<Line> {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-bench-pictures-'))
  try {
    const silent = { info() {}, warn() {}, error() {} }
    const draw = createDraw({ folder, log: silent })
    const now = new Date()
    await draw(card, now)
    const times = await timed(rounds, () => draw(card, now))
    return line('the same card again', `${figures(median(times), 1)} ms`, '–', 'found in the cache')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Memory that is left after a collection, beside what it was once the caches were warm and the allocator had settled. */
async function row(card: Picture, count: number): Promise<Line> {
  const numbered = (index: number): Picture => ({
    ...card,
    root: {
      type: 'container',
      style: { display: 'flex', flexDirection: 'column' },
      children: [card.root, { type: 'text', text: String(index), style: { fontSize: 28 } }],
    },
  })
  const warm = 2 * count
  for (let index = 0; index < warm; index += 1) await render(numbered(-index))
  const before = resident()
  const times = await timed(1, async () => {
    for (let index = 1; index <= count; index += 1) await render(numbered(index))
  })
  const after = resident()
  return line(
    `memory after ${count} different cards in a row`,
    `${after - before >= 0 ? '+' : ''}${figures((after - before) / MB)} MB`,
    'no growth',
    `${figures(before / MB)} MB resident before, ${figures(after / MB)} after; ${figures(median(times) / count, 1)} ms a card`,
  )
}

function resident(): number {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
  return process.memoryUsage().rss
}

/** No database has a part in what is drawn; the figures stand in the first column. */
function line(figure: string, sqlite: string, aim: string, beside: string): Line {
  return { figure, sqlite, postgres: '–', aim, beside }
}
