import { existsSync, readFileSync, statSync } from 'node:fs'
import { createReader } from '../reading/read-reports.ts'
import { reportJson } from '../reading/report.ts'
import { textOf } from '../texts/text-of.ts'
import { loadCatalogs } from '../world/load-catalogs.ts'
import type { OperatorCommand } from './operator-command.ts'

const MOST_BYTES = 20 * 1024 * 1024
const WHY_NOT = {
  kind: 'không phải tệp .txt, .docx, .xlsx',
  damaged: 'tệp hỏng, không mở được',
  'too-long': 'tệp quá dài (hơn khoảng 150 trang); hãy tách riêng phần báo cáo',
} as const

/** Prints what a report says, as one line of JSON; no database is needed, and no commune has to be known. */
export const readCommand: OperatorCommand = {
  name: 'read',
  usage: 'TỆP',
  summary: 'Đọc báo cáo tiến độ tiêu chí trong tệp .txt, .docx, .xlsx và in ra một dòng JSON; không ghi vào đâu cả.',
  async run(args) {
    const [path, ...rest] = args
    if (path === undefined || rest.length > 0) throw new Error(`Dùng: ntm ${readCommand.name} ${readCommand.usage}`)
    if (!existsSync(path) || !statSync(path).isFile()) throw new Error(`Không có tệp ${path}`)
    if (statSync(path).size > MOST_BYTES) throw new Error(`${path}: tệp lớn hơn 20 MB`)
    const read = await textOf(readFileSync(path))
    if (!read.ok) throw new Error(`${path}: ${WHY_NOT[read.why]}`)
    const { reports } = createReader(loadCatalogs().all())(read.text)
    console.log(JSON.stringify({ reports: reports.map(reportJson) }))
    return 0
  },
}
