import type { Turn } from '../../command/command.ts'
import { criterionState } from '../../criteria/count.ts'
import type { Criterion, IndicatorState } from '../../criteria/criteria-set.ts'
import { countsOf } from '../../replies/counts.ts'
import { leadingFigures, standingLines } from '../../replies/standing.ts'
import { daysShort, sourceWords } from '../../replies/source-line.ts'
import { fullName } from '../../replies/unit-notes.ts'
import { codesIn, totalsOnly, type UnitSet } from '../../replies/unit-set.ts'
import type { Unit } from '../../store/units.ts'
import { readEmphasis } from '../../wording/emphasis.ts'
import { day, quantity } from '../../wording/figures.ts'
import { bareName, unitName } from '../../wording/names.ts'
import type { Say } from '../../wording/say.ts'
import { indicatorRows, type IndicatorRow } from '../indicator-rows.ts'
import { knownWord, measureOf } from '../known-words.ts'
import type { LetterData } from './letter-fields.ts'
import { Sources } from './sources.ts'

type Needed = Pick<Turn, 'db' | 'say' | 'today'>

/** What a letter on a unit says of a set; what the program cannot know is not in it, and stays a blank of the template. */
export async function unitLetter(turn: Needed, unit: Unit, unitSet: UnitSet): Promise<LetterData> {
  const { say } = turn
  const { set, standing } = unitSet
  const leading = leadingFigures(standing)
  const sources = new Sources()
  const rows = await indicatorRows(turn, unit, set, unitSet, false)
  const written = rows.map((row) => ({ row, fields: indicatorFields(say, row, sources) }))
  const byCriterion = Map.groupBy(written, ({ row }) => row.criterion)
  const presumed = rows.some(({ known }) => known === 'presumed')
  return {
    ...(await commonFields(turn, unit, set)),
    luu_y: [...notes(say, unitSet), ...(presumed ? [say('letter-presumed')] : [])].join(' '),
    ket_qua_chung: leading ? countsOf(say, set, leading) : '',
    tinh_den: leading ? daysShort(leading.told) : '',
    nguon: leading ? sourceWords(say, leading.told) : '',
    tieu_chi: [...byCriterion].map(([criterion, ofCriterion]) => ({
      ...criterionFields(say, criterion, unitSet),
      chi_tieu: ofCriterion.map(({ fields }) => fields),
    })),
    chi_tieu_chua_dat: written.filter(({ row }) => row.known === 'unmet').map(({ fields }) => fields),
    ghi_chu_chua_dat: say(totalsOnly(unitSet) ? 'standing-totals-only' : 'letter-none-unmet'),
    danh_sach_nguon: sources.list(),
  }
}

/** What stands in every letter: the office, the place, the year, the set. */
export async function commonFields(turn: Needed, unit: Unit, { name, decision }: UnitSet['set']): Promise<LetterData> {
  const named = unitName(turn.say, unit)
  return {
    don_vi: named,
    don_vi_in_hoa: named.toLocaleUpperCase('vi'),
    don_vi_day_du: [named, ...(await fullName(turn, unit)).split(', ').slice(1)].join(', '),
    dia_danh: bareName(unit),
    nam: turn.today.slice(0, 4),
    ngay_lap: day(turn.today),
    bo_tieu_chi: name,
    quyet_dinh: decision,
  }
}

/** Where list and report disagree, and what is still open. */
export function notes(say: Say, { set, standing }: Pick<UnitSet, 'set' | 'standing'>): string[] {
  return standingLines(say, set, standing)
    .slice(2)
    .map((line) => readEmphasis(line).text)
}

function criterionFields(say: Say, criterion: Criterion, unitSet: UnitSet): LetterData {
  const states = new Map<string, IndicatorState>([...unitSet.statuses].map(([code, { state }]) => [code, state]))
  const state = totalsOnly(unitSet) ? 'unknown' : criterionState(criterion, states, unitSet.standing.presumed === 1)
  const met = codesIn(unitSet, criterion, 'met').length
  const unassessed = codesIn(unitSet, criterion, 'unassessed').length
  return {
    so: String(criterion.no),
    ten: criterion.name,
    ket_qua: knownWord(say, state),
    // Where something is not assessed, "0 met" would be a verdict.
    so_dat: state === 'unknown' || (met === 0 && unassessed > 0) ? '–' : String(met),
    so_chi_tieu: String(criterion.indicators.length),
    chua_dat: codesIn(unitSet, criterion, 'unmet').join(', '),
  }
}

function indicatorFields(say: Say, row: IndicatorRow, sources: Sources): LetterData {
  const { indicator, threshold, known, value, asOf, source } = row
  return {
    ma: indicator.code,
    ten: indicator.name,
    don_vi_tinh: measureOf(indicator),
    muc_yeu_cau: threshold,
    ket_qua: knownWord(say, known),
    so_lieu: value === null ? '' : quantity(value, indicator.unit),
    tinh_den: asOf === null ? '' : day(asOf),
    nguon_so: sources.numberOf(source),
  }
}
