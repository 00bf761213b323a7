import type { Indicator } from '../criteria/criteria-set.ts'
import { kindOf } from '../reports/figure.ts'
import type { Say } from '../wording/say.ts'
import type { Known } from './indicator-rows.ts'

const STATE_KEYS = {
  met: 'state-met',
  unmet: 'state-unmet',
  not_applicable: 'state-not_applicable',
  unassessed: 'state-unassessed',
  presumed: 'document-state-presumed',
  unknown: 'document-state-unknown',
} as const satisfies Record<Known, string>

/** What is known of an indicator, as it is written in a cell. */
export function knownWord(say: Say, known: Known): string {
  return say(STATE_KEYS[known])
}

/** What an indicator is measured in; nothing where it is judged. */
export function measureOf(indicator: Indicator): string {
  return kindOf(indicator) === 'verdict' ? '' : indicator.unit
}
