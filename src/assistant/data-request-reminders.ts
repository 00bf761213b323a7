import { addDays } from '../people/data-rights.ts'
import { requestTold } from '../replies/data-request.ts'
import { handlersOf, markRequestReminded, openRequests, type DataRequest } from '../store/personal-data.ts'
import type { Say } from '../wording/say.ts'
import type { Courier } from './courier.ts'
import type { DueTask } from './due.ts'
import { tellPerson } from './tell.ts'

/** So many days before the end that the law gives, officers hear of a request again. */
const DAYS_BEFORE = 3

/** Officers are reminded of an open request three days before it is due, and on the morning after it was. */
export function dataRequestReminders(courier: Courier, say: Say): DueTask {
  return {
    name: 'data request reminders',
    disturbs: true,
    async nextAt(db) {
      const times = (await openRequests(db)).flatMap((request) => nextReminder(request)?.getTime() ?? [])
      return times.length > 0 ? new Date(Math.min(...times)) : undefined
    },
    async run(db, now) {
      for (const request of await openRequests(db)) {
        const next = nextReminder(request)
        if (!next || next > now) continue
        await markRequestReminded(db, request.id, now)
        // After a time in which the program did not run, both may be due: then only that it is over is told.
        const key = now < overdueFrom(request) ? 'data-request-due-soon' : 'data-request-overdue'
        const told = requestTold({ say }, key, request)
        for (const personId of await handlersOf(db, request.person_id))
          await tellPerson(courier, db, personId, `${key}:${request.id}`, told, 'data-requests', now)
      }
    },
  }
}

function nextReminder(request: DataRequest): Date | undefined {
  if (!request.reminded_at) return morningOf(addDays(request.due_on, -DAYS_BEFORE))
  const overdue = overdueFrom(request)
  return new Date(request.reminded_at) < overdue ? overdue : undefined
}

function overdueFrom({ due_on }: DataRequest): Date {
  return morningOf(addDays(due_on, 1))
}

function morningOf(day: string): Date {
  return new Date(`${day}T08:00:00+07:00`)
}
