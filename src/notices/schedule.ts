import type { Turn } from '../command/command.ts'
import { ruleShape, type Rule } from '../calendar/recurrence.ts'
import { groupsWithin, type FollowKind, type Group } from '../store/groups.ts'
import { OWN_CHATS, type Schedule } from '../store/schedules.ts'
import type { Db } from '../store/schema.ts'
import type { Unit } from '../store/units.ts'
import { unitName } from '../wording/names.ts'
import type { Say } from '../wording/say.ts'
import { ruleSaid } from './schedule-words.ts'

/** What can be sent at set times. */
export const SCHEDULE_KINDS = ['digest', 'announcement', 'overdue'] as const
export type ScheduleKind = (typeof SCHEDULE_KINDS)[number]

const FOLLOWED: Record<ScheduleKind, FollowKind> = {
  digest: 'digest',
  announcement: 'announcements',
  overdue: 'overdue',
}

/**
 * When a schedule recurs; undefined where what is kept is no rule, as a hand at the database may leave it. Such a schedule is
 * shown as broken and sends nothing, and all others go on.
 */
export function ruleOf({ rule }: Pick<Schedule, 'rule'>): Rule | undefined {
  try {
    return ruleShape.parse(JSON.parse(rule))
  } catch {
    return undefined
  }
}

/** For whose groups it is: the unit's own alone, or those below it too. */
export const REACHES = ['own', 'below'] as const
export type Reach = (typeof REACHES)[number]

/** Whose groups get a schedule. */
export function reachOf({ chats }: Pick<Schedule, 'chats'>): Reach {
  return chats === OWN_CHATS ? 'own' : 'below'
}

/** How that is kept. */
export function chatsOf(reach: Reach): string | null {
  return reach === 'own' ? OWN_CHATS : null
}

/** The groups that get it: those of the unit, or also those below it, that follow such notices and can be reached. */
export async function audienceOf(
  db: Db,
  { id, path }: Pick<Unit, 'id' | 'path'>,
  kind: ScheduleKind,
  reach: Reach,
): Promise<Group[]> {
  return (await groupsWithin(db, path, FOLLOWED[kind])).filter(
    ({ stoppedAt, unitId }) => stoppedAt === null && (reach === 'below' || unitId === id),
  )
}

/** Whether a group gets what a schedule sends. */
export function getsIt(group: Pick<Group, 'unitId' | 'unitPath' | 'follows'>, schedule: Schedule): boolean {
  const inReach =
    reachOf(schedule) === 'own' ? group.unitId === schedule.unit_id : group.unitPath.startsWith(schedule.unit_path)
  return inReach && group.follows.includes(FOLLOWED[kindOf(schedule)])
}

/** What is sent: `bản tin tiến độ của xã Mẫu Sơn`. */
export function whatSaid({ say }: Pick<Turn, 'say'>, kind: ScheduleKind, unit: Pick<Unit, 'level' | 'name'>): string {
  return say(`schedule-what-${kind}`, { unit: unitName(say, unit) })
}

/** When it is sent: `7 giờ 30 sáng thứ Hai hằng tuần`; that it is broken where that cannot be read any more. */
export function whenSaid(say: Say, schedule: Pick<Schedule, 'rule'>): string {
  const rule = ruleOf(schedule)
  return rule ? ruleSaid(say, rule) : say('schedule-when-broken')
}

/** The unit of a schedule, as names are made of it. */
export function unitOf({ unit_level: level, unit_name: name }: Pick<Schedule, 'unit_level' | 'unit_name'>) {
  return { level, name }
}

/** The kind of a schedule; what the program tells by itself is never one. */
export function kindOf({ kind }: Pick<Schedule, 'kind'>): ScheduleKind {
  if (kind === 'met') throw new Error('what is newly met is told at once, not by a schedule')
  return kind
}
