import { LIVE } from './assignments.ts'
import type { Db } from './schema.ts'

/** Who is in charge of an indicator (its code) or of a whole criterion (its number), and until when. */
export interface InCharge {
  target: string
  name: string
  /** ISO day. */
  due: string
}

/** Who is in charge of what of a set in a unit by tasks that are not over, the earliest due first; names as they are now. */
export async function inChargeOf(db: Db, unitId: string, setId: string): Promise<InCharge[]> {
  return db
    .selectFrom('assignments')
    .innerJoin('people', 'people.id', 'assignments.person_id')
    .select(['assignments.target', 'people.name', 'assignments.due'])
    .where('assignments.unit_id', '=', unitId)
    .where('assignments.set_id', '=', setId)
    .where('assignments.state', 'in', LIVE)
    .orderBy('assignments.due')
    .orderBy('people.name')
    .execute()
}
