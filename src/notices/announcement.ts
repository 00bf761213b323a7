import type { Turn } from '../command/command.ts'
import type { Unit } from '../store/units.ts'
import { literal } from '../wording/emphasis.ts'
import { unitName } from '../wording/names.ts'

/** An announcement as the groups see it: whose it is, then its text, word for word. */
export function announcementOf({ say }: Pick<Turn, 'say'>, unit: Pick<Unit, 'level' | 'name'>, text: string): string {
  return [say('announcement', { unit: unitName(say, unit) }), literal(text)].join('\n')
}
