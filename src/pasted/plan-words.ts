/** What was read, with the words it was read from, and what it would change: as it is shown to be confirmed. */
import type { Turn } from '../command/command.ts'
import type { Disagreement } from '../reading/report.ts'
import { countsOf } from '../replies/counts.ts'
import { endNote } from '../replies/unit-notes.ts'
import { day, number } from '../wording/figures.ts'
import { capitalised, unitName } from '../wording/names.ts'
import type { Say } from '../wording/say.ts'
import { freshUnmet, hasFreshTotals, isNews, type Left, type Plan, type Planned } from './plan.ts'

type Needed = Pick<Turn, 'db' | 'say'>

export async function planLines(turn: Needed, { planned, left }: Plan, source: string): Promise<string[]> {
  const lines: string[] = []
  for (const one of planned) lines.push(...plannedLines(turn, one), '')
  // Once for a commune that several sets are reported of.
  for (const unit of new Map(planned.map((one) => [one.unit.id, one.unit])).values())
    lines.push(...(await endNote(turn, unit)))
  for (const one of left) lines.push(...leftLines(turn.say, one))
  if (planned.some(isNews)) lines.push(turn.say('read-source', { source }))
  return lines
}

function plannedLines({ say }: Needed, plan: Planned): string[] {
  const { report, unit, set, asOf } = plan
  return [
    say('read-title', { unit: capitalised(unitName(say, unit)), set: set.short_name }),
    ...readLines(say, plan),
    say(report.from.date ? 'read-day-from' : 'read-day', { day: day(asOf), words: report.from.date?.words ?? '' }),
    ...report.disagreements.map((each) => disagreementLine(say, each, plan)),
    ...changeLines(say, plan),
  ]
}

/** Long lists are shown by their beginning and their end. */
const LONGEST_QUOTE = 160

function quoted(words: string): string {
  return words.length <= LONGEST_QUOTE ? words : `${words.slice(0, LONGEST_QUOTE - 60)} … ${words.slice(-50)}`
}

function readLines(say: Say, { report, set }: Planned): string[] {
  const { criteria_met, indicators_met, unmet, unmet_criteria, met_criteria, from } = report
  const lines: string[] = []
  if (criteria_met !== null || indicators_met !== null)
    lines.push(
      say('read-met', {
        counts: countsOf(say, set, { criteria: criteria_met, indicators: indicators_met }),
        words: [from.criteria_met?.words, from.indicators_met?.words].filter((words) => words !== undefined).join(', '),
      }),
    )
  if (unmet !== null && unmet.length > 0)
    lines.push(
      say('read-unmet', {
        count: unmet.length,
        criteria: unmet_criteria?.length ?? 0,
        codes: unmet.join(', '),
        words: quoted(from.unmet?.words ?? ''),
      }),
    )
  else if (unmet !== null) lines.push(say('read-none-unmet', { words: quoted(from.unmet?.words ?? '') }))
  if (met_criteria !== null)
    lines.push(
      say('read-met-list', { criteria: met_criteria.join(', '), words: quoted(from.met_criteria?.words ?? '') }),
    )
  return lines
}

function disagreementLine(say: Say, each: Disagreement, { report, set }: Planned): string {
  if (each.kind === 'met_and_unmet') return say('read-differs-both', { criteria: each.criteria.join(', ') })
  const counts = { reported: number(each.reported), listed: number(each.listed) }
  switch (each.kind) {
    case 'indicators':
      return say('read-differs-indicators', {
        ...counts,
        unmet: report.unmet?.length ?? 0,
        total: set.official_counts.indicators,
      })
    case 'criteria':
      return say('read-differs-criteria', { ...counts, total: set.official_counts.criteria })
    case 'unmet_criteria':
      return say('read-differs-unmet-criteria', counts)
    case 'unmet_indicators':
      return say('read-differs-unmet-indicators', counts)
    case 'indicators_at_most':
      return say('read-differs-at-most', counts)
    case 'criteria_twice':
      return say('read-differs-criteria-twice', counts)
    case 'indicators_twice':
      return say('read-differs-indicators-twice', counts)
    case 'criteria_percent':
    case 'indicators_percent':
      return say('read-differs-percent', counts)
    case 'criteria_of':
    case 'indicators_of':
      return say('read-differs-of', counts)
  }
}

function changeLines(say: Say, plan: Planned): string[] {
  const { report, set, asOf, unmet, unnamed, unmentioned, standing } = plan
  const lines: string[] = []
  const total = { criteria: report.criteria_met, indicators: report.indicators_met }
  const given = total.criteria !== null || total.indicators !== null
  if (given && !hasFreshTotals(plan)) lines.push(say('read-same-totals', { counts: countsOf(say, set, total) }))
  else if (given) {
    const before = standing?.reported_as_of
    lines.push(
      before
        ? say('read-change-totals', {
            counts: countsOf(say, set, total),
            before: countsOf(say, set, {
              criteria: standing.reported_criteria_met,
              indicators: standing.reported_indicators_met,
            }),
            day: day(before),
          })
        : say('read-change-totals-first', { counts: countsOf(say, set, total) }),
    )
    if (before && before > asOf) lines.push(say('read-older', { day: day(before) }))
  }
  const fresh = freshUnmet(plan)
  if (fresh.length > 0) {
    const same = fresh.filter(({ current }) => current?.state === 'unmet').length
    lines.push(say('read-change-unmet', { count: fresh.length, fresh: fresh.length - same, same }))
  }
  if (fresh.length < unmet.length) lines.push(say('read-same-unmet', { count: unmet.length - fresh.length }))
  const newer = unmet.filter(({ current }) => current !== undefined && current.as_of > asOf).map(({ code }) => code)
  if (newer.length > 0) lines.push(say('read-newer', { codes: newer.join(', ') }))
  if (unnamed.length > 0) lines.push(say('read-unnamed', { criteria: unnamed.join(', ') }))
  const example = unmentioned.find((code) => code.includes('.')) ?? unmentioned[0]
  if (example !== undefined) lines.push(say('read-unmentioned', { codes: unmentioned.join(', '), example }))
  return lines
}

/** Why it is not recorded; of a commune that is another's, what was read is said all the same. */
function leftLines(say: Say, { report, why, unit }: Left): string[] {
  const name = unit ? unitName(say, unit) : (report.unit ?? say('read-no-unit'))
  const { criteria_met, indicators_met, unmet } = report
  const read = [
    ...(criteria_met === null ? [] : [say('criteria-count', { count: criteria_met })]),
    ...(indicators_met === null ? [] : [say('indicators-count', { count: indicators_met })]),
  ].join(', ')
  return [
    ...(why === 'not-yours' && read !== '' ? [say('read-left-counts', { unit: capitalised(name), counts: read })] : []),
    ...(why === 'not-yours' && unmet !== null && unmet.length > 0
      ? [say('read-left-unmet', { codes: unmet.join(', ') })]
      : []),
    say(`read-left-${why}`, { unit: name }),
  ]
}
