import { pathText, type CatalogFile, type FileProblem, type Report } from './catalog-file.ts'
import { checkAliases } from './check-aliases.ts'
import type { CriteriaSet, Indicator, Threshold } from './criteria-set.ts'

type Path = readonly PropertyKey[]

/** The unit of an indicator that is met or not, with nothing to measure. */
const VERDICT = 'Đạt/Không đạt'

/**
 * What is wrong with a set beyond the shape of its file: counts, threshold keys, kinds and thresholds that do not fit,
 * words that would mean two things. `set` is the file's set with what it extends merged in; only what the file itself
 * holds is blamed, by its path there.
 */
export function checkSet(file: CatalogFile, set: CriteriaSet): FileProblem[] {
  const problems: FileProblem[] = []
  const report = (path: Path, reason: string) => problems.push({ path: pathText(path), reason })
  if (set.in_force_from > set.in_force_to) report(['in_force_to'], 'lies before in_force_from')
  checkCounts(set, report)
  const merged = new Map(set.criteria.flatMap(({ indicators }) => indicators.map((each) => [each.code, each])))
  for (const [c, { indicators }] of file.criteria.entries())
    for (const [i, { code }] of indicators.entries()) {
      const indicator = merged.get(code)
      if (indicator) checkIndicator(indicator, set, ['criteria', c, 'indicators', i], report)
    }
  checkAliases(file, set, report)
  return problems
}

function checkCounts({ complete, criteria, official_counts: official }: CriteriaSet, report: Report): void {
  const listed = {
    criteria: criteria.length,
    indicators: criteria.reduce((sum, each) => sum + each.indicators.length, 0),
  }
  for (const kind of ['criteria', 'indicators'] as const) {
    const path = ['official_counts', kind]
    if (complete && listed[kind] !== official[kind])
      report(path, `is ${official[kind]}, but the list, which is called complete, has ${listed[kind]}`)
    else if (listed[kind] > official[kind]) report(path, `is ${official[kind]}, but the list has ${listed[kind]}`)
  }
  const empty = complete ? criteria.filter(({ indicators }) => indicators.length === 0) : []
  for (const { no } of empty) report(['complete'], `is true, but criterion ${no} has no indicators`)
  for (const { no, indicators } of criteria)
    if (indicators.length > 1 && indicators.some(({ code }) => !code.includes('.')))
      report(['criteria'], `criterion ${no} has several indicators, so ${no} cannot be the code of one of them`)
}

function checkIndicator(indicator: Indicator, set: CriteriaSet, path: Path, report: Report): void {
  const { kind, op, unit, thresholds, threshold_status: status } = indicator
  const verdict = unit === VERDICT
  if (kind === 'boolean' && !verdict) report([...path, 'unit'], `has to be "${VERDICT}" where kind is boolean`)
  if (kind === 'quantity' && verdict) report([...path, 'unit'], `cannot be "${VERDICT}" where kind is quantity`)
  if (verdict && op !== '=') report([...path, 'op'], `has to be "=" where the unit is "${VERDICT}"`)
  const keys = Object.keys(thresholds)
  if (status === 'unknown' && keys.length > 0)
    report([...path, 'thresholds'], 'has to be empty where threshold_status is unknown')
  if (status !== 'unknown' && keys.length === 0)
    report([...path, 'threshold_status'], `cannot be ${status} where no threshold is given; say unknown`)
  for (const [key, threshold] of Object.entries(thresholds)) {
    const at = [...path, 'thresholds', key]
    if (!Object.hasOwn(set.threshold_keys, key))
      report(at, `is none of the set's threshold_keys: ${Object.keys(set.threshold_keys).join(', ')}`)
    for (const [value, where] of valuesOf(threshold, at)) {
      if (typeof value !== 'number') continue
      if (kind !== 'quantity') report(where, `is a number, so kind has to be quantity, not ${kind}`)
      else if (unit === '%' && (value < 0 || value > 100))
        report(where, `is ${value}, but a share lies between 0 and 100`)
    }
  }
}

function valuesOf(threshold: Threshold, path: Path): [number | string, Path][] {
  if (typeof threshold !== 'object') return [[threshold, path]]
  return Object.entries(threshold).map(([year, value]) => [value, [...path, year]])
}
