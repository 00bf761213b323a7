/** What a unit sent for a period: whether any report stands, and when the first came. */
export interface Sent {
  id: string
  /** Reports that wait or are approved. */
  standing: number
  /** Reports that were given back. */
  returned: number
  /** The instant of the first report, ISO 8601 in UTC; null without one. */
  firstAt: string | null
}

/** How many units reported, and how many of those in time; ids in the order they were given. */
export interface Completeness {
  total: number
  reported: string[]
  onTime: string[]
  /** Reported after the deadline. */
  late: string[]
  /** Everything they sent was given back. */
  returned: string[]
  /** Sent nothing. */
  missing: string[]
}

/** Who reported for a period. On time is who sent a first report before the deadline, even if it had to be corrected. */
export function completenessOf(sent: readonly Sent[], deadline: string): Completeness {
  const ids = (keep: (each: Sent) => boolean) => sent.filter(keep).map(({ id }) => id)
  const inTime = ({ firstAt }: Sent) => firstAt !== null && firstAt < deadline
  return {
    total: sent.length,
    reported: ids(({ standing }) => standing > 0),
    onTime: ids((each) => each.standing > 0 && inTime(each)),
    late: ids((each) => each.standing > 0 && !inTime(each)),
    returned: ids(({ standing, returned }) => standing === 0 && returned > 0),
    missing: ids(({ standing, returned }) => standing === 0 && returned === 0),
  }
}
