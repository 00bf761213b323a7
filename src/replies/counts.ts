import type { CriteriaSet } from '../criteria/criteria-set.ts'
import type { Say } from '../wording/say.ts'

/** How many criteria and indicators; null where a report gave only the other of the two. */
export interface Counts {
  criteria: number | null
  indicators: number | null
}

/** `15/19 tiêu chí, 52/57 chỉ tiêu`: what is known of the two, out of all that the set has. */
export function countsOf(say: Say, { official_counts: all }: CriteriaSet, { criteria, indicators }: Counts): string {
  const parts = [
    ...(criteria === null ? [] : [say('criteria-of', { met: criteria, total: all.criteria })]),
    ...(indicators === null ? [] : [say('indicators-of', { met: indicators, total: all.indicators })]),
  ]
  return parts.join(', ')
}

/** `4 tiêu chí, 5 chỉ tiêu`: what is known of the two and not nought. */
export function countsAlone(say: Say, { criteria, indicators }: Counts): string {
  const parts = [
    ...(criteria ? [say('criteria-count', { count: criteria })] : []),
    ...(indicators ? [say('indicators-count', { count: indicators })] : []),
  ]
  return parts.join(', ')
}
