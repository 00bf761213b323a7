import { describe, expect, it } from 'vitest'
import { addDays, addWorkingDays, deadlinesFor } from '../../src/people/data-rights.ts'

describe('the days that the law gives', () => {
  it.each([
    // A Monday.
    ['correct', '2026-11-23', { acknowledgeBy: '2026-11-25', dueOn: '2026-12-03' }],
    // A Thursday: the weekend does not count for the acknowledgement, and counts for the rest.
    ['withdraw', '2026-11-26', { acknowledgeBy: '2026-11-30', dueOn: '2026-12-11' }],
    ['erase', '2026-12-18', { acknowledgeBy: '2026-12-22', dueOn: '2027-01-07' }],
  ] as const)('%s asked on %s', (kind, today, deadlines) => {
    expect(deadlinesFor(kind, today)).toEqual(deadlines)
  })

  it('counts over the end of a month, of a leap February, of a weekend', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01')
    expect(addWorkingDays('2026-11-28', 1)).toBe('2026-11-30')
  })
})
