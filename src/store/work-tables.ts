import type { Generated } from 'kysely'
import type { ChannelName } from '../messages/incoming.ts'

/** The tables of who has to do what until when, and of what the groups are told. */
export interface WorkTables {
  assignments: AssignmentTable
  assignment_events: AssignmentEventTable
  assignment_files: AssignmentFileTable
  assignment_rows: AssignmentRowTable
  notices: NoticeTable
  newly_met: NewlyMetTable
  schedules: ScheduleTable
  schedule_runs: ScheduleRunTable
  unit_settings: UnitSettingTable
  routine_runs: RoutineRunTable
}

/** `done` is what its owner says; `closed` once the one who gave it agrees, or the data show it. */
export type AssignmentState = 'open' | 'done' | 'closed' | 'cancelled'

/** Where a task stands; how it came there is in `assignment_events`. */
export interface AssignmentTable {
  id: Generated<number>
  unit_id: string
  set_id: string
  /** An indicator's code or a criterion's number. */
  target: string
  person_id: string
  task: string
  due: string
  recorded_at: string
  state: Generated<AssignmentState>
  /** Null where the office's file gave it. */
  given_by: string | null
  accepted_at: string | null
  /** The day that its owner asks for instead, until that is decided. */
  asked_due: string | null
  /** When its owner is next to be reminded; null while nothing is to be said. */
  remind_at: string | null
  /** When it was taken to the level above, having been overdue. */
  escalated_at: string | null
  closed_at: string | null
  /** When its owner was told of it; null where there was no way yet: the office's file gave it, or there is no account. */
  told_at: string | null
  /** The newest status and report when it was given or opened again: only what came later closes it. Null for the file's. */
  after_status: number | null
  after_report: number | null
}

export type AssignmentAction =
  | 'given'
  | 'accepted'
  | 'extension-asked'
  | 'extension-refused'
  | 'extended'
  | 'handed-on'
  | 'done'
  | 'confirmed'
  | 'reopened'
  | 'cancelled'
  /** Its owner cannot do it and says why: asks for help, or that somebody else takes it. Nothing changes by that. */
  | 'help-asked'
  | 'handing-on-asked'
  /** Another due day or text: given again to the same person, or by the office's file. */
  | 'changed'
  /** Closed by itself: the indicator is met, or the village's report was approved. */
  | 'met'
  | 'approved'

/** Append-only: what happened to a task, who did it, and what held from then on. */
export interface AssignmentEventTable {
  id: Generated<number>
  assignment_id: number
  at: string
  /** Null where the program did it. */
  person_id: string | null
  action: AssignmentAction
  /** The owner and the day from then on. */
  owner_id: string
  due: string
  note: string | null
}

/** A photo or document that shows that a task is done; its bytes lie in the data folder under their hash. */
export interface AssignmentFileTable {
  id: Generated<number>
  event_id: number
  sha256: string
  mime: string
  size: number
}

/** What the office's file said last, so that the same row again changes nothing, wherever its task has come to since. */
export interface AssignmentRowTable {
  unit_id: string
  set_id: string
  target: string
  person_id: string
  task: string
  due: string
  /** The task that the row gave or changed last. */
  assignment_id: number
}

export type NoticeKind = 'announcement' | 'digest' | 'met' | 'overdue'

/**
 * A message to groups. Who gets it and how each send ended stands in the outbox, under `notice:<id>:<channel>:<chat>:<part>`.
 */
export interface NoticeTable {
  id: Generated<number>
  kind: NoticeKind
  unit_id: string
  /** Null where the program says it by itself. */
  author_id: string | null
  text: string
  /** JSON of a kept photo: `{ sha256, mime }`. */
  photo: string | null
  schedule_id: number | null
  /** The notice whose failed sends this one repeats; always the first of them. */
  resends: number | null
  /** Of a digest: the newest status and the newest totals that it was made from. What came after is new to the next one. */
  seen_status: number | null
  seen_summary: number | null
  created_at: string
  /** When it is to go out: at once, or in the morning. */
  send_at: string
  /** When its author was told that some of it still waits. */
  interim_at: string | null
  /** When it was looked at how it was delivered, and told where it is to be; null while that is still to be done. */
  reported_at: string | null
}

/** An indicator that became met while the bot ran, until the groups that follow it are told. */
export interface NewlyMetTable {
  id: Generated<number>
  unit_id: string
  set_id: string
  indicator: string
  noted_at: string
  /** At once, or in the morning. */
  due_at: string
  /** When it was looked at; then `notice_id` is null where there was nothing to tell any more, or nobody. */
  done_at: string | null
  notice_id: number | null
}

export interface ScheduleTable {
  id: Generated<number>
  /** Whose groups are told; what is told is about this unit. */
  unit_id: string
  kind: NoticeKind
  /** What an announcement says. */
  text: string | null
  /** `own`: for the groups of the unit alone; null: for those of the unit and all below it. */
  chats: string | null
  /** JSON of when it recurs. */
  rule: string
  /** The instant of the next run; null once it has ended. */
  next_at: string | null
  created_by: string
  created_at: string
  ended_at: string | null
  /** The first of those that this one continues in another form: a change ends one and sets another. Null for the first. */
  continues: number | null
}

/** Append-only: each due time of a schedule once, and what came of it. */
export interface ScheduleRunTable {
  schedule_id: number
  due_at: string
  ran_at: string
  /** `skipped` where it was more than twelve hours late. */
  outcome: 'sent' | 'skipped'
  notice_id: number | null
}

/** How often villages report, for those who have not yet to be reminded. */
export type ReportingPeriod = 'week' | 'month' | 'quarter' | 'year' | 'none'

/** What a unit has decided for itself and all below it; what is null is as above it. */
export interface UnitSettingTable {
  unit_id: string
  /** An IANA zone. */
  time_zone: string | null
  reporting: ReportingPeriod | null
}

/** When something that recurs for all units was last done. */
export interface RoutineRunTable {
  name: string
  last_at: string
  /** The last row that was looked at, where it goes through rows. */
  last_id: number | null
}

/** What a group follows: each 1 or 0. */
export interface GroupFollows {
  follows_digest: Generated<number>
  follows_met: Generated<number>
  follows_overdue: Generated<number>
  follows_announcements: Generated<number>
}

export type ChatRef = [ChannelName, string]
