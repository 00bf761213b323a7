import { defineCommand, type Choice, type Reply, type Turn } from '../src/command/command.ts'
import { trendOf } from '../src/criteria/rollup.ts'
import { may } from '../src/people/permissions.ts'
import {
  arithmeticLine,
  communeOf,
  gapLines,
  isReported,
  judgeRollup,
  rollupFigure,
  rollupNote,
  villageLine,
  weightLine,
  type CommuneRollup,
  rollupSource,
} from '../src/replies/rollup.ts'
import { shortIndicator } from '../src/replies/standing.ts'
import { recordedSource } from '../src/replies/recorded-source.ts'
import { thresholdLine } from '../src/replies/threshold.ts'
import { rollupsMeant } from '../src/reports/rollups-meant.ts'
import { currentStatuses } from '../src/store/figures.ts'
import { approvedReports } from '../src/store/rollup.ts'
import { unitsWithin, type Unit } from '../src/store/units.ts'
import { day, quantity } from '../src/wording/figures.ts'
import { capitalised, unitName } from '../src/wording/names.ts'
import sentences from './sentences/rollup.ts'

type RollupTurn = Turn<'unit'>

/** Of the trend, the newest. */
const MOST_POINTS = 6
const MOST_CHOICES = 8

export default defineCommand({
  name: 'rollup',
  slash: ['congdon', 'rollup'],
  summary: 'summary-rollup',
  examples: ['cộng dồn phân loại rác các thôn', '17.5 các thôn tới đâu'],
  sentences,
  needs: ['unit'],
  async run(turn): Promise<Reply> {
    const { say, slots, mentions } = turn
    const commune = await communeOf(turn, slots.unit)
    if (!commune) return { text: say('rollup-commune-only', { unit: unitName(say, slots.unit) }) }
    const all = await rollupsMeant(turn, commune)
    const reported = all.filter(isReported)
    if (reported.length === 0) return nothingYet(turn, commune, all)
    if (mentions.targets.length === 0) return overview(turn, commune, reported)
    const blocks = await Promise.all(reported.map((read) => blockOf(turn, read)))
    return {
      text: blocks.map((lines) => lines.join('\n')).join('\n\n'),
      choices: may(turn.speaker, 'fix-rollup', commune) ? reported.map((read) => offerFixing(turn, read)) : [],
    }
  },
})

async function nothingYet({ db, say }: RollupTurn, commune: Unit, all: readonly CommuneRollup[]): Promise<Reply> {
  const total = (await unitsWithin(db, commune.path, 'thon')).filter(({ ended_on }) => !ended_on).length
  const unit = capitalised(unitName(say, commune))
  if (total === 0) return { text: say('rollup-no-villages', { unit: unitName(say, commune) }) }
  if (all.length === 0) return { text: say('rollup-none-at-all', { unit, total }) }
  const codes = [...new Set(all.map(({ set, indicator }) => shortIndicator(set, indicator.code)))].join('; ')
  return { text: say('rollup-none', { unit, codes, total }) }
}

/** All that villages report on, a line each; a press shows one. */
function overview({ say }: RollupTurn, commune: Unit, reported: readonly CommuneRollup[]): Reply {
  const lines = reported.map((read) =>
    say('rollup-overview-line', {
      name: `${shortIndicator(read.set, read.indicator.code)} (${read.set.short_name})`,
      figure: rollupFigure(say, read),
      covered: read.rollup.covered,
      total: read.rollup.total,
      day: day(read.to ?? ''),
    }),
  )
  return {
    text: [say('rollup-overview', { unit: unitName(say, commune) }), ...lines].join('\n'),
    choices: reported.slice(0, MOST_CHOICES).map(({ set, indicator }) => ({
      label: `${shortIndicator(set, indicator.code)} (${set.short_name})`,
      ask: { command: 'rollup', unit: commune.id, set: set.id, target: indicator.code },
    })),
  }
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
    rollupSource(say, read),
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
