/** A status, as far as it tells of which day and by which source it is. */
export interface Told {
  as_of: string
  source: string
  /** Of one day, the greater is the later word. */
  status_id: number
}

/** Of which days figures are, and by whose word: the newest source by name, the others by how many they are. */
export interface Provenance {
  /** ISO days. */
  from: string
  to: string
  source: string
  others: number
}

/** Where some figures come from; undefined for none. */
export function provenanceOf(rows: readonly Told[]): Provenance | undefined {
  const [newest, ...older] = rows.toSorted((a, b) => b.as_of.localeCompare(a.as_of) || b.status_id - a.status_id)
  if (!newest) return undefined
  return {
    from: older.at(-1)?.as_of ?? newest.as_of,
    to: newest.as_of,
    source: newest.source,
    others: new Set(rows.map(({ source }) => source)).size - 1,
  }
}

/**
 * The columns of a standing that tell where its list comes from. What a report only presumes rests on that report too, which
 * makes the list no newer.
 */
export function listColumns(rows: readonly Told[], presumedBy: { as_of: string; source: string } | undefined) {
  const list = provenanceOf(rows)
  if (!list) return { as_of: null, source: null, since: null, other_sources: 0 }
  const sources = new Set([...rows, ...(presumedBy ? [presumedBy] : [])].map(({ source }) => source))
  const since = presumedBy && presumedBy.as_of < list.from ? presumedBy.as_of : list.from
  return { as_of: list.to, source: list.source, since, other_sources: sources.size - 1 }
}
