/** Which of the verdicts in a row is its own: by the heading that each stands below. */
import { cellWords, lastUpTo, lineAt, type CellSpan, type Line } from './cells.ts'
import { lastDay } from './document.ts'
import type { Piece } from './page.ts'
import { periodAt, type PeriodCell } from './period-columns.ts'
import type { UnitTold } from './unit-names.ts'
import { unitColumnAt, type UnitCell } from './unit-columns.ts'

/** A heading's columns: what is asked for or only noted is no verdict; where there is a judgement, it decides. */
type Kind = 'asked' | 'judged' | undefined

interface Headings extends CellSpan {
  kinds: readonly Kind[]
}

/** The tables' headings, and which cells are of a time or of a commune. */
export interface Columns {
  lines: readonly Line[]
  headings: readonly Headings[]
  periods: readonly PeriodCell[]
  units: readonly UnitCell[]
}

export interface VerdictRead {
  value: 'met' | 'unmet' | 'open'
  at: number
}

const ASKED =
  /\b(?:yeu cau|quy dinh|tieu chuan|chuan ntm|muc|ke hoach|phan dau|muc tieu|dang ky|du kien|ghi chu|nguyen nhan|giai phap)\b/
const JUDGED = /\b(?:danh gia|ket luan|tham dinh|tham tra|xep loai)\b/
const HEADS = /\b(?:tieu chi|chi tieu|noi dung)\b/

export function readColumns(
  pieces: readonly Piece[],
  lines: readonly Line[],
  periods: readonly PeriodCell[],
  units: readonly UnitCell[],
): Columns {
  const headings = lines.flatMap(({ from, to, cells }): Headings[] => {
    if (cells.length < 3 || pieces[from]?.kind === 'number') return []
    const words = cells.map((cell) => cellWords(pieces, cell))
    if (!words.some((cell) => HEADS.test(cell))) return []
    return [
      { from, to, kinds: words.map((cell) => (JUDGED.test(cell) ? 'judged' : ASKED.test(cell) ? 'asked' : undefined)) },
    ]
  })
  return { lines, headings, periods, units }
}

/**
 * A row's own verdict: the judgement, the latest day's, else the last; `current` where its column is one of a time or a result,
 * `byUnit` where there is a column for each commune.
 */
export function ownVerdict(
  { lines, headings, periods, units }: Columns,
  verdicts: readonly VerdictRead[],
): { value?: VerdictRead; current?: boolean; byUnit?: Map<UnitTold, VerdictRead> } {
  const byUnit = new Map<UnitTold, VerdictRead>()
  const own: { verdict: VerdictRead; kind: Kind; day: string; current: boolean }[] = []
  for (const verdict of verdicts) {
    const unit = unitColumnAt(units, verdict.at)
    if (unit) byUnit.set(unit, verdict)
    const period = periodAt(periods, verdict.at)
    const kind = kindAt(lines, headings, verdict.at)
    if (kind !== 'asked' && period?.goal !== true) {
      const day = period?.told?.date
      own.push({ verdict, kind, day: day === undefined ? '' : lastDay(day), current: period !== undefined })
    }
  }
  if (byUnit.size > 0) return { byUnit }
  const judged = own.filter(({ kind }) => kind === 'judged')
  const days = own.map(({ day }) => day).toSorted()
  const latest = own.filter(({ day }) => day === days.at(-1))
  const chosen = judged.at(-1) ?? latest.at(-1)
  return { value: chosen?.verdict, current: chosen?.current }
}

function kindAt(lines: readonly Line[], headings: readonly Headings[], at: number): Kind {
  const heading = headings[lastUpTo(headings, at)]
  const cells = lineAt(lines, at)?.cells
  if (!heading || !cells || cells.length < 3) return undefined
  return heading.kinds[lastUpTo(cells, at)]
}
