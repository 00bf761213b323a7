import type { Turn } from '../command/command.ts'

const FEWEST_WORDS = 3

/**
 * What stands behind the last comma of a sentence about a task, where it says neither whose the task is nor until when: "giao 13.5
 * cho chị Hoa hạn 15/12, làm hồ sơ OCOP", "xong việc 2 rồi, còn 5 hộ chưa mua". Undefined where it is no text of its own.
 */
export function lastClause({ text, language, today }: Pick<Turn, 'text' | 'language' | 'today'>): string | undefined {
  const [head, ...clauses] = text.normalize('NFC').split(/,\s+/)
  const last = clauses.at(-1)?.trim()
  if (!head || last === undefined || last.split(/\s+/).length < FEWEST_WORDS) return undefined
  const { dates, people, units, times } = language.understand(last, today).mentions
  const says = dates.length + people.length + units.length + times.length > 0
  return says || /(?<!\p{L})(hạn|han|giao|cho|nhé|nhe|ạ)(?!\p{L})/iu.test(last) ? undefined : last
}
