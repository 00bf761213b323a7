import type { Turn } from '../../command/command.ts'
import { thresholdFor } from '../../criteria/threshold.ts'
import { may } from '../../people/permissions.ts'
import {
  leftOutLines,
  judgeRollup,
  rollupFigure,
  villageFigure,
  rollupSource,
  weightLine,
  type CommuneRollup,
} from '../../replies/rollup.ts'
import { thresholdLine } from '../../replies/threshold.ts'
import type { VillageReport } from '../../store/rollup.ts'
import { capitalised, unitName } from '../../wording/names.ts'
import { placeOf } from './place.ts'
import type { VillageBar, VillageChart } from './village-chart.ts'

/** A roll-up as a chart; village by village only where the speaker may see those villages' figures. */
export async function readVillages(
  reading: Pick<Turn, 'db' | 'say' | 'speaker' | 'today'>,
  read: CommuneRollup,
): Promise<VillageChart> {
  const { say, speaker, today } = reading
  const { commune, set, indicator, villages, rollup, to } = read
  const all = may(speaker, 'see-village-figures', commune)
  const seen = villages.filter((village) => all || may(speaker, 'see-village-figures', village))
  const year = Number((to ?? today).slice(0, 4))
  const place = { region: commune.region ?? undefined, commune_group: commune.commune_group ?? undefined }
  const found = thresholdFor(indicator, place, year)
  const judged = judgeRollup(read)
  const verdict = judged === 'undecided' || rollup.value === undefined ? [] : ([judged] as const)
  return {
    ...(await placeOf(reading, commune)),
    set: set.short_name,
    code: indicator.code,
    indicator: `${indicator.code}. ${indicator.name}`,
    figure: rollupFigure(say, read),
    covered: rollup.covered,
    total: rollup.total,
    percent: indicator.unit === '%' || rollup.counts !== undefined,
    threshold: found?.certainty === 'document' && typeof found.value === 'number' ? found.value : undefined,
    demand: [
      thresholdLine(say, indicator, commune, year),
      ...verdict.map((each) => say('rollup-by-threshold', { verdict: say(`state-${each}`) })),
    ].join(' '),
    villages: seen.map((village) => barOf(reading, read, village)),
    notes: all ? leftOutLines(say, read) : [say('picture-villages-own-only')],
    foot: [...weightLine(say, read), rollupSource(say, read)],
  }
}

function barOf({ say }: Pick<Turn, 'say'>, read: CommuneRollup, village: VillageReport): VillageBar {
  const name = capitalised(unitName(say, village))
  if (village.report_id === null) return { name, figure: '' }
  const share = read.rollup.shares.find(({ id }) => id === village.unit_id)
  const value = share?.value ?? village.value ?? undefined
  return {
    name,
    figure: villageFigure(say, read, village),
    ...(village.verdict !== null && !share ? { verdict: village.verdict } : { value }),
  }
}
