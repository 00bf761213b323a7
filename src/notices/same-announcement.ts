import { announcementsSince, type Notice } from '../store/notices.ts'
import type { Db } from '../store/schema.ts'
import { counted, deliveriesOf } from './deliveries.ts'

/** So long the same text is asked about before it is sent again. */
const SAME_MS = 10 * 60_000

export interface Same {
  id: number
  at: string
  groups: number
}

/** The newest announcement with the same text by the same unit or author within ten minutes; blanks and capitals are no difference. */
export async function sameAnnouncement(
  db: Db,
  by: { unitId: string; authorId: string },
  said: { text: string; photo: { sha256: string } | null },
  now: Date,
): Promise<Same | undefined> {
  const recent = await announcementsSince(db, by, new Date(now.getTime() - SAME_MS))
  const same = recent.find((notice) => alike(notice, said))
  if (!same) return undefined
  const { total } = counted(await deliveriesOf(db, same.id))
  return { id: same.id, at: same.created_at, groups: total }
}

function alike({ text, photo }: Notice, said: { text: string; photo: { sha256: string } | null }): boolean {
  if (flat(text) !== flat(said.text)) return false
  // The same words under another picture are another notice.
  const kept = photo === null ? undefined : (JSON.parse(photo) as { sha256: string }).sha256
  return kept === said.photo?.sha256
}

function flat(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}
