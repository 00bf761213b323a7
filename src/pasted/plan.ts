/** What a report that was read would change: matched to the communes that are known, compared with what is recorded. */
import type { Turn } from '../command/command.ts'
import type { CriteriaSet } from '../criteria/criteria-set.ts'
import { may } from '../people/permissions.ts'
import { lastDay } from '../reading/document.ts'
import type { Report } from '../reading/report.ts'
import { ownCommunes } from '../replies/own-communes.ts'
import { currentStatuses, standingsOf, type CurrentStatus, type Standing } from '../store/figures.ts'
import { findUnits, type Unit } from '../store/units.ts'

type Needed = Pick<Turn, 'db' | 'catalogs' | 'speaker' | 'language' | 'today'>

/** What the officer added where the text says nothing, or not enough. */
export interface Answers {
  unit?: string
  asOf?: string
  set?: string
}

/** A report that can be recorded. */
export interface Planned {
  report: Report
  unit: Unit
  set: CriteriaSet
  asOf: string
  /** The unmet indicators: those that stand so already of that day or a newer one are told apart. */
  unmet: { code: string; current: CurrentStatus | undefined }[]
  /** Criteria that are named without their indicators, though they have several: nobody knows which. */
  unnamed: number[]
  /** Indicators that are recorded as unmet and that this text does not name. */
  unmentioned: string[]
  standing: Standing | undefined
}

/** The unmet indicators that are to be recorded: what stands just so, of the same day, keeps its source and its figure. */
export function freshUnmet({ unmet, asOf }: Planned): Planned['unmet'] {
  return unmet.filter(({ current }) => current?.state !== 'unmet' || current.as_of !== asOf)
}

/** Whether a report says anything that does not stand already. */
export function isNews(plan: Planned): boolean {
  return hasFreshTotals(plan) || freshUnmet(plan).length > 0
}

/** Whether the report gives totals that are not there already, of the same day. */
export function hasFreshTotals({ report: { criteria_met, indicators_met }, standing, asOf }: Planned): boolean {
  if (criteria_met === null && indicators_met === null) return false
  return (
    standing?.reported_as_of !== asOf ||
    standing.reported_criteria_met !== criteria_met ||
    standing.reported_indicators_met !== indicators_met
  )
}

/** A report that cannot be recorded, and why. */
export interface Left {
  report: Report
  why: 'unknown-unit' | 'not-yours' | 'ambiguous' | 'no-set' | 'no-date' | 'to-come' | 'nothing'
  unit?: Unit
}

export interface Plan {
  planned: Planned[]
  left: Left[]
}

/** Which communes a report may be about: by its name, or the speaker's own where it names none. */
export async function unitsFor(turn: Needed, report: Report): Promise<Unit[]> {
  const { db, speaker, language, today } = turn
  if (report.unit === null) return ownCommunes(turn, 'set-status')
  const { mentions } = language.understand(report.unit, today)
  const named = (
    await findUnits(
      db,
      mentions.units.flatMap(({ ids, exact }) => (exact ? ids : [])),
    )
  ).filter(({ level }) => level === 'xa')
  const own = named.filter((unit) => may(speaker, 'set-status', unit))
  return own.length > 0 ? own : named
}

export async function planOf(turn: Needed, reports: readonly Report[], answers: Answers): Promise<Plan> {
  const planned: Planned[] = []
  const left: Left[] = []
  for (const report of reports) {
    const one = await planOne(turn, report, answers)
    if ('why' in one) left.push(one)
    else planned.push(one)
  }
  return { planned, left }
}

async function planOne(turn: Needed, report: Report, answers: Answers): Promise<Planned | Left> {
  const { db, catalogs, speaker, today } = turn
  const units = await unitsFor(turn, report)
  const chosen = units.find(({ id }) => id === answers.unit)
  const unit = chosen ?? (units.length === 1 ? units[0] : undefined)
  if (!unit) return { report, why: units.length === 0 ? 'unknown-unit' : 'ambiguous' }
  if (!may(speaker, 'set-status', unit)) return { report, why: 'not-yours', unit }
  const set = catalogs.get(report.set ?? answers.set ?? '')
  if (!set) return { report, why: 'no-set', unit }
  const date = report.date ?? answers.asOf
  if (date === undefined) return { report, why: 'no-date', unit }
  const asOf = lastDay(date)
  // A month that is not over yet is reported on up to today.
  if ((date.length === 7 ? `${date}-01` : date) > today) return { report, why: 'to-come', unit }
  const current = await currentStatuses(db, unit.id, set.id)
  const codes = report.unmet ?? []
  const known = codes.filter((code) => catalogs.indicator(set.id, code))
  const unnamed = codes.filter((code) => !known.includes(code)).map(Number)
  if (known.length === 0 && report.criteria_met === null && report.indicators_met === null)
    return { report, why: 'nothing', unit }
  const named = new Set(report.unmet_criteria)
  const listed = report.unmet !== null && !unnamed.some((no) => named.has(no) && codes.length === 0)
  return {
    report,
    unit,
    set,
    asOf: asOf > today ? today : asOf,
    unmet: known.map((code) => ({ code, current: current.find(({ indicator }) => indicator === code) })),
    unnamed,
    unmentioned: listed
      ? current
          .filter(
            ({ state, indicator, as_of }) =>
              state === 'unmet' &&
              as_of <= asOf &&
              !codes.includes(indicator) &&
              !unnamed.includes(Number(indicator.split('.')[0])),
          )
          .map(({ indicator }) => indicator)
          .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
      : [],
    standing: (await standingsOf(db, unit.id)).find(({ set_id }) => set_id === set.id),
  }
}
