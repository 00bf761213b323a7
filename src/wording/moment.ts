const TIME = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' })

/** The time of day in Vietnam at an instant: `08:15`. */
export function time(instant: Date | string): string {
  return TIME.format(new Date(instant))
}

/** The ISO day in Vietnam at an instant. */
export function dayOf(instant: Date | string): string {
  return DAY.format(new Date(instant))
}
