import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { CriteriaSet, Indicator } from '../src/criteria/criteria-set.ts'
import { randomFrom } from './random.ts'

export interface CountrySize {
  provinces: number
  communes: number
  villages: number
  /** The days for which every indicator of every commune has a status, oldest first. */
  days: readonly string[]
  seed: number
}

/** Vietnam as it is since July 2025, with two assessments. */
export const COUNTRY: CountrySize = {
  provinces: 34,
  communes: 3_321,
  villages: 90_000,
  days: ['2024-12-31', '2025-06-30'],
  seed: 20_250_701,
}

/** The first province is the largest there is; the others share the rest. */
const LARGEST_PROVINCE = 130

const SOURCE = 'Số liệu bịa, tạo ngẫu nhiên để đo tốc độ'
const FIRST =
  'An Bình Châu Đại Đông Đức Hòa Hưng Khánh Kim Lạc Long Minh Mỹ Nam Phú Phúc Quang Tân Thái Thanh Thượng Tiên Trung Văn Vĩnh Xuân Yên'.split(
    ' ',
  )
const SECOND =
  'An Bình Cường Dương Điền Giang Hà Hải Hiệp Hòa Khê Lâm Lập Lộc Lợi Lương Mai Ninh Phong Phú Quý Sơn Tân Thành Thịnh Thọ Thủy Tiến Trì Xá'.split(
    ' ',
  )

/**
 * Writes a made-up country as a world to import: the same seed, the same files. Provinces are called `Mẫu 01`, ids begin
 * with `mau-`, and every figure's source says that it is made up, so that nobody takes it for real.
 *
 * @param folder is made where there is none.
 * @param sets those that every commune has statuses on.
 */
export function writeCountry(folder: string, sets: readonly CriteriaSet[], size: CountrySize = COUNTRY): void {
  const random = randomFrom(size.seed)
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)]!
  const name = () => `${pick(FIRST)} ${pick(SECOND)}`
  mkdirSync(folder, { recursive: true })
  const units = new LineFile(join(folder, 'units.csv'), 'id,level,name,parent,region,commune_group,households,aliases')
  const statuses = new LineFile(join(folder, 'statuses.csv'), 'unit,set,indicator,status,value,as_of,source')
  const indicators = sets.flatMap((set) =>
    set.criteria.flatMap((criterion) => criterion.indicators.map((indicator) => ({ set: set.id, indicator }))),
  )
  const regions = Object.keys(sets[0]?.threshold_keys ?? {}).filter((key) => key !== 'chung')

  for (let p = 0; p < size.provinces; p += 1) {
    const province = `mau-${numbered(p + 1, 2)}`
    const region = regions[p % regions.length] ?? ''
    units.write(`${province},tinh,Mẫu ${numbered(p + 1, 2)},,${region},,,`)
    for (let c = 0; c < communesOf(p, size); c += 1) {
      const commune = `${province}-${numbered(c + 1, 3)}`
      const group = 1 + Math.floor(random() * 3)
      units.write(`${commune},xa,${name()},${province},${region},${group},${1_500 + Math.floor(random() * 4_000)},`)
      const ability = 0.55 + 0.44 * random()
      for (const { set, indicator } of indicators) {
        let met = random() < ability
        for (const day of size.days) {
          statuses.write(
            `${commune},${set},${indicator.code},${met ? 'met' : 'unmet'},${valueOf(indicator, met, random)},${day},"${SOURCE}"`,
          )
          met ||= random() < 0.2
        }
      }
    }
  }
  for (let v = 0; v < size.villages; v += 1) {
    const at = v % size.communes
    const commune = communeAt(at, size)
    const village = `mau-${numbered(commune.province + 1, 2)}-${numbered(commune.place + 1, 3)}-${numbered(Math.floor(v / size.communes) + 1, 2)}`
    units.write(`${village},thon,${name()},${village.slice(0, -3)},,,${60 + Math.floor(random() * 240)},`)
  }
  units.close()
  statuses.close()
}

function numbered(n: number, digits: number): string {
  return String(n).padStart(digits, '0')
}

function communesOf(province: number, { provinces, communes }: CountrySize): number {
  const largest = Math.min(LARGEST_PROVINCE, communes - provinces + 1)
  if (province === 0) return provinces === 1 ? communes : largest
  const rest = communes - largest
  const share = Math.floor(rest / (provinces - 1))
  return share + (province <= rest % (provinces - 1) ? 1 : 0)
}

function communeAt(index: number, size: CountrySize): { province: number; place: number } {
  let place = index
  for (let province = 0; ; province += 1) {
    const here = communesOf(province, size)
    if (place < here) return { province, place }
    place -= here
  }
}

function valueOf({ unit }: Indicator, met: boolean, random: () => number): string {
  if (unit !== '%') return ''
  return (met ? 80 + 20 * random() : 30 + 50 * random()).toFixed(1)
}

/** Lines to a file, written in large pieces. */
class LineFile {
  readonly #file: number
  #waiting: string[] = []

  constructor(path: string, header: string) {
    this.#file = openSync(path, 'w')
    this.write(header)
  }

  write(line: string): void {
    this.#waiting.push(line)
    if (this.#waiting.length >= 10_000) this.#flush()
  }

  close(): void {
    this.#flush()
    closeSync(this.#file)
  }

  #flush(): void {
    writeSync(this.#file, `${this.#waiting.join('\n')}\n`)
    this.#waiting = []
  }
}
