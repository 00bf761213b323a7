import { sql } from 'kysely'
import type { Config } from '../config.ts'
import { migrationState } from '../store/migration-state.ts'
import { MIGRATION_NAMES, openToRead, type Store } from '../store/store.ts'
import { databaseBytes, endedMessages, openMessages, waitingUpdates } from '../store/vital-signs.ts'
import { bad, doubtful, type Finding, good } from './finding.ts'
import { lookAtSchedules } from './schedule-doctor.ts'

/** Messages that wait longer than this have been left lying. */
const LONG_S = 10 * 60
const MOST_WAITING = 100

/** Whether the database can be read, belongs to this program, is whole, and what lies in it undone. */
export async function examineDatabase({ DATABASE_URL: url }: Config): Promise<Finding[]> {
  let store: Store
  try {
    store = openToRead(url)
  } catch (error) {
    return [unreadable(error)]
  }
  try {
    return [await lookAtVersion(store), ...(await lookAtFile(store)), ...(await lookAtWork(store))]
  } catch (error) {
    return [unreadable(error)]
  } finally {
    await store.close()
  }
}

function unreadable(error: unknown): Finding {
  const reason =
    error instanceof Error && error.message !== '' ? error.message : String((error as { code?: unknown }).code)
  return bad(
    `không đọc được cơ sở dữ liệu: ${reason}. Lần đầu thì chạy “ntm import …” hoặc “npm start”; nếu không, xem DATABASE_URL và quyền của tệp`,
    `the database cannot be read: ${reason}. At first, run “ntm import …” or “npm start”; else look at DATABASE_URL and the file's rights`,
  )
}

async function lookAtVersion({ db }: Store): Promise<Finding> {
  const { missing, unknown } = await migrationState(db, MIGRATION_NAMES)
  if (unknown.length > 0)
    return bad(
      `cơ sở dữ liệu của bản chương trình mới hơn (${unknown.join(', ')}): nâng cấp chương trình`,
      `the database belongs to a newer version of the program (${unknown.join(', ')}): upgrade the program`,
    )
  if (missing.length > 0)
    return doubtful(
      `cơ sở dữ liệu chưa được nâng cấp (${missing.join(', ')}): khởi động bot thì tự nâng cấp; sao lưu trước`,
      `the database is not up to date (${missing.join(', ')}): the bot brings it up to date when it starts; make a backup first`,
    )
  return good('cơ sở dữ liệu đúng phiên bản', 'the database is of this version')
}

async function lookAtFile({ db, dialect }: Store): Promise<Finding[]> {
  const megabytes = ((await databaseBytes(db)) / 1e6).toFixed(1)
  const size = good(`${dialect}, ${megabytes} MB`, `${dialect}, ${megabytes} MB`)
  if (dialect === 'postgres') return [size]
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db)
  const found = rows[0]?.quick_check
  if (found === 'ok') return [size, good('tệp dữ liệu nguyên vẹn', 'the file is whole')]
  return [
    size,
    bad(
      `tệp dữ liệu hỏng (${found}): dừng bot, giữ nguyên tệp này, phục hồi bản sao lưu gần nhất bằng “ntm restore”`,
      `the file is damaged (${found}): stop the bot, keep the file as it is, restore the latest backup with “ntm restore”`,
    ),
  ]
}

async function lookAtWork({ db }: Store): Promise<Finding[]> {
  const findings = await lookAtSchedules(db, new Date())
  const open = await openMessages(db)
  const waiting = open.reduce((sum, { count }) => sum + count, 0)
  const oldest = open.map(({ oldestDue }) => oldestDue).sort()[0]
  if (oldest !== undefined && Date.now() - new Date(oldest).getTime() > LONG_S * 1000)
    findings.push(
      doubtful(
        `${waiting} tin chờ gửi, cũ nhất từ ${oldest}: bot có đang chạy không, kênh có gửi được không?`,
        `${waiting} messages wait to be sent, the oldest since ${oldest}: is the bot running, can the channel be reached?`,
      ),
    )
  const updates = await waitingUpdates(db)
  if (updates > MOST_WAITING)
    findings.push(
      doubtful(
        `${updates} tin đến chưa xử lý: bot có đang chạy không?`,
        `${updates} updates wait for their turn: is the bot running?`,
      ),
    )
  const failed = (await endedMessages(db)).filter(({ state }) => state === 'failed' || state === 'unknown')
  const count = failed.reduce((sum, each) => sum + each.count, 0)
  if (count > 0)
    findings.push(
      doubtful(
        `${count} tin gần đây không gửi được hoặc không rõ đã đến chưa: lý do ở cột error của bảng outbox và trong nhật ký (“not sent”)`,
        `${count} of the newest messages failed, or nobody knows whether they arrived: the reasons are in outbox.error and the log (“not sent”)`,
      ),
    )
  const { aside } = await db
    .selectFrom('inbox')
    .select(({ fn }) => fn.countAll<number>().as('aside'))
    .where('state', '=', 'set_aside')
    .executeTakeFirstOrThrow()
  if (aside > 0)
    findings.push(
      doubtful(
        `${aside} tin đến gây lỗi nên đã để riêng: lý do ở cột error của bảng inbox; báo cho người phát triển`,
        `${aside} updates failed and were set aside: the reasons are in inbox.error; tell the developers`,
      ),
    )
  return findings.length > 0 ? findings : [good('không có việc tồn đọng', 'nothing lies undone')]
}
