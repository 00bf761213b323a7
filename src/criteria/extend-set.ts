import {
  compareCodes,
  pathText,
  problemsOf,
  wholeIndicator,
  type ExtendingFile,
  type FileProblem,
  type WholeIndicator,
} from './catalog-file.ts'
import type { Criterion, CriteriaSet } from './criteria-set.ts'

type ChangedCriterion = ExtendingFile['criteria'][number]
type ChangedIndicator = ChangedCriterion['indicators'][number]

/**
 * The whole set that an extending file means: the base with the file's changes.
 *
 * What the file gives replaces the base's; thresholds are replaced as a whole and with them their status and note, for
 * what is known of the base's thresholds says nothing about the new ones. Aliases of criteria and indicators, threshold
 * keys, notes and sources are added to the base's; the words for the set itself are the file's alone. Unless the file gives official counts, those of the base grow by what is added to a complete list.
 */
export function extendSet(base: CriteriaSet, file: ExtendingFile): { set: CriteriaSet; problems: FileProblem[] } {
  const problems: FileProblem[] = []
  const criteria = new Map(base.criteria.map((criterion) => [criterion.no, criterion]))
  for (const [i, change] of file.criteria.entries()) {
    const path = ['criteria', i]
    const known = criteria.get(change.no)
    if (known === undefined && change.name === undefined)
      problems.push({ path: pathText(path), reason: `criterion ${change.no} is new in the set and needs a name` })
    criteria.set(change.no, changeCriterion(known, change, path, problems))
  }
  const merged = [...criteria.values()].sort((a, b) => a.no - b.no)
  const set = {
    ...base,
    ...file,
    criteria: merged,
    official_counts: file.official_counts ?? grownCounts(base, merged),
    threshold_keys: { ...base.threshold_keys, ...file.threshold_keys },
    notes: union(file.notes, base.notes),
    sources: union(file.sources, base.sources),
  }
  return { set, problems }
}

function changeCriterion(
  known: Criterion | undefined,
  { no, name, aliases, indicators: changes }: ChangedCriterion,
  path: readonly PropertyKey[],
  problems: FileProblem[],
): Criterion {
  const indicators = new Map(known?.indicators.map((indicator) => [indicator.code, indicator]))
  for (const [i, change] of changes.entries()) {
    const before = indicators.get(change.code)
    const whole = wholeIndicator.safeParse(before ? changeIndicator(before, change) : change)
    if (whole.success) indicators.set(change.code, whole.data)
    else problems.push(...problemsOf(whole.error, [...path, 'indicators', i]))
  }
  return {
    no,
    name: name ?? known?.name ?? '',
    aliases: union(known?.aliases, aliases),
    indicators: [...indicators.values()].sort((a, b) => compareCodes(a.code, b.code)),
  }
}

function changeIndicator(before: WholeIndicator, change: ChangedIndicator): WholeIndicator {
  const kept = change.thresholds ? { ...before, note: undefined } : before
  const changed = { ...kept, ...change, aliases: union(before.aliases, change.aliases) }
  return change.sources ? { ...changed, sources: union(change.sources, before.sources) } : changed
}

function grownCounts(base: CriteriaSet, merged: readonly Criterion[]): CriteriaSet['official_counts'] {
  if (!base.complete) return base.official_counts
  return { criteria: merged.length, indicators: merged.reduce((sum, { indicators }) => sum + indicators.length, 0) }
}

function union(first: readonly string[] = [], second: readonly string[] = []): string[] {
  return [...new Set([...first, ...second])]
}
