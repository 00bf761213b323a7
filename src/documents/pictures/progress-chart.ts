import type { Picture, PictureNode } from '../../command/picture.ts'
import { day } from '../../wording/figures.ts'
import type { Say } from '../../wording/say.ts'
import { column, drawing, ROOM, row, words } from './nodes.ts'
import { GREEN, INK, PAPER, QUIET, RULE } from './palette.ts'
import { sheet } from './sheet.ts'

/** How many were met on a day; null where a report gave only the other count. */
export interface ProgressPoint {
  /** ISO day. */
  day: string
  criteria: number | null
  indicators: number | null
  /** How many indicators the list of that day leaves open: the count may be too low by as many. */
  unassessed: number
}

export interface Progress {
  place: string
  within: string
  set: string
  criteriaOf: number
  indicatorsOf: number
  /** Oldest first. */
  points: readonly ProgressPoint[]
  foot: readonly string[]
}

/** As many points as have room for their figure and their day on a phone. */
export const MOST_POINTS = 8

const HEIGHT = 580
const AXIS = 64
const TOP = 70
const BOTTOM = 92
/** Between the last point and the edge, and the first and the axis: half a day's width. */
const SIDE = 84

/**
 * Of many points, the last of each month; where those are still too many, of each quarter, then of each year, then the
 * newest ones.
 */
export function thinned(points: readonly ProgressPoint[]): ProgressPoint[] {
  const periods = [
    (day: string) => day,
    (day: string) => day.slice(0, 7),
    (day: string) => `${day.slice(0, 4)}/${Math.ceil(Number(day.slice(5, 7)) / 3)}`,
    (day: string) => day.slice(0, 4),
  ]
  for (const periodOf of periods) {
    const last = [...new Map(points.map((point) => [periodOf(point.day), point])).values()]
    if (last.length <= MOST_POINTS) return last
  }
  return points.slice(-MOST_POINTS)
}

/** How many indicators were met from day to day, up to the line of those that the set demands. */
export function progressChart(say: Say, progress: Progress): Picture {
  const { place, within, set, criteriaOf, indicatorsOf, foot } = progress
  const points = thinned(progress.points)
  const byIndicators = points.filter(({ indicators }) => indicators !== null).length >= 2
  const goal = byIndicators ? indicatorsOf : criteriaOf
  const drawn = points.flatMap((point) => {
    const met = byIndicators ? point.indicators : point.criteria
    return met === null ? [] : [{ ...point, met }]
  })
  const last = drawn.at(-1)
  const open = last === undefined ? goal : goal - last.met
  return sheet({
    name: say('picture-progress-name', { place, set }),
    kind: say('picture-progress-kind', { set }),
    title: place,
    within,
    foot,
    body: [
      last && headline(say, last.met, goal, open, byIndicators),
      legend(
        say,
        goal,
        byIndicators,
        drawn.some(({ unassessed }) => unassessed > 0),
      ),
      chart(drawn, goal),
      table(say, progress, points),
    ],
  })
}

function headline(say: Say, met: number, goal: number, open: number, byIndicators: boolean): PictureNode {
  const left = byIndicators ? say('indicators-count', { count: open }) : say('criteria-count', { count: open })
  return row({ gap: 36, alignItems: 'center' }, [
    row({ alignItems: 'flex-end', gap: 4, flexShrink: 0 }, [
      words(String(met), 112, { fontWeight: 700, lineHeight: 1, color: GREEN }),
      words(`/${goal}`, 60, { fontWeight: 600, lineHeight: 1.2 }),
    ]),
    column({ flex: 1 }, [
      words(byIndicators ? say('picture-indicators-met') : say('picture-criteria-met'), 36, { fontWeight: 600 }),
      words(open > 0 ? say('picture-progress-open', { left }) : say('picture-progress-done'), 32, { color: QUIET }),
    ]),
  ])
}

interface Drawn {
  day: string
  met: number
  unassessed: number
}

function chart(points: readonly Drawn[], goal: number): PictureNode {
  const [left, right] = [AXIS + SIDE, ROOM - SIDE]
  const times = points.map(({ day: on }) => Date.parse(on))
  const xs = spread(times, left, right, 2 * SIDE - 24)
  const floor = HEIGHT - BOTTOM
  const y = (met: number) => floor - (met / goal) * (floor - TOP)
  const at = points.map(({ met }, index) => ({ x: xs[index] ?? left, y: y(met) }))
  const path = at
    .map((point, index) => `${index === 0 ? 'M' : 'L'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`)
    .join('')
  const area = `${path}L${at.at(-1)?.x.toFixed(1)} ${floor}L${at[0]?.x.toFixed(1)} ${floor}Z`
  const steps = [0, 0.25, 0.5, 0.75].map((share) => Math.round(share * goal))
  const lines = steps.map((met) => `<path d="M${AXIS} ${y(met)}H${ROOM}" stroke="${RULE}" stroke-width="2"/>`).join('')
  const dots = at
    .map((point, index) => {
      const hollow = (points[index]?.unassessed ?? 0) > 0
      return `<circle cx="${point.x.toFixed(1)}" cy="${point.y.toFixed(1)}" r="11" fill="${hollow ? PAPER : GREEN}" stroke="${GREEN}" stroke-width="5"/>`
    })
    .join('')
  const target = `<path d="M${AXIS} ${y(goal)}H${ROOM}" stroke="${INK}" stroke-width="4" stroke-dasharray="16 10"/>`
  const svg = `${lines}<path d="${area}" fill="${GREEN}" fill-opacity="0.12"/>${target}<path d="${path}" fill="none" stroke="${GREEN}" stroke-width="6" stroke-linejoin="round"/>${dots}`
  return column({ position: 'relative', width: ROOM, height: HEIGHT }, [
    drawing(svg, { width: ROOM, height: HEIGHT }, { position: 'absolute', left: 0, top: 0 }),
    ...[...steps, goal].map((met) =>
      label(String(met), { left: 0, width: AXIS - 12, top: y(met) - 18 }, 28, { textAlign: 'right', color: QUIET }),
    ),
    ...at.map((point, index) =>
      // On paper, so that the target's line does not run through it.
      row(
        { position: 'absolute', left: point.x - SIDE, width: 2 * SIDE, top: point.y - 62, justifyContent: 'center' },
        [
          words(String(points[index]?.met), 36, {
            fontWeight: 700,
            lineHeight: 1.15,
            color: GREEN,
            backgroundColor: PAPER,
            paddingLeft: 6,
            paddingRight: 6,
          }),
        ],
      ),
    ),
    ...at.map((point, index) => {
      const [date = '', year = ''] = splitDay(day(points[index]?.day ?? ''))
      return column({ position: 'absolute', left: point.x - SIDE, width: 2 * SIDE, top: floor + 12 }, [
        words(date, 28, { textAlign: 'center', fontWeight: 600, lineHeight: 1.15 }),
        words(year, 28, { textAlign: 'center', color: QUIET, lineHeight: 1.15 }),
      ])
    }),
  ])
}

function splitDay(said: string): string[] {
  const at = said.lastIndexOf('/')
  return [said.slice(0, at), said.slice(at + 1)]
}

/** In step with time, and never so close that figures or days touch: then as far apart as they have to be. */
function spread(times: readonly number[], left: number, right: number, least: number): number[] {
  const [first, last] = [times[0] ?? 0, times.at(-1) ?? 0]
  const count = times.length
  if (count <= 1) return [(left + right) / 2]
  const room = Math.min(least, (right - left) / (count - 1))
  const xs = times.map((time) => left + ((time - first) / (last - first)) * (right - left))
  for (let index = 1; index < count; index += 1) xs[index] = Math.max(xs[index]!, xs[index - 1]! + room)
  xs[count - 1] = Math.min(xs[count - 1]!, right)
  for (let index = count - 2; index >= 0; index -= 1) xs[index] = Math.min(xs[index]!, xs[index + 1]! - room)
  return xs
}

function label(
  text: string,
  { left, width, top }: { left: number; width: number; top: number },
  size: number,
  style: Record<string, string | number>,
): PictureNode {
  return words(text, size, { position: 'absolute', left, width, top, textAlign: 'center', ...style })
}

/** What the dashes are, and the hollow dots where there are any. */
function legend(say: Say, goal: number, byIndicators: boolean, hollow: boolean): PictureNode {
  const dashes = `<path d="M0 16H80" stroke="${INK}" stroke-width="4" stroke-dasharray="16 10"/>`
  const ring = `<circle cx="16" cy="16" r="11" fill="${PAPER}" stroke="${GREEN}" stroke-width="5"/>`
  const goalSaid = byIndicators ? say('indicators-count', { count: goal }) : say('criteria-count', { count: goal })
  return column({ gap: 10 }, [
    row({ gap: 16, alignItems: 'center' }, [
      drawing(dashes, { width: 80, height: 32 }),
      words(say('picture-progress-goal', { goal: goalSaid }), 30, { flex: 1, fontWeight: 600 }),
    ]),
    hollow &&
      row({ gap: 16, alignItems: 'flex-start' }, [
        row({ width: 80, flexShrink: 0, justifyContent: 'center' }, [drawing(ring, { width: 32, height: 32 })]),
        words(say('picture-progress-hollow'), 28, { flex: 1, color: QUIET }),
      ]),
  ])
}

/** The figures once more in words, newest first. */
function table(say: Say, { criteriaOf, indicatorsOf }: Progress, points: readonly ProgressPoint[]) {
  return column(
    {},
    points.toReversed().map(({ day: on, criteria, indicators }) => {
      const counts = [
        ...(criteria === null ? [] : [say('criteria-of', { met: criteria, total: criteriaOf })]),
        ...(indicators === null ? [] : [say('indicators-of', { met: indicators, total: indicatorsOf })]),
      ]
      return row(
        {
          gap: 24,
          paddingTop: 12,
          paddingBottom: 12,
          borderTopWidth: 2,
          borderTopStyle: 'solid',
          borderTopColor: RULE,
        },
        [
          words(day(on), 32, { width: 210, flexShrink: 0, color: QUIET }),
          words(counts.join(', '), 32, { flex: 1, fontWeight: 600 }),
        ],
      )
    }),
  )
}
