import type { Turn } from '../command/command.ts'
import { codesIn, readUnitSets } from '../replies/unit-set.ts'
import { shortIndicator } from '../replies/standing.ts'
import { thresholdLine } from '../replies/threshold.ts'
import { ancestorsOf, type Unit } from '../store/units.ts'
import { day, quantity } from '../wording/figures.ts'
import { capitalised, unitName } from '../wording/names.ts'

type Needed = Turn<never>

/** Where a unit stands on an indicator and what that demands; of a criterion, which of its indicators are not met. */
export async function targetNow(turn: Needed, unit: Unit, setId: string, code: string): Promise<string[]> {
  const { say, catalogs, today } = turn
  const set = catalogs.get(setId)
  const indicator = catalogs.indicator(setId, code)
  const criterion = catalogs.criterion(setId, Number(code))
  if (!set) return []
  const commune = [unit, ...(await ancestorsOf(turn.db, unit))].find(({ level }) => level === 'xa') ?? unit
  const [standing] = await readUnitSets({ ...turn, sets: [set], mentions: { ...turn.mentions, dates: [] } }, commune)
  const name = capitalised(unitName(say, commune))
  if (indicator) {
    const threshold = thresholdLine(say, indicator, commune, Number(today.slice(0, 4)))
    if (!standing) return [say('task-now-unknown', { unit: name }), threshold]
    const state = say(`state-${standing.stateOf(code)}`)
    const status = standing.statuses.get(code)
    if (!status) return [say('task-now', { unit: name, state }), threshold]
    const figure = status.value === null ? state : `${state} (${quantity(status.value, indicator.unit)})`
    return [
      say('task-now-source', { unit: name, state: figure, day: day(status.as_of), source: status.source }),
      threshold,
    ]
  }
  if (!standing || !criterion) return [say('task-now-unknown', { unit: name })]
  const unmet = codesIn(standing, criterion, 'unmet').map((each) => shortIndicator(set, each))
  return [
    unmet.length > 0
      ? say('task-now-unmet', { unit: name, codes: unmet.join('; ') })
      : say('task-now-none-unmet', { unit: name }),
  ]
}
