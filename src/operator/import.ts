import { parseArgs } from 'node:util'
import { loadEnvironment, readConfig } from '../config.ts'
import { openStore } from '../store/store.ts'
import type { ImportReport } from '../world/import-world.ts'
import { loadCatalogs } from '../world/load-catalogs.ts'
import { BadWorld, type Problem } from '../world/problem.ts'
import { loadWorld } from '../world/load-world.ts'
import type { OperatorCommand } from './operator-command.ts'
import { problemSentence } from './problem-sentences.ts'

/** Loads a folder of CSV files or a workbook into the database: all of it, or nothing and the list of what is wrong. */
export const importCommand: OperatorCommand = {
  name: 'import',
  usage: 'THƯ_MỤC_HOẶC_TỆP.xlsx [--db ĐƯỜNG_DẪN]',
  summary: 'Nạp đơn vị, người dùng và số liệu; có dòng sai thì không nạp gì và nêu mọi dòng sai.',
  async run(args) {
    const { path, db } = readArguments(args)
    const store = await openStore(db)
    try {
      const report = await loadWorld(store.db, path, loadCatalogs(), new Date())
      for (const line of reportLines(report)) console.log(line)
      return 0
    } catch (error) {
      if (error instanceof BadWorld) return refuse(error.problems)
      throw error
    } finally {
      await store.close()
    }
  },
}

function readArguments(args: string[]): { path: string; db: string } {
  const usage = `Dùng: ntm ${importCommand.name} ${importCommand.usage}`
  let parsed
  try {
    parsed = parseArgs({ args, options: { db: { type: 'string' } }, allowPositionals: true })
  } catch {
    throw new Error(usage)
  }
  const [path, ...rest] = parsed.positionals
  if (path === undefined || rest.length > 0) throw new Error(usage)
  return { path, db: parsed.values.db ?? readConfig(loadEnvironment()).DATABASE_URL }
}

function refuse(problems: readonly Problem[]): number {
  console.error(problems.map(problemSentence).join('\n'))
  console.error(`Không nạp gì: có ${problems.length} lỗi.`)
  return 1
}

function reportLines(report: ImportReport): string[] {
  return [...report].map(
    ([table, { added, changed, unchanged }]) => `${table}: ${added} mới, ${changed} thay đổi, ${unchanged} giữ nguyên`,
  )
}
