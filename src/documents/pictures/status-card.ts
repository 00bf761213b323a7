import type { Picture, PictureNode } from '../../command/picture.ts'
import type { IndicatorState } from '../../criteria/criteria-set.ts'
import type { Say } from '../../wording/say.ts'
import { stateIcon } from './icons.ts'
import { bar, column, ROOM, row, words } from './nodes.ts'
import { GREEN, INK, QUIET, RULE, TONES, TRACK } from './palette.ts'
import { sheet } from './sheet.ts'

/** A criterion as its tile shows it. */
export interface Tile {
  no: number
  name: string
  /** `not_applicable` where none of its indicators applies; it counts as met then. */
  state: IndicatorState
  /** How many of its indicators are met, of how many. */
  met: number
  of: number
  unassessed: number
  notApplicable: number
  /** The unmet indicators' codes. */
  unmet: readonly string[]
}

/** What a status card shows. */
export interface StatusCard {
  place: string
  within: string
  set: string
  /** The figures that are said first; null where a report gave only the other count. */
  criteria: { met: number | null; of: number }
  indicators: { met: number | null; of: number }
  /** In the order of the set; empty where only totals are known. */
  tiles: readonly Tile[]
  notes: readonly string[]
  foot: readonly string[]
}

const COLUMNS = 3
const GAP = 16
const STATES = ['met', 'unmet', 'unassessed', 'not_applicable'] as const

/** The status card: the counts, and a tile for each criterion. */
export function statusCard(say: Say, card: StatusCard): Picture {
  const { place, within, set, criteria, indicators, tiles, notes, foot } = card
  return sheet({
    name: say('picture-status-name', { place, set }),
    kind: set,
    title: place,
    within,
    notes,
    foot,
    body: [
      row({ gap: 48 }, [
        count(criteria.met, criteria.of, say('picture-criteria-met')),
        count(indicators.met, indicators.of, say('picture-indicators-met')),
      ]),
      tiles.length > 0 ? tileGrid(say, tiles) : totalsOnly(say, card),
    ],
  })
}

function count(met: number | null, of: number, label: string): PictureNode {
  return column({ flex: 1, gap: 10 }, [
    row({ alignItems: 'flex-end', gap: 4 }, [
      words(met === null ? '–' : String(met), 112, { fontWeight: 700, lineHeight: 1, color: GREEN }),
      words(`/${of}`, 60, { fontWeight: 600, lineHeight: 1.2, color: INK }),
    ]),
    words(label, 34, { fontWeight: 600 }),
    bar(met === null || of === 0 ? 0 : met / of, GREEN, TRACK, 18),
  ])
}

/** Three in a row; what the last row leaves free holds the explanation of the shapes. */
function tileGrid(say: Say, tiles: readonly Tile[]): PictureNode {
  const rows: PictureNode[][] = []
  for (let at = 0; at < tiles.length; at += COLUMNS)
    rows.push(tiles.slice(at, at + COLUMNS).map((tile) => tileNode(say, tile)))
  const last = rows.at(-1) ?? []
  const free = COLUMNS - last.length
  if (free > 0) last.push(legend(say, tiles, free))
  else rows.push([legend(say, tiles, COLUMNS)])
  return column(
    { gap: GAP },
    rows.map((cells) => row({ gap: GAP, alignItems: 'stretch' }, cells)),
  )
}

/** A cell as wide as so many columns and the gaps between them. */
function cellWidth(columns: number): number {
  const one = (ROOM - (COLUMNS - 1) * GAP) / COLUMNS
  return columns * one + (columns - 1) * GAP
}

function tileNode(say: Say, { no, name, state, met, of, unassessed, notApplicable, unmet }: Tile): PictureNode {
  const { ground, ink, line } = TONES[state]
  // Of what nobody has assessed, "0 met" would be a verdict.
  const untouched = state === 'unassessed' && met === 0 && unassessed === of
  return column(
    {
      width: cellWidth(1),
      padding: 16,
      gap: 8,
      borderRadius: 14,
      backgroundColor: ground,
      borderWidth: 3,
      borderStyle: state === 'unassessed' ? 'dashed' : 'solid',
      borderColor: line,
      justifyContent: 'space-between',
    },
    [
      column({ gap: 6 }, [
        row({ alignItems: 'center', gap: 10 }, [
          stateIcon(state, 38),
          words(say(`state-${state}`), 30, { fontWeight: 700, color: ink }),
        ]),
        words(say('picture-tile-name', { no, name }), 30, { fontWeight: 600, lineHeight: 1.2, color: ink }),
      ]),
      column({}, [
        untouched && of > 0 && words(say('indicators-count', { count: of }), 28, { color: ink }),
        !untouched &&
          of > 0 &&
          state !== 'not_applicable' &&
          (met > 0 || unassessed === 0) &&
          words(say('picture-tile-met', { met, of }), 28, { color: ink }),
        unmet.length > 0 &&
          words(say('picture-tile-unmet', { codes: unmet.join(', ') }), 30, { fontWeight: 700, color: ink }),
        !untouched &&
          unassessed > 0 &&
          words(say('picture-tile-unassessed', { count: unassessed }), 28, { color: ink }),
        notApplicable > 0 &&
          words(
            state === 'not_applicable'
              ? say('picture-tile-counts-as-met')
              : say('picture-tile-not-applicable', { count: notApplicable }),
            28,
            { color: ink },
          ),
      ]),
    ],
  )
}

/** What the shapes mean, with how many tiles of each there are. */
function legend(say: Say, tiles: readonly Tile[], columns: number): PictureNode {
  const entries = STATES.map((state) => ({ state, count: tiles.filter((tile) => tile.state === state).length }))
  return row(
    {
      width: cellWidth(columns),
      flexWrap: 'wrap',
      alignContent: 'center',
      alignItems: 'center',
      rowGap: 14,
      columnGap: 30,
      padding: 20,
      borderRadius: 16,
      borderWidth: 3,
      borderStyle: 'solid',
      borderColor: RULE,
    },
    entries
      .filter(({ count }) => count > 0)
      .map(({ state, count }) =>
        row({ alignItems: 'center', gap: 14 }, [
          stateIcon(state, 36, true),
          words(
            say(columns === 1 ? 'picture-legend-short' : 'picture-legend', { state: say(`state-${state}`), count }),
            30,
            { fontWeight: 600 },
          ),
        ]),
      ),
  )
}

/** Where a report gave only totals, there is nothing that a tile could say. */
function totalsOnly(say: Say, { criteria, indicators }: StatusCard): PictureNode {
  const open = [
    { count: criteria.met === null ? 0 : criteria.of - criteria.met, key: 'criteria-count' },
    { count: indicators.met === null ? 0 : indicators.of - indicators.met, key: 'indicators-count' },
  ] as const
  const said = open.filter(({ count }) => count > 0).map(({ count, key }) => say(key, { count }))
  return row(
    {
      gap: 24,
      padding: 28,
      borderRadius: 16,
      borderWidth: 3,
      borderStyle: 'dashed',
      borderColor: TONES.unassessed.line,
      alignItems: 'center',
    },
    [
      stateIcon('unassessed', 56),
      column({ flex: 1, gap: 8 }, [
        said.length > 0 && words(say('picture-totals-open', { open: said.join(', ') }), 36, { fontWeight: 700 }),
        words(say('picture-totals-only'), 30, { color: QUIET, lineHeight: 1.35 }),
      ]),
    ],
  )
}
