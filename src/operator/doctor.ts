import { parseArgs } from 'node:util'
import { type Config, ConfigError, loadEnvironment, readConfig } from '../config.ts'
import { examineCatalogs } from './catalog-doctor.ts'
import { examineConfig, examineWrongConfig } from './config-doctor.ts'
import { examineDatabase } from './database-doctor.ts'
import { type Finding, findingLines, statusOf } from './finding.ts'
import { examineMachine } from './machine-doctor.ts'
import type { OperatorCommand } from './operator-command.ts'
import { examineTelegram } from './telegram-doctor.ts'
import { examineWeb } from './web-doctor.ts'
import { examineZalo } from './zalo-doctor.ts'

/** A part of the program that can be asked how it is doing. */
interface Patient {
  name: string
  examine(config: Config): Finding[] | Promise<Finding[]>
}

const PATIENTS: readonly Patient[] = [
  { name: 'Cấu hình · Configuration', examine: examineConfig },
  { name: 'Zalo', examine: examineZalo },
  { name: 'Telegram', examine: examineTelegram },
  { name: 'Cổng web · Web server', examine: examineWeb },
  { name: 'Cơ sở dữ liệu · Database', examine: examineDatabase },
  { name: 'Máy chủ · Machine', examine: (config) => examineMachine(config, new Date()) },
  { name: 'Bộ tiêu chí · Criteria sets', examine: examineCatalogs },
]

/** Says how each part is doing, in Vietnamese and English, also while the bot runs. */
export const doctor: OperatorCommand = {
  name: 'doctor',
  usage: '[--db ĐƯỜNG_DẪN]',
  summary:
    'Xem tình trạng của bot (cấu hình, kênh, dữ liệu, máy, sao lưu) và việc cần làm. Chạy được cả khi bot đang chạy.',
  async run(args) {
    const db = readDb(args)
    const config = readOr(() => readConfig(loadEnvironment()))
    if ('wrong' in config) {
      tell('Cấu hình · Configuration', config.wrong)
      return 1
    }
    const findings: Finding[] = []
    for (const { name, examine } of PATIENTS) {
      const found = await examine(db === undefined ? config.read : { ...config.read, DATABASE_URL: db })
      tell(name, found)
      findings.push(...found)
    }
    return statusOf(findings)
  },
}

function readOr(read: () => Config): { read: Config } | { wrong: Finding[] } {
  try {
    return { read: read() }
  } catch (error) {
    if (error instanceof ConfigError) return { wrong: examineWrongConfig(error.message) }
    throw error
  }
}

function tell(name: string, findings: readonly Finding[]): void {
  console.log([name, ...findings.flatMap(findingLines).map((line) => `  ${line}`)].join('\n'))
}

function readDb(args: string[]): string | undefined {
  try {
    return parseArgs({ args, options: { db: { type: 'string' } } }).values.db
  } catch {
    throw new Error(`Dùng: ntm ${doctor.name} ${doctor.usage}`)
  }
}
