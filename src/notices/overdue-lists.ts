import type { Turn } from '../command/command.ts'
import type { Poster } from '../command/poster.ts'
import { nextAfter, nextDelivery, type Rule } from '../calendar/recurrence.ts'
import { HOME_ZONE, instantAt, localAt } from '../calendar/zone.ts'
import { groupsWithin, type Group } from '../store/groups.ts'
import { chatsToldSince } from '../store/notices.ts'
import { lastRun, markRun, takeRun } from '../store/routines.ts'
import { schedulesWithin, type Schedule } from '../store/schedules.ts'
import type { Db } from '../store/schema.ts'
import { allUnitSettings, zoneOf } from '../store/unit-settings.ts'
import { findUnits } from '../store/units.ts'
import { readEmphasis } from '../wording/emphasis.ts'
import { queueNotice } from './notify.ts'
import { overdueOf } from './overdue.ts'
import { getsIt, ruleOf } from './schedule.ts'

/** When the week's list of what is overdue goes to the groups by itself. */
const MONDAYS: Rule = { on: { kind: 'weekly', every: 1, from: '2026-01-05', weekdays: [1] }, times: ['07:30'] }
/** A list that could not be sent in time is sent for so long. */
const TOO_LATE_MS = 12 * 3600_000
/** All units lie below it. */
const EVERYWHERE = '/'

/**
 * On Monday at 07:30 of its place, each group that follows what is overdue is told, unless nothing is. Where an officer
 * has scheduled the list for it, that schedule stands in its place; so does a digest that it gets on that day, which holds
 * the list.
 */
export function overdueLists({ say, catalogs, poster }: Pick<Turn, 'say' | 'catalogs'> & { poster: Poster }) {
  return {
    name: 'overdue lists',
    async nextAt(db: Db): Promise<Date | undefined> {
      const times = await Promise.all(
        (await zonesInUse(db)).map(async (zone) => {
          const last = await lastRun(db, nameOf(zone))
          // A zone that is new here is noted at once, and told from its next Monday on.
          return last ? nextAfter(MONDAYS, last, zone)?.getTime() : 0
        }),
      )
      return new Date(Math.min(...times.flatMap((time) => time ?? [])))
    },
    async run(db: Db, now: Date): Promise<void> {
      for (const zone of await zonesInUse(db)) {
        const last = await takeRun(db, nameOf(zone))
        const due = last && newestDue(last, now, zone)
        if (last && !due) continue
        if (due && now.getTime() - due.getTime() < TOO_LATE_MS) await tellGroups(db, zone, now)
        if (due ?? !(await lastRun(db, nameOf(zone)))) await markRun(db, nameOf(zone), now)
      }
    },
  }

  async function tellGroups(db: Db, zone: string, now: Date): Promise<void> {
    const { day: today } = localAt(now, zone)
    const instead = (await schedulesWithin(db, EVERYWHERE)).filter(
      (schedule) =>
        (schedule.kind === 'overdue' && ruleOf(schedule) !== undefined) ||
        (schedule.kind === 'digest' && isSentOn(schedule, today, zone)),
    )
    const told = await chatsToldSince(db, 'digest', instantAt(today, '00:00', zone))
    const groups = (await groupsWithin(db, EVERYWHERE, 'overdue')).filter(
      (group) =>
        group.stoppedAt === null &&
        !told.has(`${group.channel}/${group.chatId}`) &&
        !instead.some((schedule) => getsIt(group, schedule)),
    )
    for (const [unitId, own] of Map.groupBy(groups, (group) => group.unitId)) await tellUnit(db, zone, now, unitId, own)
  }

  async function tellUnit(db: Db, zone: string, now: Date, unitId: string, groups: readonly Group[]): Promise<void> {
    const [unit] = await findUnits(db, [unitId])
    if (!unit || (await zoneOf(db, unit.path)) !== zone) return
    if (unit.ended_on !== null && unit.ended_on <= localAt(now, zone).day) return
    const text = await overdueOf({ db, say, catalogs, now }, unit)
    if (text === undefined) return
    const message = { command: 'overdue', ...readEmphasis(text) }
    const chats = groups.map(({ channel, chatId }) => [channel, chatId] as [typeof channel, string])
    await queueNotice({ db, now, poster }, { kind: 'overdue', unitId, text: message.text, message, chats })
  }
}

/** Whether a schedule is sent on a day: it may have been already, if it was set in time. */
function isSentOn(schedule: Schedule, day: string, zone: string): boolean {
  const midnight = instantAt(day, '00:00', zone)
  const set = new Date(schedule.created_at)
  const rule = ruleOf(schedule)
  const at = rule && nextDelivery(rule, set > midnight ? set : midnight, zone)
  return at !== undefined && localAt(at, zone).day === day
}

function nameOf(zone: string): string {
  return `overdue lists, ${zone}`
}

/** The last time up to now that was due after another; undefined where there is none. */
function newestDue(last: Date, now: Date, zone: string): Date | undefined {
  let newest: Date | undefined
  for (let due = nextAfter(MONDAYS, last, zone); due && due <= now; due = nextAfter(MONDAYS, due, zone)) newest = due
  return newest
}

async function zonesInUse(db: Db): Promise<string[]> {
  const settings = await allUnitSettings(db)
  return [...new Set([HOME_ZONE, ...settings.flatMap(({ time_zone }) => time_zone ?? [])])]
}
