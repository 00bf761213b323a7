import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { removeUnusedFiles, unusedFiles } from '../assistant/unused-files.ts'
import { loadEnvironment, readConfig } from '../config.ts'
import { countOld, sweep } from '../store/retention.ts'
import { openStore, openToRead } from '../store/store.ts'
import type { OperatorCommand } from './operator-command.ts'

/** Takes away texts of messages and other personal data that are past their time; with `--dry-run` only counts them. */
export const retention: OperatorCommand = {
  name: 'retention',
  usage: '[--days N] [--dry-run] [--db ĐƯỜNG_DẪN]',
  summary: 'Xóa tin nhắn, tệp gửi đến mà không dùng, cũ hơn số ngày lưu giữ (RETENTION_DAYS); --dry-run chỉ đếm.',
  async run(args) {
    const { days, dryRun, db, evidence } = readArguments(args)
    const store = dryRun ? openToRead(db) : await openStore(db)
    try {
      const before = new Date(Date.now() - days * 86_400_000)
      const swept = dryRun
        ? await countOld(store.db, before.toISOString())
        : await store.db.transaction().execute((within) => sweep(within, before.toISOString()))
      const files = dryRun
        ? (await unusedFiles(store.db, evidence, before)).length
        : await removeUnusedFiles(store.db, evidence, before)
      console.log(dryRun ? `Sẽ xóa (cũ hơn ${days} ngày):` : `Đã xóa (cũ hơn ${days} ngày):`)
      for (const [what, label] of Object.entries(LABELS)) console.log(`${label}: ${swept[what as keyof typeof LABELS]}`)
      console.log(`tệp gửi đến mà không dùng: ${files}`)
      return 0
    } finally {
      await store.close()
    }
  },
}

const LABELS = {
  received: 'tin nhận được',
  sent: 'tin đã gửi',
  topics: 'chủ đề đang nói',
  dialogs: 'hội thoại bỏ dở',
  wrongCodes: 'lần gõ sai mã mời',
  invitations: 'mã mời hết hạn',
} as const

function readArguments(args: string[]): { days: number; dryRun: boolean; db: string; evidence: string } {
  const usage = new Error(`Dùng: ntm ${retention.name} ${retention.usage}`)
  const text = { type: 'string' } as const
  let values
  try {
    values = parseArgs({
      args,
      options: { days: text, 'dry-run': { type: 'boolean' }, db: text },
    }).values
  } catch {
    throw usage
  }
  const config = readConfig(loadEnvironment())
  const days = values.days === undefined ? config.RETENTION_DAYS : Number(values.days)
  if (!Number.isInteger(days) || days < 1) throw usage
  return {
    days,
    dryRun: values['dry-run'] ?? false,
    db: values.db ?? config.DATABASE_URL,
    evidence: join(config.DATA_DIR, 'evidence'),
  }
}
