import type { Turn } from '../../command/command.ts'
import type { CriteriaSet } from '../../criteria/criteria-set.ts'
import type { Unit } from '../../store/units.ts'
import { daysShort, sourceWords } from '../../replies/source-line.ts'
import { communeRows } from '../commune-rows.ts'
import type { LetterData } from './letter-fields.ts'
import { Sources } from './sources.ts'
import { commonFields } from './unit-letter.ts'

/** What the table of the communes of a district or a province says of a set. */
export async function communesLetter(
  turn: Pick<Turn, 'db' | 'say' | 'today'>,
  region: Unit,
  set: CriteriaSet,
): Promise<LetterData> {
  const sources = new Sources()
  const rows = await communeRows(turn, region, set)
  const { criteria, indicators } = set.official_counts
  return {
    ...(await commonFields(turn, region, set)),
    luu_y: '',
    so_xa: String(rows.length),
    so_xa_co_so_lieu: String(rows.filter(({ leading }) => leading).length),
    cac_xa: rows.map(({ name, above, leading, unmet, note }, at) => ({
      tt: String(at + 1),
      ten: name,
      thuoc: above,
      tieu_chi_dat: share(leading?.criteria, criteria),
      chi_tieu_dat: share(leading?.indicators, indicators),
      chi_tieu_chua_dat: unmet.join(', '),
      tinh_den: leading ? daysShort(leading.told) : '',
      nguon_so: sources.numberOf(leading ? sourceWords(turn.say, leading.told) : null),
      ghi_chu: note,
    })),
    danh_sach_nguon: sources.list(),
  }
}

function share(met: number | null | undefined, total: number): string {
  return met === null || met === undefined ? '' : `${met}/${total}`
}
