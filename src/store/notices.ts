import type { Db } from './schema.ts'
import type { NoticeKind } from './work-tables.ts'

export interface NewNotice {
  kind: NoticeKind
  /** Whom it is about, and whose groups are told. */
  unitId: string
  /** Who says it; nobody where the program does by itself. */
  authorId?: string
  /** What is said, as it was typed. */
  text: string
  photo?: { sha256: string; mime: string }
  scheduleId?: number
  /** The first of the notices whose failed sends this one repeats. */
  resends?: number
  sendAt: Date
}

/** Keeps a notice; what carries it to the chats are rows of the outbox. Returns its id. */
export async function addNotice(db: Db, notice: NewNotice, now: Date): Promise<number> {
  const { id } = await db
    .insertInto('notices')
    .values({
      kind: notice.kind,
      unit_id: notice.unitId,
      author_id: notice.authorId ?? null,
      text: notice.text,
      photo: notice.photo ? JSON.stringify(notice.photo) : null,
      schedule_id: notice.scheduleId ?? null,
      resends: notice.resends ?? null,
      created_at: now.toISOString(),
      send_at: notice.sendAt.toISOString(),
      interim_at: null,
      reported_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
