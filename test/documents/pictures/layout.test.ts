import { beforeAll, describe, expect, it } from 'vitest'
import { DISTRICT, FIRST_COMMUNE, TOTALS_COMMUNE } from '../../../bench/district.ts'
import { comparison, plan, progress, status, villages } from '../../../scripts/gallery/pictures.ts'
import { withWorlds } from '../../../scripts/gallery/worlds.ts'
import type { Picture, PictureNode } from '../../../src/command/picture.ts'
import { printable } from '../../../src/documents/pictures/nodes.ts'
import { TONES } from '../../../src/documents/pictures/palette.ts'
import { render, theRenderer } from '../../../src/documents/pictures/render.ts'
import { statusCard } from '../../../src/documents/pictures/status-card.ts'
import { loadWording } from '../../../src/wording/load-wording.ts'
import { cardOf, LONG_NAME, STATES } from './cards.ts'

const say = loadWording('vi')
const BASIC = 'ntm-2021-2025'
const ADVANCED = 'ntm-nang-cao-2021-2025'
const gallery = new Map<string, Picture>()

beforeAll(async () => {
  await withWorlds(async ({ sample, district }) => {
    gallery.set('status', await status(sample, 'trung-luong', ADVANCED))
    gallery.set('totals only', await status(sample, 'trung-luong', BASIC))
    gallery.set('long name', await status(district, TOTALS_COMMUNE, BASIC))
    gallery.set('progress', await progress(district, FIRST_COMMUNE, ADVANCED))
    gallery.set('comparison', await comparison(district, DISTRICT, ADVANCED))
    gallery.set('plan', await plan(district, FIRST_COMMUNE, ADVANCED))
    gallery.set('villages', await villages(district, FIRST_COMMUNE, ADVANCED))
  })
  for (let tiles = 10; tiles <= 19; tiles += 1)
    gallery.set(
      `${tiles} tiles`,
      statusCard(
        say,
        cardOf(tiles, (index) => STATES[index % STATES.length]!),
      ),
    )
  gallery.set(
    '19 tiles, all with codes',
    statusCard(
      say,
      cardOf(19, () => 'unmet', `Xã ${LONG_NAME}`),
    ),
  )
  gallery.set(
    'one word that never ends',
    statusCard(
      say,
      cardOf(10, () => 'unmet', `Xã ${'ngoằng'.repeat(20)}`),
    ),
  )
})

const NAMES = [
  'status',
  'totals only',
  'long name',
  'progress',
  'comparison',
  'plan',
  'villages',
  ...Array.from({ length: 10 }, (_, index) => `${index + 10} tiles`),
  '19 tiles, all with codes',
  'one word that never ends',
]

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

interface Measured {
  width: number
  height: number
  transform: number[]
  children: Measured[]
  runs: { text: string; x: number; y: number; width: number; height: number }[]
}

function boxOf({ width, height, transform }: Measured): Box {
  const [left = 0, top = 0] = transform.slice(4)
  return { left, top, right: left + width, bottom: top + height }
}

/** Every line of text where it stands, with the tree's node. */
function linesOf(measured: Measured, node: PictureNode): { text: string; box: Box; node: PictureNode }[] {
  const { left, top } = boxOf(measured)
  const own = measured.runs.map(({ text, x, y, width, height }) => ({
    text,
    node,
    // A space that a line was broken at hangs over its end.
    box: {
      left: left + x,
      top: top + y,
      right: left + x + (width * text.trimEnd().length) / text.length,
      bottom: top + y + height,
    },
  }))
  const children = node.type === 'container' ? node.children : []
  return [...own, ...measured.children.flatMap((child, index) => linesOf(child, children[index]!))]
}

async function measure({ width, root }: Picture): Promise<Measured> {
  return (await theRenderer()).measure(root, { width, fontFamilies: ['Be Vietnam Pro'] })
}

/** The boxes that stick out of the one they are in. */
function sticking(measured: Measured): string[] {
  const outer = boxOf(measured)
  return measured.children.flatMap((child) => {
    const inner = boxOf(child)
    const out = inner.left < outer.left - 18 || inner.right > outer.right + 18 || inner.bottom > outer.bottom + 18
    return [
      ...(out ? [JSON.stringify({ outer, inner, runs: child.runs.map(({ text }) => text) })] : []),
      ...sticking(child),
    ]
  })
}

describe.each(NAMES)('the picture: %s', (name) => {
  it('keeps every box in its box, and every line of text in the picture and apart from the others', async () => {
    const picture = gallery.get(name)!
    const measured = await measure(picture)
    expect(sticking(measured)).toEqual([])
    const lines = linesOf(measured, picture.root)
    expect(lines.length).toBeGreaterThan(5)
    for (const { text, box } of lines) {
      expect(box.left, text).toBeGreaterThanOrEqual(0)
      expect(box.right, text).toBeLessThanOrEqual(picture.width)
    }
    for (const [index, a] of lines.entries())
      for (const b of lines.slice(index + 1)) {
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
        // Lines of one text are set closer than their letters' boxes are high.
        const most = a.node === b.node ? 12 : 8
        expect(across > 1 && down > most, `${a.text} | ${b.text}`).toBe(false)
      }
  })

  it('can be read: letters of 28 and more, at 4.5 to 1 and better against what they stand on', () => {
    for (const { text, size, ink, ground } of textsOf(gallery.get(name)!.root, '#ffffff')) {
      expect(size, text).toBeGreaterThanOrEqual(28)
      expect(contrast(ink, ground), `${text}: ${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
  })
})

function textsOf(node: PictureNode, ground: string): { text: string; size: number; ink: string; ground: string }[] {
  const here = String(node.style.backgroundColor ?? ground)
  if (node.type === 'text')
    return [{ text: node.text, size: Number(node.style.fontSize), ink: String(node.style.color), ground: here }]
  return node.type === 'container' ? node.children.flatMap((child) => textsOf(child, here)) : []
}

/** WCAG 2: relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

describe('read in grey', () => {
  it('a met and an unmet tile are light and dark', () => {
    expect(contrast(TONES.met.ground, TONES.unmet.ground)).toBeGreaterThan(4.5)
  })

  it('each state has a word and a shape of its own', () => {
    const card = statusCard(
      say,
      cardOf(12, (index) => STATES[index % 4]!),
    )
    const shapes = (node: PictureNode): string[] =>
      node.type === 'image'
        ? [node.src.replaceAll(/#[0-9a-f]{6}/g, '')]
        : node.type === 'container'
          ? node.children.flatMap(shapes)
          : []
    // In each tile one; in the explanation each once more; in the note one.
    const drawn = Map.groupBy(shapes(card.root), (shape) => shape)
    expect([...drawn.values()].map(({ length }) => length).sort((a, b) => a - b)).toEqual([1, 4, 4, 4, 4])
    const texts = textsOf(card.root, '#ffffff').map(({ text }) => text)
    for (const word of ['Đạt', 'Chưa đạt', 'Chưa đánh giá', 'Không áp dụng'])
      expect(texts.filter((text) => text === word)).toHaveLength(3)
  })
})

describe('a tile that nobody has assessed', () => {
  it('says how many indicators there are, not that none is met', () => {
    const [tile] = cardOf(10, () => 'unassessed').tiles
    const untouched = { ...tile!, met: 0, unassessed: tile!.of }
    const card = statusCard(say, { ...cardOf(10, () => 'met'), tiles: [untouched, tile!] })
    const texts = textsOf(card.root, '#ffffff').map(({ text }) => text)
    expect(texts).toContain('5 chỉ tiêu')
    expect(texts).not.toContain('Đạt 0/5 chỉ tiêu')
    expect(texts).toEqual(expect.arrayContaining(['Đạt 2/5 chỉ tiêu', 'Chưa đánh giá: 3']))
  })
})

describe('words in pictures', () => {
  it('are the same whether marks are composed or stand apart', async () => {
    const place = 'Xã Nghĩa Lộ Thượng Tiến'
    const [composed, apart] = [place.normalize('NFC'), place.normalize('NFD')].map((each) =>
      statusCard(
        say,
        cardOf(11, () => 'met', each),
      ),
    )
    expect(apart?.root).toEqual(composed?.root)
    expect((await render(apart!)).equals(await render(composed!))).toBe(true)
  })

  it.each([
    ['15 → 16', '15\u00a0– 16'],
    ['xã đẹp 🌾👍🏽', 'xã đẹp'],
    ['[b]Đạt[/b]', 'Đạt'],
    ['a\u0000b\nc', 'a b c'],
    ['sáng - xanh', 'sáng\u00a0- xanh'],
    ['≥ 86,4% · m²', '≥ 86,4% · m²'],
  ])('%j is written %j', (text, written) => {
    expect(printable(text)).toBe(written)
  })
})
