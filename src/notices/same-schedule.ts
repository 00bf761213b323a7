import type { Turn } from '../command/command.ts'
import { nextDeliveries, type Rule } from '../calendar/recurrence.ts'
import { chatsOfNotice, scheduledBetween } from '../store/notices.ts'
import { schedulesWithin, type Schedule } from '../store/schedules.ts'
import type { Db } from '../store/schema.ts'
import { zoneOf } from '../store/unit-settings.ts'
import type { Unit } from '../store/units.ts'
import { listedSchedules } from './listed-schedules.ts'
import { ruleOf } from './schedule.ts'
import { ruleSaid } from './schedule-words.ts'
import type { ScheduleValues } from './schedule-values.ts'

/** What several schedules of a unit say within this time, a group is told once. */
export const TOGETHER_MS = 3600_000
/** So many of the next times are looked at for those that fall together. */
const LOOKED_AT = 40

/** A schedule that sends the same as one that is to be set: at all its times, or at one. */
export interface Like {
  /** Its number in the list. */
  number: number
  when: string
  same: boolean
  /** The first time at which they fall together. */
  at: Date
}

/** The schedules of the unit that send the same kind, or the same text, within an hour of what is to be set. */
export async function likeThese(turn: Turn<never>, unit: Unit, values: ScheduleValues, rule: Rule): Promise<Like[]> {
  const { db, say, now } = turn
  const { kind, replaces } = values
  const text = values.text ?? null
  const zone = await zoneOf(db, unit.path)
  const others = (await schedulesWithin(db, unit.path)).filter(
    (each) => each.unit_id === unit.id && each.kind === kind && each.text === text && each.id !== replaces,
  )
  if (others.length === 0) return []
  const listed = await listedSchedules(turn)
  const times = nextDeliveries(rule, now, zone, LOOKED_AT)
  return others.flatMap((other): Like[] => {
    const otherRule = ruleOf(other)
    if (!otherRule) return []
    const theirs = nextDeliveries(otherRule, now, zone, LOOKED_AT)
    const meets = (time: Date, among: readonly Date[]) =>
      among.some((each) => Math.abs(each.getTime() - time.getTime()) < TOGETHER_MS)
    const at = times.find((time) => meets(time, theirs))
    const number = listed.findIndex(({ id }) => id === other.id) + 1
    if (!at || number === 0) return []
    const same = times.every((time) => meets(time, theirs)) && theirs.every((time) => meets(time, times))
    return [{ number, when: ruleSaid(say, otherRule), same, at }]
  })
}

/**
 * What another schedule of the unit sends within the hour and says the same: its notice, and the chats, as `channel/chat`,
 * that are told by it. Undefined where there is none.
 */
export async function toldTogether(
  db: Db,
  { id, kind, unit_id: unitId, text }: Schedule,
  sendAt: Date,
): Promise<{ notice: number; chats: Set<string> } | undefined> {
  const [after, before] = [new Date(sendAt.getTime() - TOGETHER_MS), new Date(sendAt.getTime() + TOGETHER_MS)]
  const notices = (await scheduledBetween(db, { kind, unitId }, after, before)).filter(
    (notice) => notice.schedule_id !== id && (kind !== 'announcement' || notice.text === text),
  )
  const [newest] = notices
  if (!newest) return undefined
  const chats = new Set<string>()
  for (const notice of notices) for (const chat of await chatsOfNotice(db, notice.id)) chats.add(chat)
  return { notice: newest.id, chats }
}
