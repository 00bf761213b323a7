import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CriteriaSet } from '../src/criteria/criteria-set.ts'
import { addReport, moveReport } from '../src/store/reports.ts'
import type { Db } from '../src/store/schema.ts'
import { randomFrom } from './random.ts'

/** Made up, and nobody's: names with "Mẫu" (a sample), and a source that says so under every figure. */
const SOURCE = 'Số liệu bịa để minh họa'
const COMMUNES =
  'Thượng Mẫu,Hạ Mẫu,Đông Mẫu,Tây Mẫu,Nam Mẫu,Bắc Mẫu,Trung Mẫu,An Mẫu,Bình Mẫu,Hòa Mẫu,Phú Mẫu,Tân Mẫu,Vĩnh Mẫu,Xuân Mẫu,Yên Mẫu,Kim Mẫu,Long Mẫu,Mỹ Mẫu,Ngọc Mẫu,Nghĩa Mẫu Thượng Đẳng Thứ Nhất'.split(
    ',',
  )
const VILLAGES = 'Nhất,Nhì,Ba,Tư,Năm,Sáu,Bảy,Tám,Chín,Mười,Đầu Cầu Mẫu,Cuối Chợ Mẫu'.split(',')
const PEOPLE = 'Nguyễn Thị Một Mẫu,Trần Văn Hai Mẫu,Lê Thị Ba Mẫu,Phạm Văn Bốn Mẫu,Hoàng Thị Nguyệt Năm Mẫu'.split(',')
const TASKS = [
  'Rà soát, lập hồ sơ minh chứng gửi xã',
  'Vận động các hộ, báo cáo số hộ mỗi tuần',
  'Làm việc với phòng chuyên môn để thẩm định',
  'Lập dự toán, trình xã phê duyệt',
]

export const DISTRICT = 'huyen-mau-thu'
/** The commune with villages, people and tasks. */
export const FIRST_COMMUNE = 'mau-thu-01'
/** A commune of which only totals are known. */
export const TOTALS_COMMUNE = 'mau-thu-20'
/** The day that the district is looked at. */
export const DISTRICT_TODAY = '2026-11-23'
export const DISTRICT_DAYS = ['2022-12-31', '2023-12-31', '2024-12-31', '2025-12-31', '2026-09-30'] as const

/**
 * Writes a made-up district of 20 communes as a world to import: the same seed, the same files.
 *
 * @param folder is made where there is none.
 * @param sets those that every commune has statuses on.
 */
export function writeDistrict(folder: string, sets: readonly CriteriaSet[], seed = 20): void {
  const random = randomFrom(seed)
  const ids = COMMUNES.map((_, index) => `mau-thu-${String(index + 1).padStart(2, '0')}`)
  const units = [
    'gia-dinh,tinh,Giả Định,,dong-bang-song-hong,,,',
    `${DISTRICT},huyen,Mẫu Thử,gia-dinh,dong-bang-song-hong,,,`,
    ...ids.map((id, index) => `${id},xa,${COMMUNES[index]},${DISTRICT},dong-bang-song-hong,2,${1_800 + 90 * index},`),
    ...VILLAGES.map((name, index) => `${villageId(index)},thon,${name},${FIRST_COMMUNE},,,${120 + 11 * index},`),
  ]
  const statuses = ids
    .filter((id) => id !== TOTALS_COMMUNE)
    .flatMap((id) => {
      const ability = 0.62 + 0.36 * random()
      return sets.flatMap((set) => statusRows(id, set, ability, random))
    })
  const summaries = sets.map(({ id, official_counts: { criteria, indicators } }) =>
    [TOTALS_COMMUNE, id, DISTRICT_DAYS.at(-1), criteria - 3, indicators - 6, SOURCE].join(','),
  )
  const people = [
    'lanh-dao,Đỗ Thị Lãnh Đạo Mẫu,district_officer,huyen-mau-thu,Chuyên viên huyện,,,lanh-dao',
    ...PEOPLE.map(
      (name, index) => `nguoi-${index},${name},commune_officer,${FIRST_COMMUNE},Công chức xã,,,nguoi-${index}`,
    ),
  ]
  mkdirSync(folder, { recursive: true })
  const write = (name: string, header: string, rows: readonly string[]) =>
    writeFileSync(join(folder, `${name}.csv`), `${[header, ...rows].join('\n')}\n`)
  write('units', 'id,level,name,parent,region,commune_group,households,aliases', units)
  write('statuses', 'unit,set,indicator,status,value,as_of,source', statuses)
  write('summaries', 'unit,set,as_of,criteria_met,indicators_met,source', summaries)
  write('people', 'id,name,role,unit,title,telegram,zalo,console', people)
  write('assignments', 'unit,set,target,person,task,due', assignments(statuses, sets.at(-1)))
}

/** Each assessment meets what the one before met, and some more; the first left some indicators out. */
function statusRows(unit: string, { id, criteria }: CriteriaSet, ability: number, random: () => number): string[] {
  return criteria.flatMap(({ indicators }) =>
    indicators.flatMap(({ code }) => {
      const applies = random() > 0.015
      let met = random() < ability - 0.25
      return DISTRICT_DAYS.flatMap((day, index) => {
        if (index > 0) met ||= random() < 0.2
        if (index === 0 && random() < 0.12) return []
        return [[unit, id, code, applies ? (met ? 'met' : 'unmet') : 'not_applicable', '', day, SOURCE].join(',')]
      })
    }),
  )
}

/** Tasks on what the first commune does not meet yet: some late, some not, some given to nobody. */
function assignments(statuses: readonly string[], set: CriteriaSet | undefined): string[] {
  const open = statuses
    .map((row) => row.split(','))
    .filter(
      ([unit, id, , state, , day]) =>
        unit === FIRST_COMMUNE && id === set?.id && state === 'unmet' && day === DISTRICT_DAYS.at(-1),
    )
  const dues = ['2026-10-31', '2026-11-15', '2026-11-30', '2026-12-15', '2026-12-31', '2027-03-31']
  return open
    .filter((_, index) => index % 4 !== 3)
    .map(([unit, id, code], index) =>
      [
        unit,
        id,
        code,
        `nguoi-${index % PEOPLE.length}`,
        `"${TASKS[index % TASKS.length]}"`,
        dues[index % dues.length],
      ].join(','),
    )
}

function villageId(index: number): string {
  return `thon-mau-${String(index + 1).padStart(2, '0')}`
}

/** Approved reports of most villages of the first commune: how many households sort their waste. */
export async function addVillageReports(db: Db, setId: string, indicator: string, seed = 20): Promise<void> {
  const random = randomFrom(seed)
  for (const [index] of VILLAGES.entries()) {
    if (index % 5 === 4) continue
    const whole = 120 + 11 * index
    const report = {
      unit_id: villageId(index),
      set_id: setId,
      indicator,
      part: Math.round(whole * (0.45 + 0.5 * random())),
      whole,
      value: null,
      verdict: null,
      as_of: index % 2 === 0 ? '2026-11-20' : '2026-11-18',
      note: null,
      corrects: null,
      submitted_by: 'nguoi-0',
      submitted_at: '2026-11-20T02:00:00.000Z',
      channel: 'console' as const,
    }
    const id = await addReport(db, report, [])
    await moveReport(db, id, 'waiting', 'approved', { by: 'nguoi-1', at: new Date('2026-11-21T02:00:00Z') })
  }
}
