import { CHANNELS } from '../messages/incoming.ts'
import { isRepeated, readSubject, type Subjects } from './check-figures.ts'
import { codeLike, type KnownSet } from './known-sets.ts'
import { forEachRow, type Row } from './rows.ts'
import type { Problem } from './problem.ts'
import type { RawTable } from './tables.ts'
import { FOLLOW_KINDS, type FollowKind } from '../store/groups.ts'
import type { AssignmentRecord, GroupRecord } from '../store/work-import.ts'

export function checkAssignments(
  table: RawTable,
  subjects: Subjects,
  hasPerson: (id: string) => boolean,
  problems: Problem[],
): AssignmentRecord[] {
  const records: AssignmentRecord[] = []
  const rowOf = new Map<string, number>()
  forEachRow(table, problems, (row) => {
    const { unit_id, set } = readSubject(row, subjects)
    const target = set && readTarget(row, set)
    const person_id = row.required('person')
    if (person_id !== undefined && !hasPerson(person_id)) row.note('person', 'unknown_person', { value: person_id })
    const task = row.required('task')
    const due = row.date('due')
    if (row.failed || isRepeated(row, rowOf, `${unit_id}/${set!.id}/${target}/${person_id}`)) return
    records.push({ unit_id: unit_id!, set_id: set!.id, target: target!, person_id: person_id!, task: task!, due: due! })
  })
  return records
}

export function checkGroups(table: RawTable, hasUnit: (id: string) => boolean, problems: Problem[]): GroupRecord[] {
  const records: GroupRecord[] = []
  const rowOf = new Map<string, number>()
  forEachRow(table, problems, (row) => {
    const external_id = row.required('chat')
    const channel = row.oneOf('channel', CHANNELS)
    const unit_id = row.required('unit')
    if (unit_id !== undefined && !hasUnit(unit_id)) row.note('unit', 'unknown_unit', { value: unit_id })
    const title = row.optional('name') || null
    const follows = readFollows(row)
    if (row.failed || isRepeated(row, rowOf, `${channel}/${external_id}`)) return
    records.push({ channel: channel!, external_id: external_id!, title, unit_id: unit_id!, follows: follows! })
  })
  return records
}

/** What a group follows, separated by `;`; everything where the cell is empty. */
function readFollows(row: Row): FollowKind[] | undefined {
  const words = row
    .optional('follows')
    .split(';')
    .flatMap((word) => word.trim() || [])
  const unknown = words.find((word) => !(FOLLOW_KINDS as readonly string[]).includes(word))
  if (unknown !== undefined)
    return row.note('follows', 'unknown_word', { value: unknown, allowed: FOLLOW_KINDS.join(', ') })
  return FOLLOW_KINDS.filter((kind) => words.length === 0 || words.includes(kind))
}

/** A criterion's number or an indicator's code; a whole number in a spreadsheet is a criterion's, whatever it looks like. */
function readTarget(row: Row, set: KnownSet): string | undefined {
  const code = row.required('target')
  if (code === undefined) return undefined
  const other = row.isNumber('target') && code.includes('.') ? codeLike(code, set.targets) : undefined
  if (other !== undefined) return row.note('target', 'ambiguous_code', { value: code, other })
  return set.targets.get(code) ?? row.note('target', 'unknown_target', { value: code, set: set.id })
}
