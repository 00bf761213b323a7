import type { Turn } from '../command/command.ts'
import { fold } from '../language/fold.ts'
import { recentAnnouncements, type Notice } from '../store/notices.ts'
import { speakingUnits } from './announce-values.ts'

const MOST = 10

/** The newest announcements of one's units and below. */
export async function ownNotices(turn: Pick<Turn, 'db' | 'speaker'>): Promise<Notice[]> {
  const units = await speakingUnits(turn)
  return recentAnnouncements(
    turn.db,
    units.map(({ path }) => path),
    MOST,
  )
}

/** The number of a notice in a text: "thông báo số 12", "gửi lại thông báo 12". */
export function noticeNumber(text: string): number | undefined {
  const [, number] = /\b(?:thong bao|tb|so)(?: so)? (\d{1,9})\b(?! ?(?:h|gio|\/))/.exec(fold(text)) ?? []
  return number === undefined ? undefined : Number(number)
}
