import { HOME_ZONE } from '../calendar/zone.ts'
import type { Db } from './schema.ts'
import { findUnits } from './units.ts'
import type { ReportingPeriod, UnitSettingTable } from './work-tables.ts'

/** How often villages report where no unit above them has decided otherwise. */
const DEFAULT_REPORTING: ReportingPeriod = 'month'

type Settings = Omit<UnitSettingTable, 'unit_id'>

/** The IANA zone of a unit: its own, else the nearest above it that has decided, else Vietnam's. */
export async function zoneOf(db: Db, path: string): Promise<string> {
  return (await nearest(db, path, 'time_zone')) ?? HOME_ZONE
}

/** The zone in which a person works: that of the first unit where they act, else Vietnam's. */
export async function zoneOfPerson(db: Db, personId: string): Promise<string> {
  const [first] = await db
    .selectFrom('roles')
    .innerJoin('units', 'units.id', 'roles.unit_id')
    .select('units.path')
    .where('roles.person_id', '=', personId)
    .orderBy('units.path')
    .limit(1)
    .execute()
  return first ? zoneOf(db, first.path) : HOME_ZONE
}

/** The zones of many units by their ids; those that go by Vietnam's are left out. */
export async function zonesOf(db: Db, unitIds: readonly string[]): Promise<Map<string, string>> {
  const zones = new Map<string, string>()
  if ((await allUnitSettings(db)).every(({ time_zone }) => time_zone === null)) return zones
  for (const { id, path } of await findUnits(db, [...new Set(unitIds)])) {
    const zone = await zoneOf(db, path)
    if (zone !== HOME_ZONE) zones.set(id, zone)
  }
  return zones
}

/** How often the villages of a unit report: as it has decided, or the nearest above it; monthly by default. */
export async function reportingOf(db: Db, path: string): Promise<ReportingPeriod> {
  return (await nearest(db, path, 'reporting')) ?? DEFAULT_REPORTING
}

async function nearest<K extends keyof Settings>(db: Db, path: string, setting: K): Promise<Settings[K] | undefined> {
  const line = path.split('/').filter((id) => id !== '')
  if (line.length === 0) return undefined
  const rows = await db.selectFrom('unit_settings').selectAll().where('unit_id', 'in', line).execute()
  const decided = new Map(rows.filter((row) => row[setting] !== null).map((row) => [row.unit_id, row]))
  const id = line.findLast((each) => decided.has(each))
  return id === undefined ? undefined : decided.get(id)?.[setting]
}

/** All units that have decided anything, for what looks at every one of them. */
export async function allUnitSettings(db: Db): Promise<UnitSettingTable[]> {
  return db.selectFrom('unit_settings').selectAll().execute()
}

/** Decides for a unit and all below it; what is left out stays as it is, `null` gives it back to the unit above. */
export async function decideForUnit(db: Db, unitId: string, decided: Partial<Settings>): Promise<void> {
  await db
    .insertInto('unit_settings')
    .values({ unit_id: unitId, time_zone: null, reporting: null, ...decided })
    .onConflict((conflict) => conflict.column('unit_id').doUpdateSet(decided))
    .execute()
}
