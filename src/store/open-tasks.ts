import type { Db, UnitLevel } from './schema.ts'
import type { AssignmentState } from './work-tables.ts'
import { endOfSubtree } from './units.ts'

/** A task that is not closed, with the name of who has it. */
export interface OpenTask {
  target: string
  task: string
  due: string
  state: AssignmentState
  person: string
  unit_name: string
  unit_level: UnitLevel
}

/** The tasks on a set in a subtree that are neither closed nor cancelled, the earliest due first. */
export async function openTasksWithin(db: Db, path: string, setId: string): Promise<OpenTask[]> {
  return db
    .selectFrom('assignments')
    .innerJoin('people', 'people.id', 'assignments.person_id')
    .innerJoin('units', 'units.id', 'assignments.unit_id')
    .select(['assignments.target', 'assignments.task', 'assignments.due', 'assignments.state', 'people.name as person'])
    .select(['units.name as unit_name', 'units.level as unit_level'])
    .where('units.path', '>=', path)
    .where('units.path', '<', endOfSubtree(path))
    .where('assignments.set_id', '=', setId)
    .where('assignments.state', 'in', ['open', 'done'])
    .orderBy('assignments.due')
    .orderBy('assignments.id')
    .execute()
}
