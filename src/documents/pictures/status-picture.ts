import type { Turn } from '../../command/command.ts'
import type { CriteriaSet } from '../../criteria/criteria-set.ts'
import type { OutgoingFile } from '../../messages/outgoing.ts'
import { unitSetToday } from '../../replies/unit-set.ts'
import { standingsOf } from '../../store/figures.ts'
import type { Unit } from '../../store/units.ts'
import { readStatusCard } from './read-status-card.ts'
import { statusCard } from './status-card.ts'

/**
 * The status card of a unit on a set as it stands today, as a file to send. Whether the one it goes to may see it is for
 * the caller to check.
 *
 * @param context of a turn, or of a notice that no turn brought about.
 * @returns undefined where there are no figures, or the card could not be drawn (the log says why).
 */
export async function statusPicture(
  context: Pick<Turn, 'db' | 'say' | 'catalogs' | 'draw'>,
  unit: Unit,
  set: CriteriaSet,
): Promise<OutgoingFile | undefined> {
  const standing = (await standingsOf(context.db, unit.id)).find(({ set_id }) => set_id === set.id)
  if (!standing) return undefined
  const card = await readStatusCard(context, unit, await unitSetToday(context.db, set, standing))
  return card && context.draw(statusCard(context.say, card))
}
