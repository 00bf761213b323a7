import type { Turn } from '../command/command.ts'
import type { CriteriaSet } from '../criteria/criteria-set.ts'
import { leadingFigures, standingLines, type Leading } from '../replies/standing.ts'
import { communeStandings, unmetWithin, type CommuneStanding } from '../store/figures.ts'
import { unitsWithin, type Unit } from '../store/units.ts'
import { readEmphasis } from '../wording/emphasis.ts'
import { capitalised, unitName } from '../wording/names.ts'
import type { Say } from '../wording/say.ts'

/** A commune on a set, as it stands in a document on a district or a province. */
export interface CommuneRow {
  name: string
  /** The district, or the province itself. */
  above: string
  /** Undefined where there are no figures. */
  standing: CommuneStanding | undefined
  /** What is to be said first. */
  leading: Leading | undefined
  /** The codes that are not met, in the set's order. */
  unmet: readonly string[]
  /** Where report and list disagree, what is open; that there are no figures. */
  note: string
}

/** The communes of a district or a province with where they stand on a set, those without figures too, by place. */
export async function communeRows(
  { db, say }: Pick<Turn, 'db' | 'say'>,
  region: Unit,
  set: CriteriaSet,
): Promise<CommuneRow[]> {
  const communes = await unitsWithin(db, region.path, 'xa')
  const districts = new Map((await unitsWithin(db, region.path, 'huyen')).map((unit) => [unit.id, unitName(say, unit)]))
  const standings = new Map((await communeStandings(db, region.path, set.id)).map((each) => [each.unit_id, each]))
  const unmet = Map.groupBy(await unmetWithin(db, region.path, set.id), ({ unit_id }) => unit_id)
  const order = new Map(set.criteria.flatMap(({ indicators }) => indicators).map(({ code }, at) => [code, at]))
  // Of a region that lives on, communes that are no more are history.
  const shown = communes.filter(({ ended_on }) => ended_on === null || region.ended_on !== null)
  return shown.map((unit) => {
    const standing = standings.get(unit.id)
    return {
      name: capitalised(unitName(say, unit)),
      above: districts.get(unit.parent_id ?? '') ?? unitName(say, region),
      standing,
      leading: standing && leadingFigures(standing),
      unmet: (unmet.get(unit.id) ?? [])
        .map(({ indicator }) => indicator)
        .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
      note: noteOf(say, set, standing),
    }
  })
}

function noteOf(say: Say, set: CriteriaSet, standing: CommuneStanding | undefined): string {
  if (!standing) return say('workbook-no-figures')
  return standingLines(say, set, standing)
    .slice(2)
    .map((line) => readEmphasis(line).text)
    .join(' ')
}
