import type { Provenance } from '../criteria/provenance.ts'
import { day } from '../wording/figures.ts'
import type { Say } from '../wording/say.ts'

/** `Tính đến 30/04/2023. Nguồn: …`; of figures of several days, from the first to the last of them. */
export function sourceLine(say: Say, provenance: Provenance): string {
  const { from, to } = provenance
  const source = sourceWords(say, provenance)
  return from === to
    ? say('source-line', { day: day(to), source })
    : say('source-line-days', { from: day(from), to: day(to), source })
}

/** The newest source by name, and how many more there are. */
export function sourceWords(say: Say, { source, others }: Pick<Provenance, 'source' | 'others'>): string {
  return others > 0 ? say('source-and-others', { source, others }) : source
}

/** `30/04/2023`, or `30/04/2023 – 01/12/2026`, as it stands in a cell. */
export function daysShort({ from, to }: Pick<Provenance, 'from' | 'to'>): string {
  return from === to ? day(to) : `${day(from)} – ${day(to)}`
}

/** `đến 30/04/2023`, or `từ … đến …`, as it stands in brackets behind a figure. */
export function daysWords(say: Say, { from, to }: Pick<Provenance, 'from' | 'to'>): string {
  return from === to ? say('ranking-day', { day: day(to) }) : say('ranking-days', { from: day(from), to: day(to) })
}
