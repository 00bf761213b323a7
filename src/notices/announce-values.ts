import { z } from 'zod'
import type { Turn } from '../command/command.ts'
import { addDays } from '../calendar/days.ts'
import { QUIET } from '../calendar/quiet-hours.ts'
import { instantAt, localAt } from '../calendar/zone.ts'
import type { OutgoingFile } from '../messages/outgoing.ts'
import { may } from '../people/permissions.ts'
import { findUnits, type Unit } from '../store/units.ts'
import { zoneOf } from '../store/unit-settings.ts'
import type { Group } from '../store/groups.ts'
import { keyOf, ownGroups } from './own-groups.ts'

export type Photo = { sha256: string; mime: string }

/** What an announcement is made of. */
export type Announce = {
  /** The unit that speaks. */
  unit: string
  text: string
  photo?: Photo | null
  /** The groups that could get it, by keys and in the order of their numbers, and the numbers of those that are to. */
  groups: { all: string[]; chosen: number[] }
  when: 'now' | 'morning'
  /** When it was begun: the same text sent before that was named in the preview, sent after that perhaps not. */
  begun: string
}

export const announceShapes = {
  unit: z.string(),
  text: z.string().min(2),
  photo: z.object({ sha256: z.string(), mime: z.string() }),
  groups: z.object({ all: z.array(z.string()), chosen: z.array(z.number()) }),
  when: z.enum(['now', 'morning']),
  begun: z.string(),
}

/** The units for which somebody can speak. */
export async function speakingUnits({ db, speaker }: Pick<Turn, 'db' | 'speaker'>): Promise<Unit[]> {
  const own = [...new Set(speaker.grants.map(({ unitId }) => unitId))]
  return (await findUnits(db, own)).filter((unit) => may(speaker, 'send-notice', unit))
}

/** The groups of a unit and below that follow announcements and are the speaker's to tell, in the order of their numbers. */
export async function groupsFor(turn: Pick<Turn, 'db' | 'speaker'>, unit: Unit): Promise<Group[]> {
  const own = await ownGroups(turn, 'send-notice', 'announcements')
  return own.filter(({ unitPath }) => unitPath.startsWith(unit.path))
}

/** All groups that can be reached are chosen, unless others are. */
export function allOf(groups: readonly Group[], chosen?: (group: Group) => boolean): Announce['groups'] {
  const numbers = groups.flatMap((group, index) =>
    (chosen ?? ((each: Group) => each.stoppedAt === null))(group) ? [index + 1] : [],
  )
  return { all: groups.map(keyOf), chosen: numbers }
}

export function photoFile({ attach }: Pick<Turn, 'attach'>, photo: Photo | null): OutgoingFile | undefined {
  return photo ? attach(photo, 'thong-bao') : undefined
}

/** When an announcement is to leave: at once, or when the next quiet hours of the unit are over. */
export async function sendAtFor(
  { db, now }: Pick<Turn, 'db' | 'now'>,
  unit: Unit,
  when: Announce['when'],
): Promise<Date> {
  if (when === 'now') return now
  const zone = await zoneOf(db, unit.path)
  const { day, time } = localAt(now, zone)
  return instantAt(time < QUIET.until ? day : addDays(day, 1), QUIET.until, zone)
}
