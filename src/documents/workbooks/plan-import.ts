import { createHash } from 'node:crypto'
import type { Turn } from '../../command/command.ts'
import type { CriteriaSet, Indicator } from '../../criteria/criteria-set.ts'
import { may } from '../../people/permissions.ts'
import { currentStatuses, statusesById } from '../../store/figures.ts'
import { findUnits, type Unit } from '../../store/units.ts'
import { day } from '../../wording/figures.ts'
import { codeLike } from '../../world/known-sets.ts'
import { knownWord } from '../known-words.ts'
import { judgeRow, type KnownStatus, type RowProblem, type SaidStatus } from './judge-row.ts'
import type { FileRow } from './read-unit-workbook.ts'

type Needed = Pick<Turn, 'db' | 'say' | 'catalogs' | 'speaker' | 'today'>

/** A status that a file would add. */
export interface Change {
  at: Pick<FileRow, 'sheet' | 'row'>
  unit: Unit
  set: CriteriaSet
  indicator: Indicator
  said: SaidStatus
  current: KnownStatus | undefined
}

export type PlanProblem =
  | RowProblem
  | { why: 'unit-unknown' | 'set-unknown' | 'code-unknown' | 'not-allowed' | 'communes-only' | 'moved' }
  | { why: 'repeated'; first: number }

/** A row that cannot be taken, and why. */
export interface BadRow {
  at: Pick<FileRow, 'sheet' | 'row'>
  code: string
  problem: PlanProblem
  /** The status that stands, for a row that was overtaken. */
  current?: KnownStatus & { indicator: Indicator }
}

/** What a file would change, and which of its rows it cannot. */
export interface Plan {
  changes: Change[]
  bad: BadRow[]
  /** Tells two plans apart: what was shown is what is done. */
  mark: string
}

/** Holds the rows of a file against what stands and what the speaker may change. */
export async function planImport(turn: Needed, rows: readonly FileRow[]): Promise<Plan> {
  const known = await readKnown(turn, rows)
  const changes: Change[] = []
  const bad: BadRow[] = []
  const firstOf = new Map<string, number>()
  for (const row of rows) {
    const at = { sheet: row.sheet, row: row.row }
    const planned = planRow(turn, row, known)
    if ('problem' in planned) bad.push({ at, code: row.code, ...planned })
    else if ('change' in planned) {
      const { unit, set, indicator } = planned.change
      const key = `${unit.id}/${set.id}/${indicator.code}`
      const first = firstOf.get(key)
      if (first !== undefined) bad.push({ at, code: row.code, problem: { why: 'repeated', first } })
      else changes.push({ at, ...planned.change })
      firstOf.set(key, first ?? row.row)
    }
  }
  return { changes, bad, mark: markOf(changes) }
}

interface Known {
  units: ReadonlyMap<string, Unit>
  /** By `unit/set/indicator`. */
  current: ReadonlyMap<string, KnownStatus>
  seen: ReadonlyMap<number, KnownStatus & { key: string }>
}

async function readKnown({ db }: Needed, rows: readonly FileRow[]): Promise<Known> {
  const ids = [...new Set(rows.map(({ unitId }) => unitId))].filter((id) => id !== '')
  const units = new Map((await findUnits(db, ids)).map((unit) => [unit.id, unit]))
  const pairs = new Map(rows.map(({ unitId, setId }) => [`${unitId}/${setId}`, { unitId, setId }]))
  const current = new Map<string, KnownStatus>()
  for (const { unitId, setId } of [...pairs.values()].filter((pair) => units.has(pair.unitId)))
    for (const status of await currentStatuses(db, unitId, setId))
      current.set(`${unitId}/${setId}/${status.indicator}`, { ...status, id: status.status_id })
  const seen = new Map<number, KnownStatus & { key: string }>()
  for (const status of await statusesById(
    db,
    rows.flatMap((row) => row.seen ?? []),
  ))
    seen.set(status.id, { ...status, key: `${status.unit_id}/${status.set_id}/${status.indicator}` })
  return { units, current, seen }
}

type Planned = Pick<BadRow, 'problem' | 'current'> | { change: Omit<Change, 'at'> } | { same: true }

function planRow(turn: Needed, row: FileRow, { units, current, seen }: Known): Planned {
  const { say, catalogs, speaker, today } = turn
  const unit = units.get(row.unitId)
  if (!unit) return { problem: { why: 'unit-unknown' } }
  const set = catalogs.get(row.setId)
  if (!set) return { problem: { why: 'set-unknown' } }
  const indicator = indicatorOf(turn, set, row)
  if (!indicator) return { problem: { why: 'code-unknown' } }
  const key = `${unit.id}/${set.id}/${indicator.code}`
  const standing = current.get(key)
  const base = row.seen === undefined ? standing : row.seen === null ? undefined : seen.get(row.seen)
  // The hidden cells of another row: what it was made from cannot be told.
  if (row.seen && (!base || ('key' in base && base.key !== key))) return { problem: { why: 'moved' } }
  const judged = judgeRow(row, {
    indicator,
    place: { region: unit.region ?? undefined, commune_group: unit.commune_group ?? undefined },
    today,
    fileAsSource: say('import-file-source', { day: day(today) }),
    base,
    current: standing,
    silentWords: [knownWord(say, 'presumed'), knownWord(say, 'unknown')],
  })
  if (judged.kind === 'same') return { same: true }
  if (unit.level !== 'xa') return { problem: { why: 'communes-only' } }
  if (!may(speaker, 'set-status', unit)) return { problem: { why: 'not-allowed' } }
  if (judged.kind === 'problem')
    return { problem: judged.problem, ...(standing && { current: { ...standing, indicator } }) }
  return { change: { unit, set, indicator, said: judged.said, current: standing } }
}

function indicatorOf({ catalogs }: Needed, set: CriteriaSet, { code, codeIsNumber }: FileRow): Indicator | undefined {
  const codes = new Map(set.criteria.flatMap(({ indicators }) => indicators).map((each) => [each.code, each.code]))
  if (codeIsNumber && codeLike(code, codes) !== undefined) return undefined
  return catalogs.indicator(set.id, code)
}

function markOf(changes: readonly Change[]): string {
  const plain = changes.map(({ unit, set, indicator, said, current }) => [
    [unit.id, set.id, indicator.code, current?.id ?? null],
    [said.state, said.value, said.asOf, said.source],
  ])
  return createHash('sha256').update(JSON.stringify(plain)).digest('hex').slice(0, 32)
}
