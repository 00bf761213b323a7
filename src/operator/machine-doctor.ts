import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { backupsIn, latestBackup } from '../backup/backup-names.ts'
import { BACKUPS_KEPT } from '../backup/nightly.ts'
import type { Config } from '../config.ts'
import { bad, doubtful, type Finding, good } from './finding.ts'

const LITTLE_BYTES = 1e9
const TOO_LITTLE_BYTES = 2e8
/** A night was missed, and half a day for the machine to be started again. */
const OLD_BACKUP_MS = 36 * 3_600_000
/** When the program was written: an earlier clock is wrong. */
const EARLIEST = new Date('2026-11-01T00:00:00Z')
const ZONE = 'Asia/Ho_Chi_Minh'

/** The clock, the disk, the backups. */
export async function examineMachine(config: Config, now: Date): Promise<Finding[]> {
  const { DATA_DIR, BACKUP_DIR, DATABASE_URL } = config
  const folders = [
    DATA_DIR,
    ...(DATABASE_URL.includes('://') ? [] : [dirname(DATABASE_URL)]),
    ...(BACKUP_DIR ? [BACKUP_DIR] : []),
  ]
  return [
    lookAtClock(now),
    ...[...new Set(folders.map((folder) => resolve(folder)))].map(lookAtDisk),
    await lookAtBackups(BACKUP_DIR, now),
  ]
}

function lookAtClock(now: Date): Finding {
  const there = new Intl.DateTimeFormat('vi', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' }).format(now)
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (now < EARLIEST)
    return bad(
      `đồng hồ máy sai: ${there}. Bật đồng bộ giờ: “timedatectl set-ntp true”`,
      `the machine's clock is wrong: ${now.toISOString()}. Switch on synchronising: “timedatectl set-ntp true”`,
    )
  return good(
    `giờ Việt Nam bây giờ: ${there} (múi giờ của máy: ${own}; bot luôn tính theo ${ZONE})`,
    `it is ${there} in Vietnam now (the machine's zone: ${own}; the bot always goes by ${ZONE})`,
  )
}

function lookAtDisk(folder: string): Finding {
  // What is not there yet is made when it is needed, in the nearest folder that is.
  let existing = folder
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing)
  try {
    accessSync(existing, constants.W_OK)
  } catch {
    return bad(
      `không ghi được vào ${folder}: cho người dùng chạy bot quyền ghi (chown)`,
      `${folder} cannot be written to: give the bot's user the right to (chown)`,
    )
  }
  const { bavail, bsize } = statfsSync(existing)
  const free = bavail * bsize
  const text = `${folder}: còn trống ${(free / 1e9).toFixed(1)} GB`
  const english = `${folder}: ${(free / 1e9).toFixed(1)} GB free`
  if (free < TOO_LITTLE_BYTES)
    return bad(
      `${text}, sắp đầy: dọn đĩa ngay, bot dừng khi đĩa đầy`,
      `${english}: make room now, the bot stops when the disk is full`,
    )
  return free < LITTLE_BYTES ? doubtful(`${text}, nên dọn bớt`, `${english}, make room soon`) : good(text, english)
}

async function lookAtBackups(folder: string | undefined, now: Date): Promise<Finding> {
  if (folder === undefined)
    return doubtful(
      'không sao lưu: đặt BACKUP_DIR (nên ở ổ đĩa khác) để mỗi đêm bot tự sao lưu',
      'no backups: set BACKUP_DIR (another disk, best) and the bot makes one every night',
    )
  const names = await backupsIn(folder)
  const latest = await latestBackup(folder, now)
  if (latest === undefined || now.getTime() - latest.at.getTime() > OLD_BACKUP_MS)
    return doubtful(
      `bản sao lưu gần nhất: ${latest?.name ?? 'chưa có'}. Bot có chạy ban đêm không? Thử “ntm backup ${folder}”`,
      `the latest backup: ${latest?.name ?? 'none'}. Does the bot run at night? Try “ntm backup ${folder}”`,
    )
  return good(
    `${names.length} bản sao lưu (giữ ${BACKUPS_KEPT}), mới nhất ${latest.name}`,
    `${names.length} backups (${BACKUPS_KEPT} are kept), the latest ${latest.name}`,
  )
}
