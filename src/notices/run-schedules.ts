import { sql } from 'kysely'
import type { Reply, Turn } from '../command/command.ts'
import type { Poster } from '../command/poster.ts'
import { nextDelivery, type Rule } from '../calendar/recurrence.ts'
import { afterQuiet } from '../calendar/quiet-hours.ts'
import { localAt } from '../calendar/zone.ts'
import type { Log } from '../messages/log.ts'
import type { Outgoing, OutgoingFile } from '../messages/outgoing.ts'
import { may, rolesThatMay } from '../people/permissions.ts'
import { newestHistory } from '../store/changes.ts'
import { officersOver, rolesOf } from '../store/roster.ts'
import {
  endSchedule,
  hasRun,
  lastSent,
  moveOn,
  nextScheduleAt,
  recordRuns,
  setAside,
  takeDueSchedules,
  type Schedule,
} from '../store/schedules.ts'
import type { Db } from '../store/schema.ts'
import { zoneOf } from '../store/unit-settings.ts'
import { findUnits, type Unit } from '../store/units.ts'
import { readEmphasis } from '../wording/emphasis.ts'
import { unitName } from '../wording/names.ts'
import { announcementMessage } from './announcement.ts'
import { digestOf } from './digest.ts'
import { queueNotice } from './notify.ts'
import { overdueOf } from './overdue.ts'
import { toldTogether } from './same-schedule.ts'
import { audienceOf, kindOf, reachOf, ruleOf, unitOf, whatSaid } from './schedule.ts'
import { ruleSaid } from './schedule-words.ts'

/** What was to be sent this long ago is not sent any more: the next one says it anew. */
const TOO_LATE_MS = 12 * 3600_000
/** How many officers hear that a schedule has ended. */
const MOST_OFFICERS = 20

export interface ScheduleParts extends Pick<Turn, 'say' | 'catalogs'> {
  poster: Poster
  log: Log
  /** Tells a person something in private, through the outbox; told under one key, it is told once. */
  tell(db: Db, personId: string, key: string, reply: Reply, now: Date): Promise<void>
  /** A picture that goes with a unit's digest. */
  picture?(db: Db, unit: Unit, now: Date): Promise<OutgoingFile | undefined>
}

/**
 * Sends what officers have scheduled. A due time, what came of it, the notice and when the schedule is due next are one
 * transaction, so that none is sent twice whatever fails. Where two schedules of a unit say the same to a group within the
 * hour, it gets one message, which stands in the runs of both. After a time in which the program did not run, only the newest of
 * the times that were missed counts, and that only while it is less than twelve hours late.
 */
export function scheduleRuns(parts: ScheduleParts) {
  return {
    name: 'schedules',
    async nextAt(db: Db): Promise<Date | undefined> {
      const next = await nextScheduleAt(db)
      return next === undefined ? undefined : new Date(next)
    },
    async run(db: Db, now: Date): Promise<void> {
      for (const schedule of await takeDueSchedules(db, now)) {
        // One that cannot be run keeps none of the others from it, and is tried again until it is too late.
        await sql`savepoint one_schedule`.execute(db)
        try {
          await runOne(parts, db, schedule, now)
          await sql`release savepoint one_schedule`.execute(db)
        } catch (error) {
          await sql`rollback to savepoint one_schedule`.execute(db)
          parts.log.error({ err: error, schedule: schedule.id }, 'a schedule could not be run')
        }
      }
    },
  }
}

type Skipped = 'late' | 'no groups' | 'nothing to say' | 'ended' | 'done before'
type Outcome = { outcome: 'sent'; notice: number } | { outcome: 'skipped'; why: Skipped }

async function runOne(parts: ScheduleParts, db: Db, schedule: Schedule, now: Date): Promise<void> {
  const { log } = parts
  const { id } = schedule
  const rule = ruleOf(schedule)
  if (!rule) return setBrokenAside(parts, db, schedule, now)
  const zone = await zoneOf(db, schedule.unit_path)
  const { missed, newest } = dueTimes(rule, new Date(schedule.next_at ?? now), now, zone)
  const ran_at = now.toISOString()
  const came = await whatComes(parts, db, schedule, { rule, due: newest, now, zone })
  const why = came.outcome === 'skipped' ? came.why : undefined
  const noted = { schedule: id, due: newest.toISOString(), missed: missed.length, why }
  if (missed.length > 0 || why === 'late') log.warn(noted, 'times of a schedule were missed')
  else if (why) log.info(noted, 'a schedule sent nothing')
  await recordRuns(db, [
    ...missed.map((due) => ({
      schedule_id: id,
      due_at: due.toISOString(),
      ran_at,
      outcome: 'skipped' as const,
      notice_id: null,
    })),
    {
      schedule_id: id,
      due_at: newest.toISOString(),
      ran_at,
      outcome: came.outcome,
      notice_id: came.outcome === 'sent' ? came.notice : null,
    },
  ])
  if (why !== 'ended') await moveOn(db, id, nextDelivery(rule, now, zone), now)
}

/**
 * It is not due any more, as nobody knows when that would be, but stays in the list until somebody sets its times anew or ends
 * it: whoever can is told.
 */
async function setBrokenAside(parts: ScheduleParts, db: Db, schedule: Schedule, now: Date): Promise<void> {
  const { say, log } = parts
  const { id, next_at: due_at } = schedule
  log.error({ schedule: id, due: due_at }, 'a schedule is broken: its rule cannot be read, so that it sends nothing')
  if (due_at !== null)
    await recordRuns(db, [{ schedule_id: id, due_at, ran_at: now.toISOString(), outcome: 'skipped', notice_id: null }])
  await setAside(db, id)
  const what = whatSaid({ say }, kindOf(schedule), unitOf(schedule))
  const reply: Reply = {
    text: say('schedule-broken', { what }),
    choices: [
      { label: say('schedule-mend'), ask: { command: 'edit-schedule', subject: String(id) } },
      { label: say('schedule-stop'), ask: { command: 'stop-schedule', subject: String(id) } },
    ],
  }
  await tellOfficers(parts, db, schedule, { key: 'broken', reply, now })
}

/** The times from the first that is due up to now: the newest, which counts, and those that were missed before it. */
function dueTimes(rule: Rule, first: Date, now: Date, zone: string): { missed: Date[]; newest: Date } {
  const missed: Date[] = []
  let newest = first
  for (;;) {
    const next = nextDelivery(rule, newest, zone)
    if (!next || next > now) return { missed, newest }
    missed.push(newest)
    newest = next
  }
}

interface DueTime {
  rule: Rule
  due: Date
  now: Date
  zone: string
}

async function whatComes(parts: ScheduleParts, db: Db, schedule: Schedule, at: DueTime): Promise<Outcome> {
  const { due, now, rule, zone } = at
  const skipped = (why: Skipped): Outcome => ({ outcome: 'skipped', why })
  if (await hasRun(db, schedule.id, due)) return skipped('done before')
  if (await endedInstead(parts, db, schedule, rule, now)) return skipped('ended')
  if (now.getTime() - due.getTime() >= TOO_LATE_MS) return skipped('late')
  const unit = { id: schedule.unit_id, path: schedule.unit_path }
  const groups = await audienceOf(db, unit, kindOf(schedule), reachOf(schedule))
  if (groups.length === 0) {
    await tellNoGroups(parts, db, schedule, now)
    return skipped('no groups')
  }
  // A start in the night sends what is late in the morning.
  const sendAt = afterQuiet(now, zone)
  const together = await toldTogether(db, schedule, sendAt)
  const left = groups.filter(({ channel, chatId }) => !together?.chats.has(`${channel}/${chatId}`))
  if (together && left.length === 0) return { outcome: 'sent', notice: together.notice }
  const seen = await newestHistory(db)
  const message = await messageOf(parts, db, schedule, now)
  if (!message) return skipped('nothing to say')
  const notice = await queueNotice(
    { db, now, poster: parts.poster },
    {
      kind: schedule.kind,
      unitId: schedule.unit_id,
      authorId: schedule.created_by,
      text: schedule.text ?? message.text,
      scheduleId: schedule.id,
      message,
      ...(schedule.kind === 'digest' ? { seen } : {}),
      chats: left.map(({ channel, chatId }) => [channel, chatId]),
      sendAt,
    },
  )
  return { outcome: 'sent', notice }
}

/** What the groups get; undefined where there is nothing to say. */
async function messageOf(parts: ScheduleParts, db: Db, schedule: Schedule, now: Date): Promise<Outgoing | undefined> {
  const { say, catalogs } = parts
  const turn = { db, say, catalogs, now }
  const [unit] = await findUnits(db, [schedule.unit_id])
  if (!unit) throw new Error(`no unit ${schedule.unit_id}`)
  switch (kindOf(schedule)) {
    case 'digest': {
      const file = await parts.picture?.(db, unit, now)
      return { command: 'digest', ...readEmphasis(await digestOf(turn, unit)), file }
    }
    case 'overdue': {
      const text = await overdueOf(turn, unit)
      return text === undefined ? undefined : { command: 'overdue', ...readEmphasis(text) }
    }
    case 'announcement':
      return announcementMessage(say, unit, schedule.text ?? '')
  }
}

/** Ends it where the unit is no more or its author has lost the right, and says so to who can set it anew. */
async function endedInstead(parts: ScheduleParts, db: Db, schedule: Schedule, rule: Rule, now: Date): Promise<boolean> {
  const { say } = parts
  const { day: today } = localAt(now, await zoneOf(db, schedule.unit_path))
  const gone = schedule.unit_ended !== null && schedule.unit_ended <= today
  const grants = await rolesOf(db, schedule.created_by)
  if (!gone && may({ grants }, 'schedule-notice', { path: schedule.unit_path })) return false
  await endSchedule(db, schedule.id, now)
  const what = whatSaid({ say }, kindOf(schedule), unitOf(schedule))
  const when = ruleSaid(say, rule)
  const reply: Reply = gone
    ? { text: say('schedule-ended-unit', { what, when, unit: unitName(say, unitOf(schedule)) }) }
    : {
        text: say('schedule-ended-right', { what, when }),
        choices: [
          {
            label: say('schedules-set-again', { what, when }),
            ask: { command: 'schedule', subject: String(schedule.id) },
          },
        ],
      }
  await tellOfficers(parts, db, schedule, { key: 'ended', reply, now })
  return true
}

/** Tells those who can set it anew, once each. */
async function tellOfficers(
  parts: ScheduleParts,
  db: Db,
  schedule: Schedule,
  { key, reply, now }: { key: string; reply: Reply; now: Date },
): Promise<void> {
  for (const { personId } of await officersOver(db, schedule.unit_path, rolesThatMay('schedule-notice'), MOST_OFFICERS))
    await parts.tell(db, personId, `schedule:${schedule.id}:${key}:${personId}`, reply, now)
}

/** Once, until it was sent again: who has a group by then need not hear of it each time. */
async function tellNoGroups(parts: ScheduleParts, db: Db, schedule: Schedule, now: Date): Promise<void> {
  const { say } = parts
  const since = (await lastSent(db, schedule.id)) ?? 'ever'
  const what = whatSaid({ say }, kindOf(schedule), unitOf(schedule))
  const key = `schedule:${schedule.id}:no-groups:${since}`
  await parts.tell(db, schedule.created_by, key, { text: say('schedule-no-groups', { what }) }, now)
}
