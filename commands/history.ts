import { defineCommand, type Target, type Turn } from '../src/command/command.ts'
import { may } from '../src/people/permissions.ts'
import { refuse } from '../src/replies/refusal.ts'
import {
  deedsOn,
  reportHistory,
  statusHistory,
  type Deed,
  type ToldReport,
  type ToldStatus,
} from '../src/store/history.ts'
import { day, number, quantity } from '../src/wording/figures.ts'
import { instant } from '../src/wording/instant.ts'
import { unitName } from '../src/wording/names.ts'
import sentences from './sentences/history.ts'

type HistoryTurn = Turn<'unit' | 'targets'>

/** Of each list; older ones are counted. */
const MOST_SHOWN = 10
const MOST_READ = 200

const CHANNEL_NAMES = { telegram: 'Telegram', zalo: 'Zalo', console: 'console' } as const

const STATE_KEYS = {
  met: 'state-met',
  unmet: 'state-unmet',
  unassessed: 'state-unassessed',
  not_applicable: 'state-not_applicable',
} as const

export default defineCommand({
  name: 'history',
  slash: ['lichsu', 'history'],
  summary: 'summary-history',
  examples: ['lịch sử 17.5'],
  sentences,
  needs: ['unit', 'targets'],
  async run(turn) {
    const { say, speaker, slots } = turn
    const { unit, targets } = slots
    if (!may(speaker, 'see-history', unit)) return refuse(turn, 'see-history', unit)
    const blocks = (await Promise.all(targets.map((target) => historyOf(turn, target)))).filter(
      (lines) => lines.length > 0,
    )
    if (blocks.length > 0) return { text: blocks.map((lines) => lines.join('\n')).join('\n\n') }
    const code = targets[0]?.code ?? ''
    return { text: say('history-none', { code, unit: unitName(say, unit) }) }
  },
})

async function historyOf(turn: HistoryTurn, { kind, set, code }: Target): Promise<string[]> {
  const { db, say, slots, speaker } = turn
  const { unit } = slots
  const criterion = set.criteria.find(({ no }) => no === Number(code))
  const codes = kind === 'indicator' ? [code] : (criterion?.indicators ?? []).map((indicator) => indicator.code)
  const statuses = await statusHistory(db, unit.id, set.id, codes)
  const told = await reportHistory(db, unit.path, set.id, codes, MOST_READ)
  const reports = told
    .filter(({ unit_path }) => may(speaker, 'see-village-figures', { path: unit_path }))
    .slice(0, MOST_SHOWN)
  const deeds = await deedsOn(db, unit.path, set.id, codes)
  if (statuses.length === 0 && reports.length === 0) return []
  const unitOf = (indicator: string) =>
    set.criteria.flatMap(({ indicators }) => indicators).find((each) => each.code === indicator)?.unit ?? ''
  const more = statuses.length - MOST_SHOWN
  return [
    say('history-title', { code, set: set.short_name, unit: unitName(say, unit) }),
    ...statuses.slice(0, MOST_SHOWN).map((status) => statusLine(turn, status, unitOf(status.indicator), deeds)),
    ...(more > 0 ? [say('history-more', { count: more })] : []),
    ...(reports.length > 0 ? [say('history-reports')] : []),
    ...reports.map((report) => reportLine(turn, report, unitOf(report.indicator), deeds)),
  ]
}

/** What was told, the day that it is true for, by which source, by whom, when and by which channel. */
function statusLine({ say }: HistoryTurn, status: ToldStatus, unit: string, deeds: readonly Deed[]): string {
  const { indicator, state, value, as_of, source, recorded_at, teller } = status
  const figure = value === null ? say(STATE_KEYS[state]) : `${say(STATE_KEYS[state])} (${quantity(value, unit)})`
  const line = { code: indicator, figure, day: day(as_of), source }
  if (!teller) return say('history-line-import', { ...line, at: instant(recorded_at) })
  const deed = deeds.find(({ at, unit_id }) => at === recorded_at && unit_id === status.unit_id)
  return say('history-line', { ...line, who: teller, at: when(recorded_at, deed) })
}

/** The instant, and the channel where it is known. */
function when(at: string, deed: Deed | undefined): string {
  return deed?.channel ? `${instant(at)}, ${CHANNEL_NAMES[deed.channel]}` : instant(at)
}

const DEED_KEYS: Record<string, 'approved' | 'returned' | 'reopened' | 'withdrawn'> = {
  'report.approve': 'approved',
  'report.return': 'returned',
  'report.reopen': 'reopened',
  'report.withdraw': 'withdrawn',
}

/** Who sent it and when, and all that became of it. */
function reportLine({ say }: HistoryTurn, report: ToldReport, unit: string, deeds: readonly Deed[]): string {
  const { id, submitted_at, submitter, state, reason } = report
  const own = deeds.filter(({ after }) => numberOf(after) === id)
  const sent = say('history-report', {
    id,
    unit: unitName(say, { name: report.unit_name, level: report.unit_level }),
    figure: figureOf(say, report, unit),
    who: submitter ?? '',
    at: when(submitted_at, own[0]),
  })
  const steps = own.flatMap((deed) => {
    const key = DEED_KEYS[deed.action]
    return key ? [say(`history-report-${key}`, { who: deed.who ?? '', at: when(deed.at, deed) })] : []
  })
  const waiting = state === 'waiting' ? [say('history-report-waiting')] : []
  return [sent, ...steps, ...waiting, ...(reason ? [say('history-report-reason', { reason })] : [])].join(' ')
}

/** The number of the report that an entry is about. */
function numberOf(after: string | null): number | undefined {
  const number = /"report":(\d+)/.exec(after ?? '')?.[1]
  return number === undefined ? undefined : Number(number)
}

function figureOf(say: HistoryTurn['say'], { part, whole, value, verdict }: ToldReport, unit: string): string {
  if (part !== null && whole !== null) return `${number(part)}/${number(whole)}`
  if (value !== null) return quantity(value, unit)
  return verdict ? say(STATE_KEYS[verdict]) : ''
}
