import { DISTRICT, FIRST_COMMUNE } from '../../bench/district.ts'
import type { CriteriaSet } from '../../src/criteria/criteria-set.ts'
import { communesLetter } from '../../src/documents/letters/communes-letter.ts'
import { fillTemplate } from '../../src/documents/letters/fill-template.ts'
import { findTemplate } from '../../src/documents/letters/find-template.ts'
import { LETTER_FIELDS, LETTERS, type LetterData, type LetterKind } from '../../src/documents/letters/letter-fields.ts'
import { unitLetter } from '../../src/documents/letters/unit-letter.ts'
import { regionWorkbook } from '../../src/documents/workbooks/region-workbook.ts'
import { templateWorkbook, unitWorkbook } from '../../src/documents/workbooks/unit-workbook.ts'
import { unitSetToday, type UnitSet } from '../../src/replies/unit-set.ts'
import { standingsOf } from '../../src/store/figures.ts'
import { findUnits, type Unit } from '../../src/store/units.ts'
import type { Exhibit, ExhibitContext } from './exhibit.ts'

const ADVANCED = 'ntm-nang-cao-2021-2025'

/** A workbook or a letter, and which of its pages are shown. */
export interface Paper extends Exhibit {
  pages: { first: number; last: number }
}

/** One of each kind. */
export const papers: readonly Paper[] = [
  {
    file: 'mau-thu-excel-xa.xlsx',
    title: 'Bảng Excel của một xã bịa: trang tổng hợp, trang bộ tiêu chí',
    world: 'district',
    pages: { first: 1, last: 3 },
    make: async (context) => {
      const { turn, unit, unitSet } = await partsOf(context, FIRST_COMMUNE)
      return unitWorkbook(turn, unit, [unitSet], true)
    },
  },
  {
    file: 'trung-luong-excel-mau.xlsx',
    title: 'Mẫu Excel để nhập, xã Trung Lương',
    world: 'sample',
    pages: { first: 1, last: 1 },
    make: async (context) => {
      const { turn, unit, unitSet } = await partsOf(context, 'trung-luong')
      return templateWorkbook(turn, unit, [unitSet.set], [unitSet])
    },
  },
  {
    file: 'mau-thu-excel-cac-xa.xlsx',
    title: 'Bảng Excel của huyện bịa, mỗi xã một dòng',
    world: 'district',
    pages: { first: 1, last: 2 },
    make: async (context) => {
      const { turn, unit, set } = await regionOf(context)
      return regionWorkbook(turn, unit, [set])
    },
  },
  {
    file: 'trung-luong-bao-cao.docx',
    title: 'Báo cáo, xã Trung Lương',
    world: 'sample',
    pages: { first: 1, last: 4 },
    make: (context) => unitPaper(context, 'report'),
  },
  {
    file: 'trung-luong-to-trinh.docx',
    title: 'Tờ trình, xã Trung Lương',
    world: 'sample',
    pages: { first: 1, last: 3 },
    make: (context) => unitPaper(context, 'proposal'),
  },
  {
    file: 'trung-luong-bieu-tong-hop.docx',
    title: 'Biểu tổng hợp, xã Trung Lương',
    world: 'sample',
    pages: { first: 1, last: 1 },
    make: (context) => unitPaper(context, 'table'),
  },
  {
    file: 'mau-thu-bieu-cac-xa.docx',
    title: 'Biểu tổng hợp các xã của huyện bịa',
    world: 'district',
    pages: { first: 1, last: 1 },
    make: async (context) => {
      const { turn, unit, set } = await regionOf(context)
      return filled('communes', await communesLetter(turn, unit, set))
    },
  },
]

/** What a document is made from: with the instant that it is made at, always the same. */
function turnOf(context: ExhibitContext) {
  return { ...context, now: new Date(`${context.today}T01:00:00Z`) }
}

async function partsOf(context: ExhibitContext, unitId: string) {
  const { db, catalogs } = context
  const [unit] = await findUnits(db, [unitId])
  const set = catalogs.get(ADVANCED)
  const standing = (await standingsOf(db, unitId)).find(({ set_id }) => set_id === ADVANCED)
  if (!unit || !set || !standing) throw new Error(`no figures of ${unitId} on ${ADVANCED}`)
  const unitSet: UnitSet = await unitSetToday(db, set, standing)
  return { turn: turnOf(context), unit, unitSet }
}

async function regionOf(
  context: ExhibitContext,
): Promise<{ turn: ReturnType<typeof turnOf>; unit: Unit; set: CriteriaSet }> {
  const [unit] = await findUnits(context.db, [DISTRICT])
  const set = context.catalogs.get(ADVANCED)
  if (!unit || !set) throw new Error(`no ${DISTRICT} or no ${ADVANCED}`)
  return { turn: turnOf(context), unit, set }
}

async function unitPaper(context: ExhibitContext, kind: LetterKind): Promise<Uint8Array> {
  const { turn, unit, unitSet } = await partsOf(context, 'trung-luong')
  return filled(kind, await unitLetter(turn, unit, unitSet))
}

/** By the template that comes with the program: this folder holds none of an office's own. */
async function filled(kind: LetterKind, data: LetterData): Promise<Uint8Array> {
  const template = await findTemplate(import.meta.dirname, LETTERS[kind].template)
  const letter = await fillTemplate(template, LETTER_FIELDS[kind], data)
  if (!letter.ok) throw new Error(`${kind}: ${JSON.stringify(letter.problem)}`)
  return letter.bytes
}
