import { CHANNELS } from '../messages/incoming.ts'
import { isRepeated, readSubject, type Subjects } from './check-figures.ts'
import { codeLike, type KnownSet } from './known-sets.ts'
import { forEachRow, type Row } from './rows.ts'
import type { Problem } from './problem.ts'
import type { RawTable } from './tables.ts'
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
    if (row.failed || isRepeated(row, rowOf, `${channel}/${external_id}`)) return
    records.push({ channel: channel!, external_id: external_id!, title, unit_id: unit_id! })
  })
  return records
}

/** A criterion's number or an indicator's code; a whole number in a spreadsheet is a criterion's, whatever it looks like. */
function readTarget(row: Row, set: KnownSet): string | undefined {
  const code = row.required('target')
  if (code === undefined) return undefined
  const other = row.isNumber('target') && code.includes('.') ? codeLike(code, set.targets) : undefined
  if (other !== undefined) return row.note('target', 'ambiguous_code', { value: code, other })
  return set.targets.get(code) ?? row.note('target', 'unknown_target', { value: code, set: set.id })
}
