import { z } from 'zod'
import type { Turn } from '../command/command.ts'
import { readRollup, reportIdsOf, rollupNote } from '../replies/rollup.ts'
import { lastFixing } from '../store/rollup.ts'
import { officersOver } from '../store/roster.ts'
import type { ReportRow } from '../store/reports.ts'
import { unitName } from '../wording/names.ts'
import { communeOnPath } from './places.ts'
import { indicatorOf } from './values.ts'

type Needed = Pick<Turn, 'db' | 'say' | 'catalogs' | 'tell'>

const MOST_OFFICERS = 20
const fixedShape = z.object({ reports: z.array(z.number()).optional() })

/**
 * Tells the commune's officers that all villages have reported on an indicator, and asks them to fix the figure. Once a
 * round: after a figure was fixed, only when each village has a newer report than the one that went into it.
 */
export async function tellWhenComplete(
  turn: Needed,
  { set_id, indicator: code, unit_path }: Pick<ReportRow, 'set_id' | 'indicator'> & { unit_path: string },
): Promise<void> {
  const { db, say } = turn
  const commune = await communeOnPath(db, unit_path)
  if (!commune) return
  const { set, indicator } = indicatorOf(turn, { set: set_id, code })
  const read = await readRollup(turn, commune, set, indicator)
  if (!read.rollup.complete) return
  const fixed = await lastFixing(db, commune.id, `${set_id}/${code}`)
  if (reportIdsOf(read).some((id) => reportsIn(fixed).includes(id))) return
  const own = await officersOver(db, commune.path, ['commune_officer'], MOST_OFFICERS)
  const officers = own.length > 0 ? own : await officersOver(db, commune.path, ['admin'], MOST_OFFICERS)
  const round = `rollup:${commune.id}:${set_id}:${code}:${fixed?.id ?? 0}`
  const text = [
    say('rollup-complete', { code, set: set.short_name, unit: unitName(say, commune) }),
    indicator.name,
    rollupNote(say, read),
    say('rollup-complete-ask'),
  ].join('\n')
  for (const { personId } of officers)
    await turn.tell(personId, `${round}:${personId}`, {
      text,
      choices: [
        {
          label: say('rollup-offer', { code, set: set.short_name }),
          ask: { command: 'fix-rollup', unit: commune.id, set: set_id, target: code },
        },
      ],
    })
}

/** Says that the commune's figure was fixed from a report whose approval is taken back: it is to be looked at again. */
export async function fixedFromIt(
  { db, say }: Pick<Turn, 'db' | 'say'>,
  { id, set_id, indicator, unit_path }: Pick<ReportRow, 'id' | 'set_id' | 'indicator'> & { unit_path: string },
): Promise<string[]> {
  const commune = await communeOnPath(db, unit_path)
  if (!commune) return []
  const fixed = await lastFixing(db, commune.id, `${set_id}/${indicator}`)
  return reportsIn(fixed).includes(id)
    ? [say('rollup-fixed-from', { code: indicator, unit: unitName(say, commune) })]
    : []
}

function reportsIn(fixed: { after: string | null } | undefined): number[] {
  return fixed?.after ? (fixedShape.safeParse(JSON.parse(fixed.after)).data?.reports ?? []) : []
}
