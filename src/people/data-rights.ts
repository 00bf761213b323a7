/**
 * The days that the law gives for what people ask of their data (Nghị định 356/2025/NĐ-CP, Điều 5): two working days to
 * acknowledge; 10 days to correct, 15 to act on a withdrawal of consent, 20 to erase.
 */
const DAYS = { correct: 10, withdraw: 15, erase: 20 } as const
const WORKING_DAYS_TO_ACKNOWLEDGE = 2

export interface Deadlines {
  acknowledgeBy: string
  dueOn: string
}

/** @param today ISO day on which the request was made. */
export function deadlinesFor(kind: keyof typeof DAYS, today: string): Deadlines {
  return { acknowledgeBy: addWorkingDays(today, WORKING_DAYS_TO_ACKNOWLEDGE), dueOn: addDays(today, DAYS[kind]) }
}

/** Monday to Friday; public holidays are not known here, so that a day is never counted too generously by more than those. */
export function addWorkingDays(day: string, count: number): string {
  let at = day
  for (let left = count; left > 0;) {
    at = addDays(at, 1)
    if (!isWeekend(at)) left -= 1
  }
  return at
}

export function addDays(day: string, count: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + count)
  return at.toISOString().slice(0, 10)
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
}
