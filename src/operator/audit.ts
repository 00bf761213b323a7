import { parseArgs } from 'node:util'
import { loadEnvironment, readConfig } from '../config.ts'
import { auditWithin } from '../store/history.ts'
import { openStore } from '../store/store.ts'
import { findUnits } from '../store/units.ts'
import { csvRow } from './csv.ts'
import type { OperatorCommand } from './operator-command.ts'

const COLUMNS = [
  'id',
  'at',
  'person_id',
  'person',
  'channel',
  'action',
  'unit_id',
  'unit',
  'subject',
  'before',
  'after',
  'reason',
]

/** Writes the audit as CSV on standard output: of a unit and all below it, or of everything. */
export const auditCommand: OperatorCommand = {
  name: 'audit',
  usage: '[--unit MÃ_ĐƠN_VỊ] [--since NĂM-THÁNG-NGÀY] [--db ĐƯỜNG_DẪN]',
  summary: 'Xuất nhật ký thay đổi (CSV): ai, lúc nào, qua kênh nào, trước, sau, vì sao.',
  async run(args) {
    const { unitId, since, db } = readArguments(args)
    const store = await openStore(db)
    try {
      const [unit] = unitId === undefined ? [] : await findUnits(store.db, [unitId])
      if (unitId !== undefined && !unit) throw new Error(`Không có đơn vị “${unitId}”`)
      console.log(csvRow(COLUMNS))
      for (const line of await auditWithin(store.db, unit?.path, since)) {
        const { id, at, person_id, person_name, channel, action, unit_id, unit_name, subject, before, after, reason } =
          line
        const who = [id, at, person_id, person_name, channel]
        console.log(csvRow([...who, action, unit_id, unit_name, subject, before, after, reason]))
      }
      return 0
    } finally {
      await store.close()
    }
  },
}

function readArguments(args: string[]): { unitId?: string; since: string; db: string } {
  const usage = new Error(`Dùng: ntm ${auditCommand.name} ${auditCommand.usage}`)
  const text = { type: 'string' } as const
  let values
  try {
    values = parseArgs({ args, options: { unit: text, since: text, db: text } }).values
  } catch {
    throw usage
  }
  // A day begins in Vietnam seven hours before it does in UTC.
  const since = new Date(`${values.since ?? '2000-01-01'}T00:00:00+07:00`)
  if (Number.isNaN(since.getTime())) throw usage
  return {
    unitId: values.unit,
    since: since.toISOString(),
    db: values.db ?? readConfig(loadEnvironment()).DATABASE_URL,
  }
}
