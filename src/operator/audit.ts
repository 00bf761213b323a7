import { parseArgs } from 'node:util'
import { writeCsv } from 'hucre/csv'
import { loadEnvironment, readConfig } from '../config.ts'
import { audit } from '../store/audit.ts'
import { auditWithin, type AuditLine } from '../store/history.ts'
import { openToNote } from '../store/store.ts'
import { findUnits } from '../store/units.ts'
import type { OperatorCommand } from './operator-command.ts'

const COLUMNS = [
  ...(['id', 'at', 'person_id', 'person_name', 'channel', 'action'] as const),
  ...(['unit_id', 'unit_name', 'subject', 'before', 'after', 'reason'] as const),
]

/**
 * Writes the audit as CSV on standard output: of a unit and all below it, or of everything. It holds names, so that it was
 * written out is in the audit too.
 */
export const auditCommand: OperatorCommand = {
  name: 'audit',
  usage: '[--unit MÃ_ĐƠN_VỊ] [--since NĂM-THÁNG-NGÀY] [--db ĐƯỜNG_DẪN]',
  summary: 'Xuất nhật ký thay đổi (CSV): ai, lúc nào, qua kênh nào, trước, sau, vì sao.',
  async run(args) {
    const { unitId, since, db } = readArguments(args)
    const store = openToNote(db)
    try {
      const [unit] = unitId === undefined ? [] : await findUnits(store.db, [unitId])
      if (unitId !== undefined && !unit) throw new Error(`Không có đơn vị “${unitId}”`)
      const lines = await auditWithin(store.db, unit?.path, since ?? '')
      await audit(store.db, {
        at: new Date(),
        action: 'export',
        unit_id: unitId,
        subject: 'audit',
        after: JSON.stringify({ since }),
        reason: 'operator',
      })
      console.log(auditCsv(lines))
      return 0
    } finally {
      await store.close()
    }
  },
}

/**
 * The audit as CSV, one line an entry. What a spreadsheet would take for a formula is made a text, and line ends within a
 * cell become spaces.
 */
export function auditCsv(lines: readonly AuditLine[]): string {
  const rows = lines.map((line) => COLUMNS.map((column) => oneLine(line[column])))
  return writeCsv([[...COLUMNS], ...rows], { escapeFormulae: true, lineSeparator: '\n' }).replace(/\n$/, '')
}

function oneLine(cell: string | number | null): string | number | null {
  return typeof cell === 'string' ? cell.replace(/\r\n|[\r\n]/g, ' ') : cell
}

function readArguments(args: string[]): { unitId?: string; since?: string; db: string } {
  const usage = new Error(`Dùng: ntm ${auditCommand.name} ${auditCommand.usage}`)
  const text = { type: 'string' } as const
  let values
  try {
    values = parseArgs({ args, options: { unit: text, since: text, db: text } }).values
  } catch {
    throw usage
  }
  // A day begins in Vietnam seven hours before it does in UTC.
  const since = values.since === undefined ? undefined : new Date(`${values.since}T00:00:00+07:00`)
  if (since && Number.isNaN(since.getTime())) throw usage
  return {
    unitId: values.unit,
    since: since?.toISOString(),
    db: values.db ?? readConfig(loadEnvironment()).DATABASE_URL,
  }
}
