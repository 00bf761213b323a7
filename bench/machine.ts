import { spawnSync } from 'node:child_process'
import { availableParallelism, cpus, totalmem } from 'node:os'
import SqliteDatabase from 'better-sqlite3'

/** What the figures were made on, without a word of where it stands. */
export function machine(): string {
  const memory = new SqliteDatabase(':memory:')
  const sqlite = String(memory.prepare('select sqlite_version()').pluck().get())
  memory.close()
  const postgres = /\d+(\.\d+)+/.exec(spawnSync('postgres', ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[0]
  return [
    `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'})`,
    `${Math.round(totalmem() / 2 ** 30)} GB of memory`,
    `${process.platform} ${process.arch}`,
    `Node ${process.versions.node}`,
    `SQLite ${sqlite}`,
    ...(postgres ? [`Postgres ${postgres}`] : []),
  ].join(' · ')
}
