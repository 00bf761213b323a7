import type { Generated, Kysely } from 'kysely'
import type { ChannelName } from '../messages/incoming.ts'
import type { IndicatorState } from '../criteria/criteria-set.ts'
import type { JoiningTables } from './joining-tables.ts'
import type { GroupFollows, WorkTables } from './work-tables.ts'

/**
 * The tables. Days are ISO dates (`2023-04-30`), instants ISO 8601 in UTC (`2026-11-23T01:00:00.000Z`), both as text,
 * so that SQLite and Postgres hold and sort them alike; lists and objects are JSON as text.
 */
export interface Schema extends JoiningTables, WorkTables {
  units: UnitTable
  people: PersonTable
  roles: RoleTable
  accounts: AccountTable
  statuses: StatusTable
  current_statuses: CurrentStatusTable
  summaries: SummaryTable
  standings: StandingTable
  chats: ChatTable
  topics: TopicTable
  inbox: InboxTable
  outbox: OutboxTable
  links: LinkTable
  dialogs: DialogTable
  reports: ReportTable
  report_states: ReportStateTable
  evidence: EvidenceTable
  audit: AuditTable
  name_changes: NameChangeTable
}

/** The database, or a transaction on it: every query takes either. */
export type Db = Kysely<Schema>

export type UnitLevel = 'tinh' | 'huyen' | 'xa' | 'thon'

export interface UnitTable {
  id: string
  level: UnitLevel
  name: string
  parent_id: string | null
  /** `/province/district/commune/`: the unit and all above it; what begins with it lies below. */
  path: string
  region: string | null
  commune_group: number | null
  households: number | null
  /** JSON list of the other names people use. */
  aliases: string
  /** The unit was merged or dissolved on this day … */
  ended_on: string | null
  /** … and this one goes on in its place. */
  successor_id: string | null
}

export type RoleName = 'admin' | 'district_officer' | 'commune_officer' | 'village_head' | 'viewer'

export interface PersonTable {
  id: string
  name: string
  title: string | null
  /** Until when the person asked not to be reminded. */
  quiet_until: string | null
}

/** What a person may act as, within a unit and all below it. */
export interface RoleTable {
  person_id: string
  role: RoleName
  unit_id: string
}

/** A person's account on a channel. */
export interface AccountTable {
  channel: ChannelName
  external_id: string
  person_id: string
}

/** Append-only: what was said of an indicator in a unit, when, by which source. A trigger refuses UPDATE and DELETE. */
export interface StatusTable {
  id: Generated<number>
  unit_id: string
  set_id: string
  indicator: string
  state: IndicatorState
  value: number | null
  /** The day the state is true for. */
  as_of: string
  source: string
  recorded_at: string
  recorded_by: string | null
}

/** The newest status of each indicator, kept in the transaction that appends it. */
export interface CurrentStatusTable {
  unit_id: string
  set_id: string
  indicator: string
  state: IndicatorState
  value: number | null
  as_of: string
  source: string
  status_id: number
}

/** Append-only: totals as an official report gave them. */
export interface SummaryTable {
  id: Generated<number>
  unit_id: string
  set_id: string
  as_of: string
  criteria_met: number | null
  indicators_met: number | null
  source: string
  recorded_at: string
  recorded_by: string | null
}

/**
 * Where a unit stands on a set, one row a pair: what its list adds up to, and the newest reported totals beside it.
 * Kept in the transaction that changes either.
 */
export interface StandingTable {
  unit_id: string
  set_id: string
  criteria_met: number
  criteria_unmet: number
  indicators_met: number
  indicators_unmet: number
  indicators_not_applicable: number
  indicators_unassessed: number
  /** 1 where the list names only what is unmet in a report of totals, so that the rest counts as met. */
  presumed: number
  /** Newest day of the list; null without a list. */
  as_of: string | null
  source: string | null
  /** The day of its oldest figure, and of the report that it leans on where it is presumed. */
  since: string | null
  /** How many sources there are besides `source`. */
  other_sources: number
  reported_criteria_met: number | null
  reported_indicators_met: number | null
  reported_as_of: string | null
  reported_source: string | null
}

export interface ChatTable extends GroupFollows {
  channel: ChannelName
  external_id: string
  kind: 'private' | 'group'
  title: string | null
  /** The unit that a group follows. */
  unit_id: string | null
  /** Why and since when nothing can be sent there; null while it can. */
  stopped_reason: string | null
  stopped_at: string | null
  /** Who linked the group to the unit, and when; null where the office's file did. */
  linked_by: string | null
  linked_at: string | null
  /** JSON of the row by which the office's file last linked it, so that the same row again undoes nothing. */
  imported: string | null
  /** The id that it had before it became a supergroup; the office's file may still name it so. */
  former_id: string | null
  /** When its officer was told that it cannot be reached; null again once told that it can. */
  stop_told_at: string | null
}

/** What a person last talked about in a chat, for follow-ups, and the choices last offered there. */
export interface TopicTable {
  channel: ChannelName
  chat_id: string
  sender_id: string
  topic: string
  choices: string | null
  updated_at: string
}

export type InboxState = 'waiting' | 'done' | 'set_aside'

export interface InboxTable {
  id: Generated<number>
  channel: ChannelName
  external_id: string
  chat_id: string
  incoming: string
  state: InboxState
  attempts: number
  error: string | null
  received_at: string
  done_at: string | null
}

export type OutboxState = 'waiting' | 'sending' | 'retrying' | 'sent' | 'failed' | 'stopped' | 'unknown'

export interface OutboxTable {
  id: Generated<number>
  channel: ChannelName
  chat_id: string
  /** A reply answers somebody and may be repeated when in doubt; a notice may not. */
  kind: 'reply' | 'notice'
  /** The message and its part: `inbox:17:0`. Unique, so that nothing is queued twice. */
  key: string
  message: string
  state: OutboxState
  attempts: number
  due_at: string
  error: string | null
  external_id: string | null
  created_at: string
  sent_at: string | null
  /** The process that has it in hand while it is `sending`, where several share a Postgres. */
  claimed_by: Generated<number | null>
}

/** One row, or none before the first change. */
export interface NameChangeTable {
  id: number
  count: number
}

/** A guided dialog of one person in one chat; it survives a restart and, by its version, an upgrade. */
export interface DialogTable {
  channel: ChannelName
  chat_id: string
  sender_id: string
  form: string
  version: number
  step: string
  /** What was answered so far, as JSON. */
  data: string
  state: 'open' | 'expired'
  updated_at: string
  expires_at: string
  /** When its owner was told that it is about to go. */
  warned_at: string | null
}

/** Append-only: what a village head submitted. What became of it stands in `report_states`. */
export interface ReportTable {
  id: Generated<number>
  unit_id: string
  set_id: string
  indicator: string
  /** `part` of `whole` households (or whatever is counted); else a `value` in the indicator's unit, or a verdict. */
  part: number | null
  whole: number | null
  value: number | null
  verdict: 'met' | 'unmet' | null
  as_of: string
  note: string | null
  /** The returned report that this one takes the place of. */
  corrects: number | null
  submitted_by: string
  submitted_at: string
  channel: ChannelName
}

export type ReportState = 'waiting' | 'approved' | 'returned' | 'withdrawn'

export interface ReportStateTable {
  report_id: number
  state: ReportState
  decided_by: string | null
  decided_at: string | null
  reason: string | null
  reminded_at: string | null
}

/** A photo or document of a report; its bytes lie in the data folder under their hash. */
export interface EvidenceTable {
  id: Generated<number>
  report_id: number
  sha256: string
  mime: string
  size: number
}

/** Append-only: who changed what, when, why. Holds person ids only, so that erasing a person never edits it. */
export interface AuditTable {
  id: Generated<number>
  at: string
  person_id: string | null
  channel: ChannelName | null
  action: string
  unit_id: string | null
  subject: string
  before: string | null
  after: string | null
  reason: string | null
}

/** A file that can be fetched from outside until its time runs out, by whoever knows the secret. */
export interface LinkTable {
  secret: string
  path: string
  name: string
  expires_at: string
}
