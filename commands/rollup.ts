import { defineCommand, type Choice, type Reply, type Turn } from '../src/command/command.ts'
import { trendOf } from '../src/criteria/rollup.ts'
import { may } from '../src/people/permissions.ts'
import { namedIndicators } from '../src/replies/named-indicators.ts'
import {
  arithmeticLine,
  communeOf,
  gapLines,
  isReported,
  judgeRollup,
  readRollup,
  rollupFigure,
  rollupNote,
  villageLine,
  weightLine,
  type CommuneRollup,
} from '../src/replies/rollup.ts'
import { shortIndicator } from '../src/replies/standing.ts'
import { recordedSource } from '../src/replies/recorded-source.ts'
import { thresholdLine } from '../src/replies/threshold.ts'
import { currentStatuses } from '../src/store/figures.ts'
import { approvedReports } from '../src/store/rollup.ts'
import { day, quantity } from '../src/wording/figures.ts'
import { capitalised, unitName } from '../src/wording/names.ts'
import sentences from './sentences/rollup.ts'

type RollupTurn = Turn<'unit' | 'targets'>

/** Of the trend, the newest. */
const MOST_POINTS = 6

export default defineCommand({
  name: 'rollup',
  slash: ['congdon', 'rollup'],
  summary: 'summary-rollup',
  examples: ['cộng dồn phân loại rác các thôn', '17.5 các thôn tới đâu'],
  sentences,
  needs: ['unit', 'targets'],
  async run(turn): Promise<Reply> {
    const { say, slots } = turn
    const commune = await communeOf(turn, slots.unit)
    if (!commune) return { text: say('rollup-commune-only', { unit: unitName(say, slots.unit) }) }
    const named = slots.targets.flatMap((target) => namedIndicators(target))
    const all = await Promise.all(named.map(({ set, indicator }) => readRollup(turn, commune, set, indicator)))
    const [first] = all
    if (!first) return { text: say('target-missing') }
    if (first.villages.length === 0) return { text: say('rollup-no-villages', { unit: unitName(say, commune) }) }
    const reported = all.filter(isReported)
    if (reported.length === 0) return nothingYet(turn, all)
    const blocks = await Promise.all(reported.map((read) => blockOf(turn, read)))
    return {
      text: blocks.map((lines) => lines.join('\n')).join('\n\n'),
      choices: may(turn.speaker, 'fix-rollup', commune) ? reported.map((read) => offerFixing(turn, read)) : [],
    }
  },
})

function nothingYet({ say }: RollupTurn, all: readonly CommuneRollup[]): Reply {
  const [{ commune, villages }] = all as [CommuneRollup]
  const codes = [...new Set(all.map(({ set, indicator }) => shortIndicator(set, indicator.code)))].join('; ')
  return { text: say('rollup-none', { unit: capitalised(unitName(say, commune)), codes, total: villages.length }) }
}

async function blockOf(turn: RollupTurn, read: CommuneRollup): Promise<string[]> {
  const { say } = turn
  const { commune, set, indicator, rollup, to } = read
  const judged = judgeRollup(read)
  return [
    say('rollup-title', { code: indicator.code, set: set.short_name, unit: unitName(say, commune) }),
    say('indicator-name', { name: indicator.name }),
    rollupNote(say, read),
    ...weightLine(say, read),
    thresholdLine(say, indicator, commune, Number((to ?? turn.today).slice(0, 4))),
    ...(judged === 'undecided' || rollup.value === undefined
      ? []
      : [say('rollup-by-threshold', { verdict: say(judged === 'met' ? 'state-met' : 'state-unmet') })]),
    ...(await officialLines(turn, read)),
    ...(await trendLines(turn, read)),
    ...villageLines(turn, read),
    say('rollup-source', { from: day(read.from ?? ''), to: day(to ?? '') }),
  ]
}

/** What the commune goes by until an officer fixes the new figure. */
async function officialLines(turn: RollupTurn, { commune, set, indicator }: CommuneRollup): Promise<string[]> {
  const { db, say } = turn
  const rows = await currentStatuses(db, commune.id, set.id)
  const status = rows.find((row) => row.indicator === indicator.code)
  if (!status) return [say('rollup-no-official')]
  const verdict = say(`state-${status.state}`)
  const figure = status.value === null ? verdict : `${quantity(status.value, indicator.unit)}, ${verdict}`
  return [say('rollup-official', { figure, source: await recordedSource(turn, status) })]
}

async function trendLines({ db, say }: RollupTurn, read: CommuneRollup): Promise<string[]> {
  const { commune, set, indicator, villages } = read
  const reports = await approvedReports(db, commune.path, set.id, indicator.code)
  const trend = trendOf(
    villages.map(({ unit_id, households }) => ({ id: unit_id, households })),
    reports.map(({ unit_id, as_of, ...figure }) => ({ villageId: unit_id, asOf: as_of, ...figure })),
  )
  const counted = trend.filter(({ rollup }) => rollup.covered > 0)
  if (counted.length < 2) return []
  const points = counted.slice(-MOST_POINTS).map(({ day: on, rollup }) =>
    say('rollup-point', {
      figure:
        rollup.value === undefined ? rollupFigure(say, { indicator, rollup }) : quantity(rollup.value, indicator.unit),
      covered: rollup.covered,
      total: rollup.total,
      day: day(on),
    }),
  )
  return [say('rollup-trend', { points: points.join(' → ') })]
}

/** Village by village for those who may see all of them; else their own. */
function villageLines({ say, speaker }: RollupTurn, read: CommuneRollup): string[] {
  const { commune, villages } = read
  const all = may(speaker, 'see-village-figures', commune)
  const seen = villages.filter((village) => all || may(speaker, 'see-village-figures', village))
  if (seen.length === 0) return []
  const lines = seen
    .filter(({ report_id }) => report_id !== null)
    .map((village) => `• ${capitalised(villageLine(say, read, village))}`)
  return [
    ...(lines.length > 0 ? [say('rollup-by-village'), ...lines] : []),
    ...(all ? [...arithmeticLine(say, read), ...gapLines(say, read)] : []),
  ]
}

function offerFixing({ say }: RollupTurn, { commune, set, indicator }: CommuneRollup): Choice {
  return {
    label: say('rollup-offer', { code: indicator.code, set: set.short_name }),
    ask: { command: 'fix-rollup', unit: commune.id, set: set.id, target: indicator.code },
  }
}
