import { defineCommand, type Target, type Turn } from '../src/command/command.ts'
import { may } from '../src/people/permissions.ts'
import { refuse } from '../src/replies/refusal.ts'
import { reportHistory, statusHistory, type ToldReport, type ToldStatus } from '../src/store/history.ts'
import { day, number, quantity } from '../src/wording/figures.ts'
import { instant } from '../src/wording/instant.ts'
import { unitName } from '../src/wording/names.ts'
import sentences from './sentences/history.ts'

type HistoryTurn = Turn<'unit' | 'targets'>

/** Of each list; older ones are counted. */
const MOST_SHOWN = 10

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
  const { db, say, slots } = turn
  const { unit } = slots
  const criterion = set.criteria.find(({ no }) => no === Number(code))
  const codes = kind === 'indicator' ? [code] : (criterion?.indicators ?? []).map((indicator) => indicator.code)
  const statuses = await statusHistory(db, unit.id, set.id, codes)
  const reports = await reportHistory(db, unit.path, set.id, codes, MOST_SHOWN)
  if (statuses.length === 0 && reports.length === 0) return []
  const unitOf = (indicator: string) =>
    set.criteria.flatMap(({ indicators }) => indicators).find((each) => each.code === indicator)?.unit ?? ''
  const more = statuses.length - MOST_SHOWN
  return [
    say('history-title', { code, set: set.short_name, unit: unitName(say, unit) }),
    ...statuses.slice(0, MOST_SHOWN).map((status) => statusLine(turn, status, unitOf(status.indicator))),
    ...(more > 0 ? [say('history-more', { count: more })] : []),
    ...(reports.length > 0 ? [say('history-reports')] : []),
    ...reports.map((report) => reportLine(turn, report, unitOf(report.indicator))),
  ]
}

/** What was told, the day that it is true for, by which source, by whom and when. */
function statusLine({ say }: HistoryTurn, status: ToldStatus, unit: string): string {
  const { indicator, state, value, as_of, source, recorded_at, teller } = status
  const figure = value === null ? say(STATE_KEYS[state]) : `${say(STATE_KEYS[state])} (${quantity(value, unit)})`
  const line = { code: indicator, figure, day: day(as_of), source, at: instant(recorded_at) }
  return teller ? say('history-line', { ...line, who: teller }) : say('history-line-import', line)
}

const REPORT_KEYS = {
  waiting: 'history-report-waiting',
  approved: 'history-report-approved',
  returned: 'history-report-returned',
  withdrawn: 'history-report-withdrawn',
} as const

function reportLine({ say }: HistoryTurn, report: ToldReport, unit: string): string {
  const { id, submitted_at, submitter, state, decided_at, decider, reason } = report
  const where = unitName(say, { name: report.unit_name, level: report.unit_level })
  const who = submitter ?? ''
  const sent = say('history-report', {
    id,
    unit: where,
    figure: figureOf(say, report, unit),
    who,
    at: instant(submitted_at),
  })
  const decided = say(REPORT_KEYS[state], { who: decider ?? who, at: decided_at ? instant(decided_at) : '' })
  return [sent, decided, ...(reason ? [say('history-report-reason', { reason })] : [])].join(' ')
}

function figureOf(say: HistoryTurn['say'], { part, whole, value, verdict }: ToldReport, unit: string): string {
  if (part !== null && whole !== null) return `${number(part)}/${number(whole)}`
  if (value !== null) return quantity(value, unit)
  return verdict ? say(STATE_KEYS[verdict]) : ''
}
