/** The month that an ISO day lies in, both ends included. */
export function monthOf(day: string): { from: string; to: string } {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
  return { from: `${day.slice(0, 7)}-01`, to: last }
}

/** The instant at which a day is over in Vietnam, which is seven hours ahead of UTC: a day's deadline. */
export function startOfNextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00+07:00`) + 24 * 3600_000).toISOString()
}
