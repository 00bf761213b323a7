const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' })

/** The ISO day in Vietnam at an instant. */
export function isoDay(now: Date): string {
  return DAY.format(now)
}
