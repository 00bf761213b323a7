/** One report for each commune and set, of what the text says of its latest day. */
import { checkReport } from './check.ts'
import type { Claim } from './claims.ts'
import { gather, type Gathered } from './gather.ts'
import type { Scene } from './scene.ts'
import type { Placed } from './placed.ts'
import { dayOf } from './when.ts'
import type { Item } from './items.ts'
import { written, type Page } from './page.ts'
import type { Quote, Report } from './report.ts'
import type { Total } from './totals.ts'

export function assemble(scene: Scene, claims: readonly Claim[], lists: readonly Placed[]): Report[] {
  return gather(scene, claims, lists)
    .map((each) => reportOf(scene, each))
    .filter(
      ({ criteria_met, indicators_met, unmet, met_criteria, disagreements }) =>
        disagreements.length > 0 || [criteria_met, indicators_met, unmet, met_criteria].some((said) => said !== null),
    )
}

/** The totals and lists of the latest day that is told. */
function latest(each: Gathered): { claims: Claim[]; lists: Placed[] } {
  // What is left of them, said without a day, dates no total.
  const met = each.claims.filter(({ criteria, indicators }) => criteria !== undefined || indicators !== undefined)
  const days = (met.length > 0 ? met : each.claims).map(({ when }) => dayOf(when))
  const last = days.toSorted().at(-1) ?? ''
  const claims = each.claims.filter(
    (claim) => dayOf(claim.when) === last || (claim.when.latest && !met.includes(claim)),
  )
  const lists = each.lists.filter(({ when }) => {
    if (when === undefined || when.latest || claims.length === 0) return true
    const day = dayOf(when)
    return day >= last || last === '9999'
      ? !each.claims.some((claim) => dayOf(claim.when) === day && day < last)
      : false
  })
  return { claims, lists }
}

function reportOf(scene: Scene, each: Gathered): Report {
  const { page } = scene
  const { claims, lists } = latest(each)
  const candidate = each.candidate
  const pick = (key: 'criteria' | 'indicators') => claims.flatMap((claim) => claim[key] ?? [])
  const criteria = outOfWhole(pick('criteria'))
  const indicators = outOfWhole(pick('indicators'))
  const names = each.names ?? lists[0]?.list.names
  // Two totals and two lists are of two things that nobody told apart.
  const mixed = figureOf(criteria, candidate?.criteria) === null && criteria.length > 1
  const unmetLists = lists.filter(({ list }) => !list.met).filter((_, __, all) => !mixed || all.length === 1)
  const metLists = lists.filter(({ list }) => list.met)
  const listed = unmetLists.length > 0 ? unmetOf(unmetLists.flatMap(({ list }) => list.items)) : null
  const met = metOf(metLists.flatMap(({ list }) => list.items))
  const dated = claims.find((claim) => claim.criteria ?? claim.indicators) ?? claims[0]
  const when = dated?.when ?? lists[0]?.when ?? lists[0]?.fallback
  const report: Report = {
    unit: each.unit?.name ?? null,
    date: when?.date ?? null,
    set: candidate?.id ?? null,
    criteria_met: figureOf(criteria, candidate?.criteria),
    indicators_met: figureOf(indicators, candidate?.indicators),
    unmet: listed?.codes ?? null,
    unmet_criteria: listed?.criteria ?? null,
    met_criteria: met,
    disagreements: [],
    from: {
      ...quoted(page, 'unit', each.unitTold),
      ...quoted(page, 'date', when?.told),
      ...quoted(page, 'set', each.setTold),
      ...quoted(page, 'criteria_met', criteria[0]),
      ...quoted(page, 'indicators_met', indicators[0]),
      ...quoted(page, 'unmet', spanOf(unmetLists)),
      ...quoted(page, 'met_criteria', met === null ? undefined : spanOf(metLists)),
    },
  }
  const nearly = claims.some((claim) => isBesideOpen(scene, claim))
  const told = {
    candidate,
    names,
    criteria,
    indicators,
    unmetCriteria: nearly ? [] : claims.flatMap((claim) => claim.unmetCriteria ?? []),
    unmetIndicators: claims.flatMap((claim) => claim.unmetIndicators ?? []),
    partialUnmet: nearly || unmetLists.some(({ list }) => list.partial),
    partialMet: metLists.some(({ list }) => list.partial),
    metItems: metLists.flatMap(({ list }) => list.items),
  }
  report.disagreements = checkReport(report, told)
  // A list that was not read to its end, and does not come to the text's own number or has none, was not understood.
  const unchecked = report.criteria_met === null && told.unmetCriteria.length === 0 && !told.partialUnmet
  const short = unchecked || report.disagreements.some(({ kind }) => kind === 'criteria' || kind === 'unmet_criteria')
  if (!short || !unmetLists.some(({ list }) => list.broken)) return report
  const { unmet: _, ...from } = report.from
  const without: Report = { ...report, unmet: null, unmet_criteria: null, from }
  return { ...without, disagreements: checkReport(without, told) }
}

/** "Đã hoàn thành 1 tiêu chí, đạt 17/19 tiêu chí": the one out of the whole is the total. */
function outOfWhole(totals: readonly Total[]): readonly Total[] {
  const outOf = totals.filter(({ of }) => of !== undefined)
  return outOf.length > 0 ? outOf : totals
}

/** Null where the text gives none, and where it gives several: nobody can tell which is meant. */
function figureOf(totals: readonly Total[], whole: number | undefined): number | null {
  const values = new Set(totals.map(({ value }) => value ?? whole))
  const [only] = values
  return values.size === 1 ? (only ?? null) : null
}

/** Whether something is told as nearly met beside a figure: then the rest is not all that is unmet. */
function isBesideOpen({ page: { pieces }, open }: Scene, { start }: Claim): boolean {
  const sentence = pieces[start]?.sentence ?? 0
  return open.has(sentence) || open.has(sentence + 1)
}

function spanOf(lists: readonly Placed[]): { start: number; end: number } | undefined {
  const first = lists[0]?.list
  return first && { start: first.start, end: first.end }
}

function quoted(
  page: Page,
  name: keyof Report['from'],
  span: { start: number; end: number } | undefined,
): Report['from'] {
  const [first, last] = [page.pieces[span?.start ?? -1], page.pieces[(span?.end ?? 0) - 1]]
  if (!span || !first || !last) return {}
  const quote: Quote = { start: first.start, end: last.end, words: written(page, span.start, span.end) }
  return { [name]: quote }
}

/** The codes, a criterion's number where none of its indicators is named; both in the set's order. */
function unmetOf(items: readonly Item[]): { codes: string[]; criteria: number[] } {
  const criteria = [...new Set(items.map(({ no }) => no))].sort((a, b) => a - b)
  const codes = criteria.flatMap((no) => {
    const own = [...new Set(items.flatMap((item) => (item.no === no && item.code !== undefined ? [item.code] : [])))]
    const inOrder = own.sort((a, b) => Number(a.split('.')[1] ?? 0) - Number(b.split('.')[1] ?? 0))
    return inOrder.length > 0 ? inOrder : [String(no)]
  })
  return { codes, criteria }
}

function metOf(items: readonly Item[]): number[] | null {
  // "Tiêu chí 13: các chỉ tiêu 13.1, 13.3 đạt" says of its indicators only that they are met.
  const parts = new Set(items.flatMap(({ no, code }) => (code === undefined ? [] : [no])))
  const criteria = new Set(items.flatMap(({ no, code }) => (code === undefined && !parts.has(no) ? [no] : [])))
  return criteria.size > 0 ? [...criteria].sort((a, b) => a - b) : null
}
