import { fold } from './fold.ts'

/** A message that is longer than people's questions. */
const LEAST_LENGTH = 140
/** A total out of one of the sets' sizes, or what is unmet by its codes. */
const TOTALS = /\b\d{1,2}\s*(?:\/|tren)\s*(?:tong so\s*)?(?:19|57|75|47|10)\b/
const NOUNS = /\b(?:tieu chi|chi tieu)\b/
const LISTS = /\b(?:chua dat|con thieu)\b[\s\S]{0,200}\b\d{1,2}\.\d{1,2}\b/

/**
 * Whether a message is a report that was pasted or forwarded, and no question: cheap and sure, as a question must never end
 * here. What it says is read afterwards, and what cannot be read is said.
 */
export function looksLikeReport(text: string): boolean {
  const trimmed = text.trim()
  if (trimmed.length < LEAST_LENGTH || trimmed.startsWith('/') || trimmed.endsWith('?')) return false
  const folded = fold(trimmed)
  return NOUNS.test(folded) && (TOTALS.test(folded) || LISTS.test(folded))
}

/** Whether a message goes on with a report whose first part was pasted before: as long, and of criteria too. */
export function looksLikeMore(text: string): boolean {
  const trimmed = text.trim()
  return (
    trimmed.length >= LEAST_LENGTH / 2 &&
    !trimmed.startsWith('/') &&
    !trimmed.endsWith('?') &&
    NOUNS.test(fold(trimmed))
  )
}
