import { localAt } from '../calendar/zone.ts'

/** The time of day in Vietnam at an instant: `08:15`. */
export function time(instant: Date | string): string {
  return localAt(new Date(instant)).time
}

/** The ISO day in Vietnam at an instant. */
export function dayOf(instant: Date | string): string {
  return localAt(new Date(instant)).day
}
