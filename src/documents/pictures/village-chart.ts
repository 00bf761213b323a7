import type { Picture, PictureNode } from '../../command/picture.ts'
import type { Say } from '../../wording/say.ts'
import { stateIcon } from './icons.ts'
import { bar, column, row, words } from './nodes.ts'
import { GREEN, INK, QUIET, RED, TONES, TRACK } from './palette.ts'
import { sheet } from './sheet.ts'

/** A village in a roll-up: its bar, or a verdict, or neither where it has no approved report. */
export interface VillageBar {
  name: string
  /** `71,43% (150/210 hộ)`; empty where there is no approved report. */
  figure: string
  /** In the indicator's unit; undefined where there is none to draw. */
  value?: number
  verdict?: 'met' | 'unmet'
}

export interface VillageChart {
  place: string
  within: string
  set: string
  code: string
  /** `17.5. Tỷ lệ hộ gia đình …` */
  indicator: string
  /** What the villages add up to: `62,5% (250/400 hộ)`. */
  figure: string
  covered: number
  total: number
  percent: boolean
  /** The confirmed number that is demanded; drawn as a stroke across each bar. */
  threshold?: number
  /** What is demanded, in words. */
  demand: string
  /** In the order of the villages; empty for somebody who may only see the sum. */
  villages: readonly VillageBar[]
  notes: readonly string[]
  foot: readonly string[]
}

const BAR = 26

/** What the villages add up to, and what each of them reported. */
export function villageChart(say: Say, chart: VillageChart): Picture {
  const { place, within, set, indicator, figure, covered, total, demand, villages, notes, foot } = chart
  const values = villages.flatMap(({ value }) => value ?? [])
  const full = chart.percent ? 100 : Math.max(...values, chart.threshold ?? 0) * 1.1 || 1
  return sheet({
    name: say('picture-villages-name', { place, code: chart.code, set }),
    kind: say('picture-villages-kind', { set }),
    title: place,
    within,
    notes,
    foot,
    body: [
      column({ gap: 10 }, [
        words(indicator, 34, { fontWeight: 600, lineHeight: 1.25 }),
        words(figure, 68, { fontWeight: 700, lineHeight: 1.1, color: GREEN }),
        words(say('picture-villages-covered', { covered, total }), 32, { fontWeight: 600 }),
        bar(total === 0 ? 0 : covered / total, GREEN, TRACK, 16),
        words(demand, 30, { color: QUIET }),
        chart.threshold !== undefined &&
          villages.length > 0 &&
          words(say('picture-villages-stroke'), 28, { color: QUIET }),
      ]),
      villages.length > 0 &&
        column(
          { gap: 22 },
          villages.map((village) => line(say, chart, village, full)),
        ),
    ],
  })
}

function line(say: Say, { threshold }: VillageChart, village: VillageBar, full: number): PictureNode {
  const { name, figure, value, verdict } = village
  if (figure === '')
    return row({ gap: 14, alignItems: 'center' }, [
      stateIcon('unassessed', 36),
      words(name, 32, { flex: 1, fontWeight: 600 }),
      words(say('picture-villages-none'), 30, { color: QUIET, flexShrink: 0 }),
    ])
  if (value === undefined)
    return row({ gap: 14, alignItems: 'center' }, [
      stateIcon(verdict ?? 'unassessed', 36, true),
      words(name, 32, { flex: 1, fontWeight: 600 }),
      words(figure, 32, { fontWeight: 700, color: verdict === 'unmet' ? RED : TONES.met.ink, flexShrink: 0 }),
    ])
  return column({ gap: 8 }, [
    row({ gap: 14, alignItems: 'flex-start' }, [
      words(name, 32, { flex: 1, fontWeight: 600 }),
      words(figure, 32, { fontWeight: 700, flexShrink: 0 }),
    ]),
    row({ position: 'relative', height: BAR }, [
      bar(value / full, GREEN, TRACK, BAR),
      threshold !== undefined && threshold <= full && stroke(threshold / full),
    ]),
  ])
}

/** Where a bar has to reach to. */
function stroke(share: number): PictureNode {
  return row(
    {
      position: 'absolute',
      left: `${share * 100}%`,
      top: -6,
      width: 6,
      height: BAR + 12,
      backgroundColor: INK,
      borderRadius: 3,
    },
    [],
  )
}
