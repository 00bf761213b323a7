import { readCsv } from '../../src/world/read-csv.ts'
import type { Problem } from '../../src/world/problem.ts'
import type { RawWorld } from '../../src/world/read-world.ts'
import type { TableName } from '../../src/world/tables.ts'

/** Three units in a line, so that a table of another kind has something to refer to. */
export const UNITS = [
  'id,level,name,parent,region,commune_group,households,aliases,ended_on,successor',
  'tinh-mau,tinh,Tỉnh Mẫu,,dong-bang-song-hong,,,,,',
  'xa-mau,xa,Xã Mẫu,tinh-mau,dong-bang-song-hong,2,1250,Mẫu Cũ; Mẫu Lớn,,',
  'thon-mau,thon,Thôn Mẫu,xa-mau,,,86,,,',
]

export const HEADERS: Record<TableName, string> = {
  units: UNITS[0]!,
  people: 'id,name,role,unit,title,telegram,zalo,console',
  statuses: 'unit,set,indicator,status,value,as_of,source',
  summaries: 'unit,set,as_of,criteria_met,indicators_met,source',
  assignments: 'unit,set,target,person,task,due',
  groups: 'chat,channel,unit,name',
}

/** A world of the given lines of CSV, with {@link UNITS} where none are given. */
export function worldOf(tables: Partial<Record<TableName, readonly string[]>>): RawWorld {
  const problems: Problem[] = []
  const files = Object.entries({ units: UNITS, ...tables }).flatMap(([name, lines]) => {
    const bytes = new TextEncoder().encode(lines.join('\n'))
    return readCsv(name as TableName, `${name}.csv`, bytes, problems) ?? []
  })
  return { tables: new Map(files.map((table) => [table.name, table])), problems }
}
