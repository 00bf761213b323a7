import { parseArgs } from 'node:util'
import { type Config, loadEnvironment, readConfig } from '../config.ts'
import { type Finding, findingLine, statusOf } from './finding.ts'
import type { OperatorCommand } from './operator-command.ts'
import { examineZalo } from './zalo-doctor.ts'

/** A part of the program that can be asked how it is doing. */
interface Patient {
  name: string
  examine(config: Config): Promise<Finding[]>
}

const PATIENTS: readonly Patient[] = [{ name: 'Zalo', examine: examineZalo }]

/** Says how each part is doing, also while the bot runs. */
export const doctor: OperatorCommand = {
  name: 'doctor',
  usage: '[--db ĐƯỜNG_DẪN]',
  summary: 'Xem tình trạng của bot: kênh, webhook, hạn mức. Chạy được cả khi bot đang chạy.',
  async run(args) {
    const db = readDb(args)
    const config = readConfig(loadEnvironment())
    const findings: Finding[] = []
    for (const { name, examine } of PATIENTS) {
      const found = await examine(db === undefined ? config : { ...config, DATABASE_URL: db })
      console.log([name, ...found.map((finding) => `  ${findingLine(finding)}`)].join('\n'))
      findings.push(...found)
    }
    return statusOf(findings)
  },
}

function readDb(args: string[]): string | undefined {
  try {
    return parseArgs({ args, options: { db: { type: 'string' } } }).values.db
  } catch {
    throw new Error(`Dùng: ntm ${doctor.name} ${doctor.usage}`)
  }
}
