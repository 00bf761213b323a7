import { nextDelivery } from '../calendar/recurrence.ts'
import { ruleOf } from '../notices/schedule.ts'
import { schedulesWithin } from '../store/schedules.ts'
import type { Db } from '../store/schema.ts'
import { zoneOf } from '../store/unit-settings.ts'
import { doubtful, type Finding } from './finding.ts'

/** All units lie below it. */
const EVERYWHERE = '/'
/** A schedule that waits for longer than its rule asks for was moved on while the machine's clock was ahead. */
const TOO_LONG_MS = 3_600_000

/** Schedules that go on and will send nothing: what is kept of them is no rule, or they wait for a time that is not theirs. */
export async function lookAtSchedules(db: Db, now: Date): Promise<Finding[]> {
  const broken: string[] = []
  const waiting: string[] = []
  for (const schedule of await schedulesWithin(db, EVERYWHERE)) {
    const named = `${schedule.id} (${schedule.unit_id})`
    const rule = ruleOf(schedule)
    if (!rule || schedule.next_at === null) {
      broken.push(named)
      continue
    }
    const next = nextDelivery(rule, now, await zoneOf(db, schedule.unit_path))
    if (next && Date.parse(schedule.next_at) - next.getTime() > TOO_LONG_MS) waiting.push(named)
  }
  return [
    ...(broken.length === 0
      ? []
      : [
          doubtful(
            `lịch thông báo bị hỏng, không gửi gì: ${broken.join(', ')}. Cán bộ của đơn vị gõ “lịch thông báo” rồi “sửa lịch …” để đặt lại ngày giờ`,
            `schedules that are broken and send nothing: ${broken.join(', ')}. An officer of the unit writes “lịch thông báo”, then “sửa lịch …”, and sets days and times anew`,
          ),
        ]),
    ...(waiting.length === 0
      ? []
      : [
          doubtful(
            `lịch thông báo chờ lâu hơn giờ đã đặt, có lẽ đồng hồ máy từng chạy sai: ${waiting.join(', ')}. Cán bộ của đơn vị tắt lịch rồi đặt lại`,
            `schedules that wait for longer than they were set to, perhaps since the machine's clock was ahead: ${waiting.join(', ')}. An officer of the unit ends them and sets them again`,
          ),
        ]),
  ]
}
