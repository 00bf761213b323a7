import { DISTRICT, FIRST_COMMUNE, TOTALS_COMMUNE } from '../../bench/district.ts'
import type { Picture } from '../../src/command/picture.ts'
import { comparisonChart } from '../../src/documents/pictures/comparison-chart.ts'
import { planSheet } from '../../src/documents/pictures/plan-sheet.ts'
import { progressChart } from '../../src/documents/pictures/progress-chart.ts'
import { readRegion } from '../../src/documents/pictures/read-comparison.ts'
import { readPlan } from '../../src/documents/pictures/read-plan.ts'
import { readProgress } from '../../src/documents/pictures/read-progress.ts'
import { readStatusCard } from '../../src/documents/pictures/read-status-card.ts'
import { readVillages } from '../../src/documents/pictures/read-villages.ts'
import { render } from '../../src/documents/pictures/render.ts'
import { statusCard } from '../../src/documents/pictures/status-card.ts'
import { villageChart } from '../../src/documents/pictures/village-chart.ts'
import { readRollup } from '../../src/replies/rollup.ts'
import { unitSetToday } from '../../src/replies/unit-set.ts'
import { standingsOf } from '../../src/store/figures.ts'
import { findUnits } from '../../src/store/units.ts'
import type { Exhibit, ExhibitContext } from './exhibit.ts'

const BASIC = 'ntm-2021-2025'
const ADVANCED = 'ntm-nang-cao-2021-2025'
export const VILLAGES_INDICATOR = '17.5'

/** A picture of a unit on a set: how each kind is made from a database. */
type Draws = (context: ExhibitContext, unit: string, set: string) => Promise<Picture>

async function partsOf({ db, catalogs }: ExhibitContext, unitId: string, setId: string) {
  const [unit] = await findUnits(db, [unitId])
  const set = catalogs.get(setId)
  if (!unit || !set) throw new Error(`no ${unitId} or no ${setId}`)
  const standing = (await standingsOf(db, unitId)).find(({ set_id }) => set_id === setId)
  return { unit, set, unitSet: standing && (await unitSetToday(db, set, standing)) }
}

export const status: Draws = async (context, unitId, setId) => {
  const { unit, unitSet } = await partsOf(context, unitId, setId)
  const card = unitSet && (await readStatusCard(context, unit, unitSet))
  if (!card) throw new Error(`no figures of ${unitId} on ${setId}`)
  return statusCard(context.say, card)
}

export const progress: Draws = async (context, unitId, setId) => {
  const { unit, set } = await partsOf(context, unitId, setId)
  return progressChart(context.say, await readProgress(context, unit, set, context.today))
}

export const comparison: Draws = async (context, unitId, setId) => {
  const { unit, set } = await partsOf(context, unitId, setId)
  return comparisonChart(context.say, (await readRegion(context, unit, set, [FIRST_COMMUNE])).comparison)
}

export const plan: Draws = async (context, unitId, setId) => {
  const { unit, set, unitSet } = await partsOf(context, unitId, setId)
  return planSheet(context.say, await readPlan(context, unit, set, unitSet, context.today))
}

export const villages: Draws = async (context, unitId, setId) => {
  const { unit, set } = await partsOf(context, unitId, setId)
  const indicator = context.catalogs.indicator(setId, VILLAGES_INDICATOR)
  if (!indicator) throw new Error(`no ${VILLAGES_INDICATOR} in ${setId}`)
  return villageChart(context.say, await readVillages(context, await readRollup(context, unit, set, indicator)))
}

function exhibit(
  file: string,
  title: string,
  world: Exhibit['world'],
  draws: Draws,
  unit: string,
  set: string,
): Exhibit {
  return { file, title, world, make: async (context) => render(await draws(context, unit, set)) }
}

const SAMPLE = 'trung-luong'

export const pictures: Exhibit[] = [
  exhibit(
    'trung-luong-nang-cao.png',
    'Bảng tình hình xã Trung Lương, NTM nâng cao: tổng số và danh sách lệch nhau 1 chỉ tiêu',
    'sample',
    status,
    SAMPLE,
    ADVANCED,
  ),
  exhibit(
    'trung-luong-ntm.png',
    'Bảng tình hình xã Trung Lương, NTM: báo cáo chỉ có tổng số',
    'sample',
    status,
    SAMPLE,
    BASIC,
  ),
  exhibit(
    'trung-luong-ke-hoach.png',
    'Kế hoạch xã Trung Lương, NTM nâng cao: chưa giao cho ai',
    'sample',
    plan,
    SAMPLE,
    ADVANCED,
  ),
  exhibit('mau-thu-ntm.png', 'Bảng tình hình một xã bịa, NTM', 'district', status, FIRST_COMMUNE, BASIC),
  exhibit(
    'mau-thu-nang-cao.png',
    'Bảng tình hình một xã bịa, NTM nâng cao',
    'district',
    status,
    FIRST_COMMUNE,
    ADVANCED,
  ),
  exhibit('mau-thu-tong-so.png', 'Xã bịa có tên dài, chỉ có tổng số', 'district', status, TOTALS_COMMUNE, BASIC),
  exhibit('mau-thu-tien-do.png', 'Tiến độ qua năm lần đánh giá', 'district', progress, FIRST_COMMUNE, ADVANCED),
  exhibit('mau-thu-so-sanh.png', 'So sánh 20 xã của một huyện bịa', 'district', comparison, DISTRICT, ADVANCED),
  exhibit(
    'mau-thu-ke-hoach.png',
    'Kế hoạch: quá hạn ở trên, chưa giao ở dưới',
    'district',
    plan,
    FIRST_COMMUNE,
    ADVANCED,
  ),
  exhibit('mau-thu-cac-thon.png', 'Cộng dồn từ các thôn', 'district', villages, FIRST_COMMUNE, ADVANCED),
]
