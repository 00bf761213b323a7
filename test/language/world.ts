/** A small world of made-up villages and people and a few real communes, for measuring what is understood. */
import { readFileSync, readdirSync } from 'node:fs'
import { readCatalogs } from '../../src/criteria/catalogs.ts'
import { createLanguage } from '../../src/language/language.ts'
import type {
  Language,
  LanguageCommand,
  LexiconPerson,
  LexiconSet,
  LexiconUnit,
  UnitLevel,
} from '../../src/language/meaning.ts'
import { outside } from '../../src/language/outside.ts'
import { taught } from './taught.ts'

const ROOT = new URL('../../', import.meta.url)

const unit = (id: string, name: string, level: UnitLevel, parent?: string, ...aliases: string[]): LexiconUnit => ({
  id,
  name,
  level,
  aliases,
  ...(parent === undefined ? {} : { parent }),
})

export const units: LexiconUnit[] = [
  unit('nb', 'Ninh Bình', 'tinh'),
  unit('ht', 'Hà Tĩnh', 'tinh'),
  unit('dl', 'Đắk Lắk', 'tinh'),
  unit('cm', 'Cà Mau', 'tinh'),
  unit('bl', 'Bình Lục', 'huyen', 'nb'),
  unit('tl', 'Trung Lương', 'xa', 'bl'),
  unit('ba', 'Bình An', 'xa', 'nb'),
  unit('ds1', 'Đông Sơn', 'xa', 'nb'),
  unit('ds2', 'Đông Sơn', 'xa', 'ht'),
  unit('ym', 'xã Yên Mạc', 'xa', 'nb'),
  unit('gv', 'Gia Vân', 'xa', 'nb'),
  unit('ln', 'Lý Nhân', 'xa', 'nb'),
  unit('nh', 'Nghĩa Hưng', 'xa', 'nb'),
  unit('hb', 'Hòa Bình', 'xa', 'nb'),
  unit('cx', 'Cẩm Xuyên', 'xa', 'ht'),
  unit('at', 'An Toàn', 'xa', 'ht'),
  unit('ed', 'Ea Drông', 'xa', 'dl'),
  unit('ka', 'Khánh An', 'xa', 'cm'),
  unit('tat', 'Tân Ân Tây', 'xa', 'cm'),
  unit('doai', 'Đoài', 'thon', 'tl'),
  unit('noi', 'thôn Nội', 'thon', 'tl'),
  unit('thuong', 'Thượng Đồng', 'thon', 'tl'),
  unit('tn', 'Thống Nhất', 'thon', 'tl'),
  unit('t5', 'Thôn 5', 'thon', 'ba'),
  unit('cho', 'ấp Chợ', 'thon', 'ka'),
  unit('trai', 'Xóm Trại', 'thon', 'ba'),
  unit('nahy', 'bản Nà Hỷ', 'thon', 'gv'),
]

export const people: LexiconPerson[] = [
  { id: 'mau', name: 'Nguyễn Văn Mẫu' },
  { id: 'du', name: 'Trần Thị Ví Dụ' },
  { id: 'thu', name: 'Lê Văn Thử' },
  { id: 'dinh', name: 'Phạm Giả Định' },
]

/** The national sets of `catalogs/`. */
export function nationalSets(): LexiconSet[] {
  const folder = new URL('catalogs/', ROOT)
  const files = readdirSync(folder).filter((name) => name.startsWith('ntm-') && name.endsWith('.json'))
  const read = readCatalogs(files.map((file) => ({ file, text: readFileSync(new URL(file, folder), 'utf8') })))
  if (!read.ok) throw new Error(read.problems.map(({ file, reason }) => `${file}: ${reason}`).join('\n'))
  return read.catalogs.all()
}

/** The understanding of this world. */
export function worldLanguage(commands: LanguageCommand[] = taught): Language {
  return createLanguage({ units, people, sets: nationalSets(), commands, outside })
}
