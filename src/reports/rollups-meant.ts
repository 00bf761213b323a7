import type { Turn } from '../command/command.ts'
import { namedIndicators } from '../replies/named-indicators.ts'
import { readRollup, type CommuneRollup } from '../replies/rollup.ts'
import { rolledUpIndicators } from '../store/rollup.ts'
import type { Unit } from '../store/units.ts'
import { indicatorOf } from './values.ts'

/** The roll-ups of a commune that a message names; where it names none, all that villages have reported on. */
export async function rollupsMeant(turn: Turn<never>, commune: Unit): Promise<CommuneRollup[]> {
  const { db, catalogs, mentions, sets } = turn
  const named = mentions.targets.flatMap(({ kind, readings }) =>
    readings.flatMap(({ set: id, code }) => {
      const set = catalogs.get(id)
      return set ? namedIndicators({ kind, set, code }) : []
    }),
  )
  const listed = async () =>
    (await rolledUpIndicators(db, commune.path)).map(({ set_id, indicator }) =>
      indicatorOf(turn, { set: set_id, code: indicator }),
    )
  const wanted = (mentions.targets.length > 0 ? named : await listed()).filter(
    ({ set }) => sets.length === 0 || sets.includes(set),
  )
  return Promise.all(wanted.map(({ set, indicator }) => readRollup(turn, commune, set, indicator)))
}
