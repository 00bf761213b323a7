import { defineCommand, type Reply, type Target, type Turn } from '../src/command/command.ts'
import type { CriteriaSet } from '../src/criteria/criteria-set.ts'
import { decisionLine, thresholdLine } from '../src/replies/threshold.ts'
import { findUnits, type Unit } from '../src/store/units.ts'
import sentences from './sentences/explain.ts'

export default defineCommand({
  name: 'explain',
  slash: ['giaithich', 'yeucau'],
  summary: 'summary-explain',
  examples: ['chỉ tiêu 17.5 yêu cầu gì', 'tiêu chí môi trường gồm những gì'],
  sentences,
  needs: ['units', 'targets'],
  setAlone: true,
  async run(turn): Promise<Reply> {
    const { targets, units } = turn.slots
    if (targets.length === 0) return { text: turn.sets.map((set) => explainSet(turn, set).join('\n')).join('\n\n') }
    // Thresholds depend on the place: the one that was named, else the speaker's own.
    const own = turn.speaker.grants[0]?.unitId
    const place = units[0] ?? (own ? (await findUnits(turn.db, [own]))[0] : undefined)
    return { text: targets.map((target) => explain(turn, target, place).join('\n')).join('\n\n') }
  },
})

/** What a set is by itself: its name, how much it holds, its criteria, the decision. */
function explainSet({ say }: Turn<'targets'>, set: CriteriaSet): string[] {
  const { name, criteria, official_counts: counts } = set
  return [
    say('explain-set', { name, criteria: counts.criteria, indicators: counts.indicators }),
    ...criteria.map(({ no, name: criterion }) => say('explain-set-line', { no, name: criterion })),
    decisionLine(say, set),
  ]
}

function explain(turn: Turn<'targets'>, { kind, set, code }: Target, place: Unit | undefined): string[] {
  const { say, today } = turn
  const criterion = turn.catalogs.criterionOf(set.id, code)
  if (!criterion) return []
  const { no, name, indicators } = criterion
  const single = indicators.length === 1 && indicators[0]?.code === code
  if (kind === 'criterion' && !single) {
    if (indicators.length === 0)
      return [say('criterion-no-list', { no, name, set: set.short_name, decision: set.decision })]
    return [
      say('explain-criterion', { no, name, set: set.short_name, count: indicators.length }),
      ...indicators.map((each) => say('explain-criterion-line', { code: each.code, name: each.name })),
      decisionLine(say, set),
    ]
  }
  const indicator = turn.catalogs.indicator(set.id, code)
  if (!indicator) return []
  return [
    say('explain-indicator', { code, set: set.short_name, name: indicator.name }),
    say('explain-part-of', { no, name }),
    // A set that has run out is explained as it stood in its last year.
    thresholdLine(say, indicator, place, Math.min(Number(today.slice(0, 4)), Number(set.in_force_to.slice(0, 4)))),
    decisionLine(say, set),
    ...(indicator.name_status === 'document' ? [] : [say('explain-name-unconfirmed')]),
    ...(indicator.note ? [say('explain-note', { note: indicator.note })] : []),
  ]
}
