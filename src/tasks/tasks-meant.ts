import type { Turn } from '../command/command.ts'
import { fold } from '../language/fold.ts'
import type { Mentions, TargetMention } from '../language/meaning.ts'
import type { Assignment } from '../store/assignments.ts'

/** What follows a number that makes it something else: "2/12", "13.2", "2 tuần". */
const NO_NUMBER = String.raw`(?![.,/-]?\d)(?!\s*(?:ngay|tuan|thang|nam|ho|%|\/))`
/** "việc 2", "xong việc số 2". */
const TASK = new RegExp(String.raw`\b(?:viec|so|nhiem vu)(?: so)*\s+(\d+)\b${NO_NUMBER}`, 'g')
/** "xong 2", which may be a task's number or a criterion's. */
const ANY = new RegExp(String.raw`\b(?:xong|nhan|han|huy|giao|chuyen)\s+(\d+)\b${NO_NUMBER}`, 'g')

/** Words about tasks themselves, which also stand in the names of indicators. */
const NO_NAMES = new Set(
  `da,han,gia han,thoi han,viec,giao viec,nhiem vu,phan cong,cong viec,phu trach,ho so,ke hoach,xong,hoan thanh,nguoi,xac nhan,
thoi gian`.split(/,\s*/),
)

/** The criteria and indicators that are named in words about tasks: "gia hạn" names none, though one has "hạn" in its name. */
export function namedTargets({ targets }: Pick<Mentions, 'targets'>): TargetMention[] {
  return targets.filter(({ text }) => !NO_NAMES.has(fold(text)))
}

/** The numbers of tasks in a text that are said to be ones. What follows a colon is a note. */
export function readTaskIds(text: string): number[] {
  return numbers(text, TASK)
}

function numbers(text: string, pattern: RegExp): number[] {
  const [head = ''] = fold(text).split(':')
  return [...head.matchAll(pattern)].map(([, number]) => Number(number))
}

export interface Meant {
  tasks: Assignment[]
  /** Whether the words name any task at all, whether there is one like that or not. */
  named: boolean
}

/** The tasks that a turn means among those that it may mean: by number, by what they are about, whose they are, where. */
export function tasksMeant(
  { text, subject, mentions, catalogs }: Pick<Turn, 'text' | 'subject' | 'mentions' | 'catalogs'>,
  candidates: readonly Assignment[],
): Meant {
  if (subject !== undefined) return { tasks: candidates.filter(({ id }) => id === Number(subject)), named: true }
  const said = readTaskIds(text)
  // "Xong việc 11" of somebody who has no task 11 is the one on criterion 11.
  const ids = candidates.some(({ id }) => said.includes(id)) || /\bso \d/.test(fold(text)) ? said : []
  const loose = ids.length > 0 ? [] : [...said, ...numbers(text, ANY)]
  // The number of a task is no criterion.
  const targets = namedTargets(mentions).filter((mention) => !ids.includes(Number(mention.text)))
  const readings = targets.flatMap((mention) => mention.readings)
  const people = new Set(mentions.people.flatMap((person) => person.ids))
  const units = mentions.units.flatMap((unit) => unit.ids)
  const numbered = candidates.filter(
    ({ id, target }) => ids.includes(id) || loose.some((n) => n === id || String(n) === target),
  )
  const about = candidates.filter(({ set_id, target }) =>
    readings.some(({ set, code }) => set === set_id && code === target),
  )
  const within = candidates.filter(({ set_id, target }) =>
    readings.some(({ set, code }) => set === set_id && String(catalogs.criterionOf(set_id, target)?.no) === code),
  )
  const named = ids.length + loose.length + readings.length > 0
  const found = named ? [...new Set([...numbered, ...(about.length > 0 ? about : within)])] : [...candidates]
  const tasks = found
    .filter(({ person_id }) => people.size === 0 || people.has(person_id))
    .filter(({ unit_path }) => units.length === 0 || units.some((id) => unit_path.includes(`/${id}/`)))
  return { tasks, named: named || people.size + units.length > 0 }
}
