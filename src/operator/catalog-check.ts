import { existsSync } from 'node:fs'
import { catalogProblemLine, checkCatalog } from '../world/load-catalogs.ts'
import type { OperatorCommand } from './operator-command.ts'

/** Tells a province whether the catalog it made is right; the file may extend a national set. */
export const catalogCheck: OperatorCommand = {
  name: 'catalog check',
  usage: 'TỆP.json',
  summary: 'Kiểm tra một tệp bộ tiêu chí của tỉnh; tệp có thể mở rộng (extends) một bộ quốc gia.',
  async run(args) {
    const [path, ...rest] = args
    if (path === undefined || rest.length > 0) throw new Error(`Dùng: ntm ${catalogCheck.name} ${catalogCheck.usage}`)
    if (!existsSync(path)) throw new Error(`Không có tệp ${path}`)
    const problems = checkCatalog(path)
    for (const problem of problems) console.error(catalogProblemLine(problem))
    console.log(problems.length === 0 ? `${path}: đúng` : `${path}: ${problems.length} lỗi`)
    return problems.length === 0 ? 0 : 1
  },
}
