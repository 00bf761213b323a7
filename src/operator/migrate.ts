import { parseArgs } from 'node:util'
import { loadEnvironment, readConfig } from '../config.ts'
import { moveDatabase } from '../store/move.ts'
import { openStore, openToRead } from '../store/store.ts'
import type { OperatorCommand } from './operator-command.ts'

/** Moves from a SQLite file to Postgres, with all history. The bot has to stand still meanwhile. */
export const migrateCommand: OperatorCommand = {
  name: 'migrate',
  usage: '--to postgres://NGƯỜI_DÙNG:MẬT_KHẨU@MÁY/CƠ_SỞ_DỮ_LIỆU [--db TỆP_SQLITE]',
  summary: 'Chuyển toàn bộ dữ liệu và lịch sử từ SQLite sang Postgres còn trống, có đối chiếu. Dừng bot trước.',
  async run(args) {
    const { from, to } = readArguments(args)
    // A name that is mistyped would be a new, empty database, and nothing of it is moved well.
    await openToRead(from).close()
    const source = await openStore(from)
    try {
      if (source.dialect !== 'sqlite') throw new Error('Nguồn phải là một tệp SQLite (--db).')
      const target = await openStore(to)
      try {
        const moved = await moveDatabase(source, target, ({ table, rows, checksum }) =>
          console.log(`${table}: ${rows} dòng, mã kiểm tra ${checksum}`),
        )
        const rows = moved.reduce((sum, each) => sum + each.rows, 0)
        console.log(`Đã chuyển ${rows} dòng trong ${moved.length} bảng; số dòng và mã kiểm tra hai bên khớp.`)
        console.log('Bây giờ ghi địa chỉ mới vào DATABASE_URL trong .env rồi khởi động bot. Tệp SQLite cũ còn nguyên.')
        return 0
      } finally {
        await target.close()
      }
    } finally {
      await source.close()
    }
  },
}

function readArguments(args: string[]): { from: string; to: string } {
  const usage = new Error(`Dùng: ntm ${migrateCommand.name} ${migrateCommand.usage}`)
  const text = { type: 'string' } as const
  let values
  try {
    values = parseArgs({ args, options: { to: text, db: text } }).values
  } catch {
    throw usage
  }
  if (!values.to || !/^postgres(ql)?:\/\//i.test(values.to)) throw usage
  return { from: values.db ?? readConfig(loadEnvironment()).DATABASE_URL, to: values.to }
}
