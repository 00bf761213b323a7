import { addDays } from '../calendar/days.ts'

/** "Sắp đến hạn" is within so many days, today included. */
const SOON_DAYS = 14

export function isLate(today: string, due: string): boolean {
  return due < today
}

export function isSoon(today: string, due: string): boolean {
  return due >= today && due <= addDays(today, SOON_DAYS)
}

const LATE = /\b(qua han|tre han|tre|cham|lam cham|het han)\b/
const SOON = /\b(sap|den han|toi han|han trong|phai xong|gap)\b/

/** Which tasks a folded text asks for by their due day. */
export function readWhen(folded: string): 'late' | 'soon' | undefined {
  if (LATE.test(folded)) return 'late'
  return SOON.test(folded) ? 'soon' : undefined
}
