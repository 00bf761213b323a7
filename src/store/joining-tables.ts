import type { Generated } from 'kysely'
import type { ChannelName } from '../messages/incoming.ts'
import type { RoleName } from './schema.ts'

/** The tables of joining and of personal data. */
export interface JoiningTables {
  invitations: InvitationTable
  wrong_codes: WrongCodeTable
  consents: ConsentTable
  first_notices: FirstNoticeTable
  data_requests: DataRequestTable
  erasures: ErasureTable
}

/** A one-time code: to a role in a unit, or to one more account of a person that is known. */
export interface InvitationTable {
  id: Generated<number>
  /** The code itself is kept nowhere. */
  code_hash: string
  person_id: string | null
  role: RoleName | null
  unit_id: string | null
  /** The name of the one who is invited, where the inviter gave it. */
  name: string | null
  /** Null for one made by the operator. */
  created_by: string | null
  created_at: string
  expires_at: string
  /** The account that typed the code and was asked for its agreement. */
  shown_channel: ChannelName | null
  shown_account: string | null
  /** The person that joined with it. */
  used_by: string | null
  used_at: string | null
  revoked_at: string | null
}

/** A code that opened nothing, so that guessing comes to an end. */
export interface WrongCodeTable {
  channel: ChannelName
  account_id: string
  at: string
}

/** Append-only: what a person agreed to or was told, by which text, when and where. */
export interface ConsentTable {
  id: Generated<number>
  person_id: string
  purpose: string
  /** `told` where the law asks for no agreement: people acting in office. */
  answer: 'agreed' | 'told' | 'withdrawn'
  text_version: string
  text_hash: string
  at: string
  channel: ChannelName
}

/** That an account was told, with its first answer, what is kept of it. */
export interface FirstNoticeTable {
  channel: ChannelName
  account_id: string
  text_version: string
  at: string
}

export type DataRequestKind = 'correct' | 'erase' | 'withdraw'

/** What somebody asks of the data kept of them; a stranger has an account and no person. */
export interface DataRequestTable {
  id: Generated<number>
  kind: DataRequestKind
  person_id: string | null
  channel: ChannelName
  /** Null again once the account was erased. */
  account_id: string | null
  note: string | null
  made_at: string
  /** Days by law: to acknowledge, to be done with it. */
  acknowledge_by: string
  due_on: string
  /** When officers were last reminded of it. */
  reminded_at: string | null
  done_at: string | null
  done_by: string | null
  outcome: 'done' | 'refused' | null
}

/** A person that was replaced by a pseudonym; `number` names it. */
export interface ErasureTable {
  person_id: string
  number: number
  at: string
}
