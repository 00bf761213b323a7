import { day } from './figures.ts'
import { dayOf, time } from './moment.ts'

/** An instant as people in Vietnam read it: `08:30 30/04/2023`. */
export function instant(at: Date | string): string {
  return `${time(at)} ${day(dayOf(at))}`
}
