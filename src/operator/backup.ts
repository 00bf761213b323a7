import { parseArgs } from 'node:util'
import { keepNewest } from '../backup/backup-names.ts'
import { makeBackup } from '../backup/make-backup.ts'
import { restoreBackup } from '../backup/restore-backup.ts'
import type { Manifest } from '../backup/manifest.ts'
import { loadEnvironment, readConfig } from '../config.ts'
import type { OperatorCommand } from './operator-command.ts'

/** Makes a backup, also while the bot runs. */
export const backupCommand: OperatorCommand = {
  name: 'backup',
  usage: 'THƯ_MỤC [--keep SỐ_BẢN] [--db ĐƯỜNG_DẪN] [--data THƯ_MỤC]',
  summary:
    'Sao lưu cơ sở dữ liệu, minh chứng và mẫu văn bản riêng, cả khi bot đang chạy; --keep chỉ giữ số bản mới nhất.',
  async run(args) {
    const { folder, databaseUrl, dataDir, keep } = readArguments(backupCommand, args)
    const now = new Date()
    const { path, manifest } = await makeBackup({ databaseUrl, dataDir, folder, now })
    console.log(`Đã sao lưu và kiểm tra: ${path}`)
    console.log(described(manifest))
    const { missing } = manifest.evidence
    if (missing.length > 0)
      console.error(`Lưu ý: ${missing.length} tệp minh chứng không còn hoặc đã hỏng từ trước: ${missing.join(', ')}`)
    const { unreadable } = manifest.templates
    if (unreadable.length > 0)
      console.error(`Lưu ý: không đọc được mẫu văn bản riêng: ${unreadable.join(', ')}. Sửa quyền tệp (chown, chmod).`)
    if (keep !== undefined)
      for (const name of await keepNewest(folder, keep, now)) console.log(`Đã xóa bản cũ: ${name}`)
    return 0
  },
}

/** Puts a backup where there is nothing yet. */
export const restoreCommand: OperatorCommand = {
  name: 'restore',
  usage: 'BẢN_SAO_LƯU [--db ĐƯỜNG_DẪN] [--data THƯ_MỤC]',
  summary: 'Phục hồi một bản sao lưu vào nơi còn trống, rồi so số dòng; không ghi đè gì.',
  async run(args) {
    const { folder: backup, databaseUrl, dataDir } = readArguments(restoreCommand, args)
    const manifest = await restoreBackup({ backup, databaseUrl, dataDir })
    console.log(`Đã phục hồi bản sao lưu lúc ${manifest.made_at}; số dòng các bảng khớp.`)
    console.log(described(manifest))
    return 0
  },
}

function described({ tables, evidence, templates }: Manifest): string {
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0)
  return [
    `${Object.keys(tables).length} bảng, ${rows} dòng; ${evidence.files} tệp minh chứng, ${evidence.bytes} byte`,
    ...(templates.files.length > 0 ? [`${templates.files.length} mẫu văn bản riêng`] : []),
  ].join('; ')
}

function readArguments({ name, usage }: OperatorCommand, args: string[]) {
  const wrong = new Error(`Dùng: ntm ${name} ${usage}`)
  const text = { type: 'string' } as const
  let parsed
  try {
    parsed = parseArgs({ args, options: { keep: text, db: text, data: text }, allowPositionals: true })
  } catch {
    throw wrong
  }
  const [folder, ...rest] = parsed.positionals
  const { db, data, keep } = parsed.values
  if (folder === undefined || rest.length > 0 || (keep !== undefined && !/^[1-9]\d{0,3}$/.test(keep))) throw wrong
  if (keep !== undefined && name !== backupCommand.name) throw wrong
  const config = readConfig(loadEnvironment())
  return {
    folder,
    databaseUrl: db ?? config.DATABASE_URL,
    dataDir: data ?? config.DATA_DIR,
    keep: keep === undefined ? undefined : Number(keep),
  }
}
