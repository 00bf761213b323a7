import { isOnItsWay, markReported, schedulerOf, unreportedNotices, type Notice } from '../store/notices.ts'
import type { Db } from '../store/schema.ts'
import { findUnits } from '../store/units.ts'
import type { Say } from '../wording/say.ts'
import { counted, deliveriesOf } from './deliveries.ts'
import { deliveryReply } from './delivery-words.ts'
import { officersOf } from './group-stops.ts'
import type { Tell } from '../tasks/task-reminders.ts'

/** After so long a word is due that some of it still waits. */
const INTERIM_MS = 15 * 60_000

/**
 * Tells who sent a notice how it was delivered as soon as every send of it has ended, and once before that where some still
 * wait after a quarter of an hour. Of what is sent by a schedule or by the program itself only trouble is told.
 */
export function deliveryReports({ say, tell }: { say: Say; tell: Tell }) {
  /** When something is to be told of a notice, as far as that is known now. */
  async function dueAt(db: Db, notice: Notice): Promise<Date | undefined> {
    if (!(await isOnItsWay(db, notice.id))) return new Date(notice.created_at)
    if (notice.interim_at !== null || isRoutine(notice)) return undefined
    return new Date(Date.parse(notice.send_at) + INTERIM_MS)
  }

  async function report(db: Db, notice: Notice, now: Date): Promise<void> {
    await markReported(db, notice.id, 'reported_at', now)
    const reply = await deliveryReply(db, say, notice)
    if (isRoutine(notice) && (reply.choices ?? []).length === 0) return
    for (const personId of await askedOf(db, notice)) await tell(db, personId, `notice-report:${notice.id}`, reply, now)
  }

  async function interim(db: Db, notice: Notice, now: Date): Promise<void> {
    await markReported(db, notice.id, 'interim_at', now)
    const id = notice.resends ?? notice.id
    const { total, sent, waiting } = counted(await deliveriesOf(db, id))
    const text = say('delivered-waiting', { id, sent, total, waiting: waiting.length })
    for (const personId of await askedOf(db, notice))
      await tell(db, personId, `notice-interim:${notice.id}`, { text }, now)
  }

  return {
    name: 'delivery reports',
    async nextAt(db: Db): Promise<Date | undefined> {
      const times = await Promise.all((await unreportedNotices(db)).map((notice) => dueAt(db, notice)))
      const instants = times.flatMap((time) => time?.getTime() ?? [])
      return instants.length > 0 ? new Date(Math.min(...instants)) : undefined
    },
    async run(db: Db, now: Date): Promise<void> {
      for (const notice of await unreportedNotices(db)) {
        const due = await dueAt(db, notice)
        if (!due || due > now) continue
        await ((await isOnItsWay(db, notice.id)) ? interim(db, notice, now) : report(db, notice, now))
      }
    },
  }
}

/** Nobody waits to hear that it went well. */
function isRoutine({ author_id, schedule_id, resends }: Notice): boolean {
  return resends === null && (author_id === null || schedule_id !== null)
}

/** Who answers for a notice: its author, who made its schedule, else the officers of its unit. */
async function askedOf(db: Db, notice: Notice): Promise<string[]> {
  const { author_id: author, schedule_id: schedule, unit_id } = notice
  const person = author ?? (schedule === null ? undefined : await schedulerOf(db, schedule))
  if (person) return [person]
  const [unit] = await findUnits(db, [unit_id])
  return unit ? officersOf(db, { linkedBy: null, unitPath: unit.path }) : []
}
