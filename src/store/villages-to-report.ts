import { sql } from 'kysely'
import type { Period, PeriodKind } from '../calendar/periods.ts'
import type { Db } from './schema.ts'

/** A village that sent nothing, with somebody who is to report for it and can be reached. */
export interface VillageToReport {
  unit_id: string
  name: string
  person_id: string
}

/**
 * The living villages that report in periods of this kind and of which no report of the period waits or is approved, once
 * for each head who has an account.
 */
export async function villagesToReport(db: Db, kind: PeriodKind, { from, to }: Period): Promise<VillageToReport[]> {
  const { rows } = await sql<VillageToReport>`
    select villages.id as unit_id, villages.name, roles.person_id
    from units as villages
    join roles on roles.unit_id = villages.id and roles.role = 'village_head'
    left join units as communes on communes.id = villages.parent_id
    left join units as districts on districts.id = communes.parent_id
    left join units as provinces on provinces.id = districts.parent_id
    left join unit_settings as own on own.unit_id = villages.id
    left join unit_settings as of_commune on of_commune.unit_id = communes.id
    left join unit_settings as of_district on of_district.unit_id = districts.id
    left join unit_settings as of_province on of_province.unit_id = provinces.id
    where villages.level = 'thon' and villages.ended_on is null
      and coalesce(own.reporting, of_commune.reporting, of_district.reporting, of_province.reporting, 'month') = ${kind}
      and exists (select 1 from accounts where accounts.person_id = roles.person_id)
      and not exists (
        select 1 from reports join report_states on report_states.report_id = reports.id
        where reports.unit_id = villages.id and reports.as_of between ${from} and ${to}
          and report_states.state in ('waiting', 'approved'))
    order by villages.path, roles.person_id`.execute(db)
  return rows
}
