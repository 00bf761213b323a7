/** Makes the workbook of a province once, in a process of its own, and prints how much memory that took, in MB. */
import { regionWorkbook } from '../src/documents/workbooks/region-workbook.ts'
import { openStore } from '../src/store/store.ts'
import { findUnits } from '../src/store/units.ts'
import { loadWording } from '../src/wording/load-wording.ts'
import { loadCatalogs } from '../src/world/load-catalogs.ts'

const [databaseUrl = '', regionId = ''] = process.argv.slice(2)
const store = await openStore(databaseUrl)
const now = new Date('2026-11-23T01:00:00Z')
const turn = { db: store.db, say: loadWording('vi'), now, today: '2026-11-23' }
const sets = loadCatalogs()
  .all()
  .filter(({ complete }) => complete)
const [region] = await findUnits(store.db, [regionId])
if (!region) throw new Error(`no unit ${regionId}`)
const before = process.memoryUsage.rss() / 2 ** 20
await regionWorkbook(turn, region, sets)
// In kilobytes: the most that the process ever had.
console.log(Math.round(process.resourceUsage().maxRSS / 1024 - before))
await store.close()
