/** Reads what a text reports of communes' criteria: pure, for any text, in time that grows with its length only. */
import type { CriteriaSet } from '../criteria/criteria-set.ts'
import { assemble } from './assemble.ts'
import { type CellSpan, linesOf } from './cells.ts'
import { readClaims } from './claims.ts'
import type { Scene } from './scene.ts'
import { placedOf } from './placed.ts'
import { readColumns } from './row-verdicts.ts'
import { listsOfTable } from './table-lists.ts'
import { readUnitColumns } from './unit-columns.ts'
import { readCommuneTables } from './commune-tables.ts'
import { readCriteriaTables } from './criteria-tables.ts'
import { readDays } from './days.ts'
import { readDocument } from './document.ts'
import { ItemNames } from './items.ts'
import type { ListTold } from './list-told.ts'
import { findLists, listIn } from './lists.ts'
import { readMoods } from './moods.ts'
import { clean, pageOf } from './page.ts'
import { readPeriodCells } from './period-columns.ts'
import { readPeriodRows } from './period-rows.ts'
import type { Report } from './report.ts'
import { createChoices } from './choices.ts'
import { candidatesOf, readSets } from './sets.ts'
import type { Sizes } from './counts.ts'
import { readTotals } from './totals.ts'
import { readUnits } from './units.ts'
import { openSentences } from './verdicts.ts'
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
    const byTime = readPeriodRows(page.pieces, lines, days, sizes)
    const tabled = new Set([...sums, ...byTime.totals].map(({ start }) => start))
    const inTable = tableIndex(rows.spans, page.pieces.length)
    const inUnitCell = tableIndex(
      rows.units.map(({ start, end }) => ({ from: start, to: end })),
      page.pieces.length,
    )
    const byStart = (a: { start: number }, b: { start: number }) => a.start - b.start
    const units = [...readUnits(page).filter(({ start }) => !inUnitCell(start)), ...rows.units].sort(byStart)
    const totals = [
      ...readTotals(page, sizes, new Set(units.map(({ end }) => end))).filter(
        ({ start }) => !inTable(start) && !tabled.has(start),
      ),
      ...rows.totals,
      ...sums,
      ...byTime.totals,
    ].sort(byStart)
    const moods = readMoods(page)
    const told = readSets(page)
    const periods = [...readPeriodCells(page.pieces, lines, days), ...byTime.periods].sort((a, b) => a.from - b.from)
    const unitColumns = readUnitColumns(lines, units)
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
      periods,
      unitColumns,
      open: openSentences(page.pieces),
    }
    const claims = readClaims(scene)
    const choices = createChoices(scene, claims, names)
    const prior = (at: number, each: ItemNames) => choices(at, at).find(({ names: own }) => own === each)?.prior ?? 0
    const tables = readCriteriaTables(
      page,
      readColumns(page.pieces, lines, periods, unitColumns),
      columns,
      [...names.values()],
      prior,
    )
    const taken = tableIndex(
      [...tables.map(({ start, end }) => ({ from: start, to: end })), ...rows.headers],
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
      ...tables.flatMap(listsOfTable),
    ].sort(byStart)
    const placed = lists.flatMap((list) => placedOf(scene, list) ?? [])
    return { text, reports: assemble(scene, claims, placed) }
  }
}

function tableIndex(spans: readonly CellSpan[], length: number): (i: number) => boolean {
  if (spans.length === 0) return () => false
  const taken = new Uint8Array(length)
  for (const { from, to } of spans) taken.fill(1, from, to)
  return (i) => taken[i] === 1
}
