import type { Picture, PictureNode } from '../../command/picture.ts'
import { number } from '../../wording/figures.ts'
import type { Say } from '../../wording/say.ts'
import { bar, column, row, words } from './nodes.ts'
import { BLUE, GREEN, INK, QUIET, TONES, TRACK } from './palette.ts'
import { sheet } from './sheet.ts'

/** A commune in a comparison; counts are null where a report did not give them, both where there are no figures. */
export interface ComparedUnit {
  name: string
  criteria: number | null
  indicators: number | null
  unassessed: number
  /** `30/04/2023`; empty where there are no figures, or where the foot says the day of all. */
  day: string
  /** The one that the speaker belongs to. */
  own: boolean
}

export interface Comparison {
  place: string
  within: string
  set: string
  criteriaOf: number
  indicatorsOf: number
  /** Best first. */
  units: readonly ComparedUnit[]
  notes: readonly string[]
  foot: readonly string[]
}

/** More would be too small on a phone or too long to look through; the rest is counted. */
export const MOST_COMPARED = 25

/** Communes one below the other, best first, each with a bar of the criteria that it meets. */
export function comparisonChart(say: Say, comparison: Comparison): Picture {
  const { place, within, set, criteriaOf, units, notes, foot } = comparison
  const shown = units.slice(0, MOST_COMPARED)
  const ownBehind = units.findIndex(({ own }) => own)
  const last = ownBehind >= MOST_COMPARED ? units[ownBehind] : undefined
  const rest = units.length - shown.length - (last ? 1 : 0)
  return sheet({
    name: say('picture-comparison-name', { place, set }),
    kind: say('picture-comparison-kind', { set }),
    title: place,
    within,
    notes,
    foot,
    body: [
      units.length > 2 && summary(say, units, criteriaOf),
      column({ gap: 24 }, [
        ...shown.map((unit) => line(say, comparison, unit)),
        last && line(say, comparison, last),
        rest > 0 && words(say('ranking-more', { count: rest }), 30, { color: QUIET }),
      ]),
    ],
  })
}

/** How the whole stands: how many have figures, how many meet all, how many one meets on average. */
function summary(say: Say, units: readonly ComparedUnit[], of: number): PictureNode {
  const counted = units.flatMap(({ criteria }) => criteria ?? [])
  const all = counted.filter((met) => met === of).length
  const mean = counted.length > 0 ? counted.reduce((sum, met) => sum + met, 0) / counted.length : undefined
  const facts: [string, string][] = [
    [
      String(units.filter(({ criteria, indicators }) => criteria !== null || indicators !== null).length),
      say('picture-communes-known'),
    ],
    [String(all), say('picture-communes-all', { of })],
    [mean === undefined ? '–' : number(Math.round(mean * 10) / 10), say('picture-communes-mean')],
  ]
  return row(
    { gap: 16 },
    facts.map(([figure, label]) =>
      column({ flex: 1, gap: 4, padding: 20, borderRadius: 14, backgroundColor: TONES.met.ground }, [
        words(figure, 64, { fontWeight: 700, lineHeight: 1.05, color: TONES.met.ink }),
        words(label, 28, { fontWeight: 600, lineHeight: 1.2, color: TONES.met.ink }),
      ]),
    ),
  )
}

/** Units that are equal in both counts share a place. */
function placeOf(units: readonly ComparedUnit[], { criteria, indicators }: ComparedUnit): number {
  return 1 + units.findIndex((other) => other.criteria === criteria && other.indicators === indicators)
}

/** The speaker's own is marked by a frame, beside its colour; its bar stays in line with the others. */
const OWN = {
  marginLeft: -17,
  marginRight: -17,
  padding: 14,
  borderRadius: 14,
  borderWidth: 3,
  borderStyle: 'solid',
  borderColor: BLUE,
}

function line(say: Say, { units, criteriaOf, indicatorsOf }: Comparison, unit: ComparedUnit): PictureNode {
  const { name, criteria, indicators, unassessed, day, own } = unit
  const known = criteria !== null || indicators !== null
  const share = criteria === null ? (indicators ?? 0) / indicatorsOf : criteria / criteriaOf
  const second = criteria !== null && indicators !== null
  const about = [
    ...(unassessed > 0 ? [say('open-unassessed', { count: unassessed })] : []),
    ...(day ? [say('ranking-day', { day })] : []),
  ]
  const main =
    criteria === null
      ? say('indicators-of', { met: indicators ?? 0, total: indicatorsOf })
      : say('criteria-of', { met: criteria, total: criteriaOf })
  return column({ gap: 4, ...(own && OWN) }, [
    row({ alignItems: 'flex-start', gap: 14 }, [
      words(known ? `${placeOf(units, unit)}.` : '–', 34, { fontWeight: 700, width: 58, flexShrink: 0, color: QUIET }),
      words(name, 34, { flex: 1, fontWeight: own ? 700 : 600, color: own ? BLUE : INK }),
      words(known ? main : say('picture-no-figures'), 34, {
        fontWeight: 700,
        flexShrink: 0,
        color: known ? GREEN : QUIET,
      }),
    ]),
    known &&
      row({ marginLeft: 72, gap: 18, alignItems: 'center' }, [
        row({ flex: 1 }, [bar(share, own ? BLUE : GREEN, TRACK, 22)]),
        second &&
          words(say('indicators-of', { met: indicators, total: indicatorsOf }), 28, {
            width: 200,
            flexShrink: 0,
            textAlign: 'right',
            color: QUIET,
          }),
      ]),
    about.length > 0 && words(about.join('; '), 28, { marginLeft: 72, color: QUIET }),
  ])
}
