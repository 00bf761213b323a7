/** Reads what a text reports of communes' criteria: pure, for any text, in time that grows with its length only. */
import type { CriteriaSet } from '../criteria/criteria-set.ts'
import { assemble, type Placed } from './assemble.ts'
import { linesOf } from './cells.ts'
import { readClaims } from './claims.ts'
import type { Scene } from './scene.ts'
import { dateFor } from './when.ts'
import { setFor } from './which-set.ts'
import { unitsFor } from './whose.ts'
import { readCommuneTables } from './commune-tables.ts'
import { readCriteriaTables, type CriteriaTable } from './criteria-tables.ts'
import { readDays } from './days.ts'
import { readDocument } from './document.ts'
import { ItemNames } from './items.ts'
import type { ListTold } from './list-told.ts'
import { findLists, listIn } from './lists.ts'
import { readMoods } from './moods.ts'
import { clean, pageOf } from './page.ts'
import { readPeriodCells } from './period-columns.ts'
import type { Report } from './report.ts'
import { createChoices } from './choices.ts'
import { candidatesOf, readSets } from './sets.ts'
import type { Sizes } from './counts.ts'
import { readTotals } from './totals.ts'
import { readUnits } from './units.ts'
import { readSums, verdictColumns } from './verdict-columns.ts'

export interface Reading {
  /** The text that the quotes' places refer to. */
  text: string
  reports: Report[]
}

export type Reader = (text: string) => Reading

/** @param sets the criteria sets that reports can be about. */
export function createReader(sets: readonly CriteriaSet[]): Reader {
  const candidates = candidatesOf(sets)
  const names = new Map(candidates.map(({ id, set }) => [id, new ItemNames(set)]))
  const sizes: Sizes = {
    criteria: new Set(candidates.map(({ criteria }) => criteria)),
    indicators: new Set(candidates.map(({ indicators }) => indicators)),
  }
  return (written) => {
    const text = clean(written)
    const page = pageOf(text)
    const days = readDays(page)
    const lines = linesOf(page.pieces)
    const rows = readCommuneTables(page, lines, sizes)
    const columns = verdictColumns(page.pieces, lines)
    const sums = readSums(page.pieces, lines, columns, sizes)
    const summed = new Set(sums.map(({ start }) => start))
    const inTable = (at: number) => rows.spans.some(({ from, to }) => at >= from && at < to)
    const byStart = (a: { start: number }, b: { start: number }) => a.start - b.start
    const units = [
      ...readUnits(page).filter(({ start }) => !rows.units.some((row) => start >= row.start && start < row.end)),
      ...rows.units,
    ].sort(byStart)
    const totals = [
      ...readTotals(page, sizes, new Set(units.map(({ end }) => end))).filter(
        ({ start }) => !inTable(start) && !summed.has(start),
      ),
      ...rows.totals,
      ...sums,
    ].sort(byStart)
    const moods = readMoods(page)
    const told = readSets(page)
    const scene: Scene = {
      page,
      days,
      sets: told,
      units,
      totals,
      moods,
      document: readDocument(page, days, units, moods),
      candidates,
      sizes,
      periods: readPeriodCells(page.pieces, lines, days),
    }
    const claims = readClaims(scene)
    const choices = createChoices(scene, claims, names)
    const prior = (at: number, each: ItemNames) => choices(at, at).find(({ names: own }) => own === each)?.prior ?? 0
    const tables = readCriteriaTables(page, lines, columns, [...names.values()], prior)
    const taken = tableIndex(
      [...tables, ...rows.headers.map(({ from, to }) => ({ start: from, end: to }))],
      page.pieces.length,
    )
    const known = {
      page,
      totals: new Map(
        totals
          .filter(({ of, counted }) => of === undefined || sizes[counted].has(of))
          .map((total) => [total.start, total] as const),
      ),
      taken,
    }
    const lists: ListTold[] = [
      ...findLists(known, choices),
      ...rows.lists.flatMap((cell) => listIn(known, choices, cell) ?? []),
    ]
    for (const table of tables) {
      for (const met of [true, false]) {
        const verdicts = table.rows.filter((row) => row.met === met)
        const items = verdicts.flatMap(({ item, details }) => [item, ...details])
        if (items.length > 0)
          lists.push({
            met,
            items,
            names: table.names,
            sure: true,
            partial: isExcerpt(table),
            attributive: true,
            start: table.start,
            end: table.end,
          })
      }
    }
    lists.sort(byStart)
    const placed: Placed[] = lists.flatMap((list): Placed[] => {
      const mood = scene.moods[list.start]
      const stands = mood === 'present' || (mood === 'goal' && !list.met && list.attributive)
      const about = unitsFor(scene, list.start, list.end)
      if (!stands || about === 'none') return []
      const when = dateFor(scene, list.start, list.start)
      if (when === undefined) return []
      const own =
        when.told !== undefined &&
        !when.told.now &&
        page.pieces[when.told.start]?.sentence === page.pieces[list.start]?.sentence
      return [
        {
          list,
          unit: about?.units ?? null,
          unitTold: about?.told,
          when: own ? when : undefined,
          fallback: when,
          told: setFor(scene, list.start, list.items[0]?.start ?? list.end),
        },
      ]
    })
    return { text, reports: assemble(scene, claims, placed) }
  }
}

/** A table with rows for some of the criteria only contradicts no total. */
function isExcerpt({ rows, names }: CriteriaTable): boolean {
  return new Set(rows.map(({ item }) => item.no)).size < names.set.criteria.length
}

function tableIndex(tables: readonly { start: number; end: number }[], length: number): (i: number) => boolean {
  if (tables.length === 0) return () => false
  const taken = new Uint8Array(length)
  for (const { start, end } of tables) taken.fill(1, start, end)
  return (i) => taken[i] === 1
}
