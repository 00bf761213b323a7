import type { Turn } from '../command/command.ts'
import { fold } from '../language/fold.ts'
import type { Schedule } from '../store/schedules.ts'
import { listedSchedules } from './listed-schedules.ts'
import { kindOf, unitOf, whatSaid, whenSaid } from './schedule.ts'

type Needed = Pick<Turn, 'db' | 'say' | 'speaker' | 'text' | 'subject'>

/** What a message says of which schedule is meant. */
export type Picked =
  | { kind: 'one'; schedule: Schedule; number: number }
  | { kind: 'all' | 'several' | 'these'; schedules: Schedule[] }
  | { kind: 'unknown'; number: number }
  | { kind: 'none' }

/**
 * The schedule that the words name by its number or its kind ("tắt lịch 2", "tắt lịch tiến độ"), or the only one there is.
 */
export async function pickSchedule(turn: Needed): Promise<Picked> {
  const listed = await listedSchedules(turn)
  if (listed.length === 0) return { kind: 'none' }
  const one = (schedule: Schedule | undefined, number: number): Picked =>
    schedule ? { kind: 'one', schedule, number: listed.indexOf(schedule) + 1 } : { kind: 'unknown', number }
  if (turn.subject !== undefined)
    return one(
      listed.find(({ id }) => String(id) === turn.subject),
      0,
    )
  const said = fold(turn.text)
  const numbers = numbersIn(said)
  const [number, ...more] = numbers
  if (number !== undefined && more.length === 0) return one(listed[number - 1], number)
  if (number !== undefined) {
    const unknown = numbers.find((each) => listed[each - 1] === undefined)
    if (unknown !== undefined) return { kind: 'unknown', number: unknown }
    return { kind: 'these', schedules: numbers.flatMap((each) => listed[each - 1] ?? []) }
  }
  if (/\b(het|tat ca|toan bo|moi|cac)\b/.test(said))
    return listed.length === 1 ? one(listed[0], 1) : { kind: 'all', schedules: listed }
  const [only, ...others] = ofKind(said, listed)
  if (only && others.length === 0) return one(only, 1)
  return { kind: 'several', schedules: only ? [only, ...others] : listed }
}

/** "Lịch 1", "lịch số 1, 2 và 4", "lịch 1 với lịch 2": each number once, in order. */
function numbersIn(said: string): number[] {
  const list =
    /\b(?:lich|so|thu)\s+(?:thong bao\s+|tien do\s+)?(?:so\s+|thu\s+)?(\d{1,2}(?:(?:\s*[,;+&]\s*|\s+(?:va|voi|cung|ca)\s+|\s+)(?:(?:lich|so)\s+)*\d{1,2}(?![\dh:]))*)(?![\dh])/.exec(
      said,
    )?.[1]
  return [...new Set((list?.match(/\d+/g) ?? []).map(Number))].sort((a, b) => a - b)
}

function ofKind(said: string, listed: readonly Schedule[]): Schedule[] {
  const kind = /\bqua han\b/.test(said) ? 'overdue' : /\b(tien do|ban tin)\b/.test(said) ? 'digest' : undefined
  const found = listed.filter((schedule) => schedule.kind === kind)
  return found.length > 0 ? found : [...listed]
}

/** `bản tin tiến độ của xã Mẫu Sơn`, and when it is sent. */
export function scheduleSaid({ say }: Pick<Turn, 'say'>, schedule: Schedule): { what: string; when: string } {
  return { what: whatSaid({ say }, kindOf(schedule), unitOf(schedule)), when: whenSaid(say, schedule) }
}
