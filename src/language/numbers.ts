/** Numbers as people write and say them: `62,5tr`, `1.250`, "một trăm rưỡi", "150 trên 210 hộ", "tám lăm phần trăm". */
import type { NumberMention } from './meaning.ts'
import type { Token } from './tokens.ts'

/** A number at a place in the tokens. */
export interface NumberRead {
  value: number
  /** Token after the last one. */
  end: number
  /** As a code would be written: `17.5`, `17.10`; undefined for sums such as "1 nghìn hai". */
  code?: string
  /** Said in words, which may be other words too ("năm" is a year, "ba" a father). */
  words: boolean
  /** `trieu dong`, `ty dong` where it was said. */
  unit?: string
}

const DIGITS: Record<string, number> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  nham: 5,
  sau: 6,
  bay: 7,

  tam: 8,
  chin: 9,
}
/** The marks these words have when they are numbers; without marks they are taken where the context calls for a number. */
const SPELLED: Record<string, readonly string[] | undefined> = {
  khong: ['không'],
  mot: ['môt5', 'môt2'],
  hai: ['hai'],
  ba: ['ba'],
  bon: ['bôn2'],
  tu: ['tư'],
  nam: ['năm'],
  lam: ['lăm'],
  nham: ['nhăm'],
  sau: ['sau2'],
  bay: ['bay3', 'bây3'],
  tam: ['tam2'],
  chin: ['chin2'],
  muoi: ['mươi1', 'mươi'],
  chuc: ['chuc5'],
  tram: ['trăm'],
  nghin: ['nghin1'],
  ngan: ['ngan1'],
  trieu: ['triêu5'],
  ty: ['ty3', 'ti3'],
  ti: ['ty3', 'ti3'],
  ruoi: ['rươi4', 'rươi3'],
  linh: ['linh'],
  le: ['le3'],
  phay: ['phây3'],
  cham: ['châm2'],
}

function says(token: Token | undefined, word: string): boolean {
  if (token?.kind !== 'word' || token.folded !== word) return false
  return token.spelled === word || (SPELLED[word]?.includes(token.spelled) ?? true)
}

function digitOf(token: Token | undefined): number | undefined {
  const value = token?.kind === 'word' ? DIGITS[token.folded] : undefined
  return value !== undefined && says(token, token?.folded ?? '') ? value : undefined
}

/** Reads the number that begins at `i`, in digits or in words. */
export function readNumber(tokens: readonly Token[], i: number): NumberRead | undefined {
  const read = tokens[i]?.kind === 'number' ? readDigits(tokens, i) : readWords(tokens, i)
  if (read === undefined) return undefined
  return readScale(tokens, readDecimals(tokens, read))
}

function readDigits(tokens: readonly Token[], i: number): NumberRead | undefined {
  const first = tokens[i]?.folded ?? ''
  let end = i + 1
  // 1.250.000: groups of three after a point.
  let grouped = first
  while (
    first.length <= 3 &&
    first[0] !== '0' &&
    tokens[end]?.folded === '.' &&
    tokens[end]?.glued &&
    isGroup(tokens[end + 1])
  ) {
    grouped += tokens[end + 1]?.folded
    end += 2
  }
  if (end > i + 1) return { value: Number(grouped), end, words: false }
  const point = tokens[end]
  const decimals = tokens[end + 1]
  if (point?.glued && (point.folded === '.' || point.folded === ',') && decimals?.kind === 'number' && decimals.glued) {
    // A third part makes it a date or an address, not a number.
    const more = tokens[end + 2]
    if (!(more?.glued && more.folded === point.folded && tokens[end + 3]?.kind === 'number' && tokens[end + 3]?.glued))
      return {
        value: Number(`${first}.${decimals.folded}`),
        end: end + 2,
        code: `${Number(first)}.${decimals.folded}`,
        words: false,
      }
  }
  return first.length <= 15 ? { value: Number(first), end, code: String(Number(first)), words: false } : undefined
}

function isGroup(token: Token | undefined): boolean {
  return token?.kind === 'number' && token.glued && token.folded.length === 3
}

/** "mười bảy phẩy năm", "17 chấm 10". */
function readDecimals(tokens: readonly Token[], whole: NumberRead): NumberRead {
  const point = tokens[whole.end]
  if (whole.code === undefined || whole.code.includes('.') || !(says(point, 'phay') || says(point, 'cham')))
    return whole
  const decimals =
    tokens[whole.end + 1]?.kind === 'number' ? readDigits(tokens, whole.end + 1) : readWords(tokens, whole.end + 1)
  if (decimals?.code === undefined || decimals.code.includes('.')) return whole
  const code = `${whole.code}.${decimals.code}`
  return { value: Number(code), code, end: decimals.end, words: false }
}

/** Up to 999 in words. */
function readWords(tokens: readonly Token[], i: number): NumberRead | undefined {
  const first = tokens[i]?.folded ?? ''
  if (SPELLED[first] === undefined || (first === 'tram' && tokens[i - 1]?.folded === 'phan')) return undefined
  let at = i
  let value = 0
  const digit = digitOf(tokens[at])
  if (says(tokens[at], 'tram')) [value, at] = [100, at + 1]
  else if (digit !== undefined && says(tokens[at + 1], 'tram')) [value, at] = [digit * 100, at + 2]
  if (at > i) {
    if (says(tokens[at], 'ruoi')) return read(value + 50, at + 1)
    if (says(tokens[at], 'linh') || says(tokens[at], 'le')) {
      const unit = digitOf(tokens[at + 1])
      if (unit !== undefined) return read(value + unit, at + 2)
    }
    const rest = readTens(tokens, at)
    if (rest === undefined) return read(value, at)
    // "trăm hai" is 120, "trăm hai mươi" as well.
    return read(value + (rest.end === at + 1 && rest.value < 10 ? rest.value * 10 : rest.value), rest.end)
  }
  const tens = readTens(tokens, i)
  return tens && read(tens.value, tens.end)
}

function readTens(tokens: readonly Token[], i: number): { value: number; end: number } | undefined {
  const digit = digitOf(tokens[i])
  if (says(tokens[i], 'muoi') || says(tokens[i], 'chuc')) {
    const unit = digitOf(tokens[i + 1])
    return unit === undefined ? { value: 10, end: i + 1 } : { value: 10 + unit, end: i + 2 }
  }
  // "từ" without its mark is no four; "tư" is, and behind tens ("hai tu").
  if (digit === undefined || (tokens[i]?.folded === 'tu' && tokens[i]?.spelled !== 'tư')) return undefined
  if (says(tokens[i + 1], 'muoi') || says(tokens[i + 1], 'chuc')) {
    const unit = digitOf(tokens[i + 2])
    return unit === undefined ? { value: digit * 10, end: i + 2 } : { value: digit * 10 + unit, end: i + 3 }
  }
  const unit = digitOf(tokens[i + 1])
  // "tám lăm", "hai tư", "chín hai".
  if (unit !== undefined && digit > 1) return { value: digit * 10 + unit, end: i + 2 }
  return { value: digit, end: i + 1 }
}

function read(value: number, end: number): NumberRead {
  return { value, end, code: String(value), words: true }
}

/** Thousands, millions and what is said after them: "1 nghìn hai", "62 triệu rưỡi", "62tr5". */
function readScale(tokens: readonly Token[], number: NumberRead): NumberRead {
  const scale = tokens[number.end]
  const end = number.end + 1
  if (says(scale, 'nghin') || says(scale, 'ngan')) {
    const tail = readTail(tokens, end, 1000)
    return { value: number.value * 1000 + tail.value, end: tail.end, words: false }
  }
  const million = says(scale, 'trieu') || (scale?.folded === 'tr' && scale.kind === 'word')
  if (!million && !says(scale, 'ty') && !says(scale, 'ti')) return number
  const tail = readTail(tokens, end, 1)
  const money = says(tokens[tail.end], 'dong') || says(tokens[tail.end], 'd') ? 1 : 0
  return {
    value: number.value + tail.value,
    end: tail.end + money,
    words: false,
    unit: million ? 'trieu dong' : 'ty dong',
  }
}

/** What follows "nghìn", "triệu": a half, or a digit that is the next place ("1 nghìn hai" is 1200). */
function readTail(tokens: readonly Token[], i: number, scale: number): { value: number; end: number } {
  if (says(tokens[i], 'ruoi')) return { value: scale / 2, end: i + 1 }
  const next = tokens[i]
  const tail = next?.kind === 'number' ? readDigits(tokens, i) : readWords(tokens, i)
  if (tail?.code === undefined || tail.code.includes('.')) return { value: 0, end: i }
  if (tail.value < 10) {
    if (next?.kind === 'number' && scale === 1 && !next.glued) return { value: 0, end: i }
    return { value: (tail.value * scale) / 10, end: tail.end }
  }
  return scale > 1 && tail.value < scale ? { value: tail.value, end: tail.end } : { value: 0, end: i }
}

/** What is counted: the word after a number that makes it an amount. */
const COUNTED = new Set(
  `ho nguoi em chau thon xom ap ban xa con nha truong lop km m m2 ha lit kg tan tuan ngay thang nam gio phut lan viec diem
  cai chiec khau tuyen bai can vien`.split(/\s+/),
)
/** Words that make what follows a count, though it was said in words. */
const BEFORE_COUNT = new Set('duoc dat la con co tong so trong gan hon khoang chi len den toi bao'.split(' '))
const COUNTED_PAIRS = new Set([
  'hoc sinh',
  'lao dong',
  'nhan khau',
  'doanh nghiep',
  'mo hinh',
  'san pham',
  'cong trinh',
  'co so',
  'tieu chi',
  'chi tieu',
  'ho dan',
])

/** A fraction, percentage or amount that begins at `i`, with the token after it. */
export function readMention(
  tokens: readonly Token[],
  i: number,
  text: string,
): { mention: NumberMention; end: number } | undefined {
  const first = readNumber(tokens, i)
  if (first === undefined) return undefined
  const written = (end: number): string => text.slice(tokens[i]?.start, tokens[end - 1]?.end)
  const percent = percentEnd(tokens, first.end)
  if (percent > first.end)
    return { mention: { kind: 'percent', value: first.value, text: written(percent) }, end: percent }
  const whole = readWhole(tokens, first.end)
  if (whole !== undefined && !first.code?.includes('.')) {
    const noun = countedAt(tokens, whole.end)
    const end = whole.end + (noun?.length ?? 0)
    return { mention: { kind: 'fraction', part: first.value, whole: whole.value, text: written(end) }, end }
  }
  const noun = first.unit === undefined ? countedAt(tokens, first.end) : undefined
  if (first.words && noun === undefined && !(BEFORE_COUNT.has(tokens[i - 1]?.folded ?? '') && first.end > i + 1))
    return undefined
  const end = first.end + (noun?.length ?? 0)
  const unit = first.unit ?? noun?.join(' ')
  return {
    mention: { kind: 'amount', value: first.value, text: written(end), ...(unit === undefined ? {} : { unit }) },
    end,
  }
}

function percentEnd(tokens: readonly Token[], i: number): number {
  if (tokens[i]?.folded === '%') return i + 1
  if (tokens[i]?.folded === 'phan' && tokens[i + 1]?.folded === 'tram') return i + 2
  return tokens[i]?.kind === 'word' && tokens[i]?.folded === 'pt' ? i + 1 : i
}

const OVER = new Set(['tren', 'trong', 'cua'])
const FILL = new Set(['tong', 'so', 'ca', 'tat'])

/** The whole of a fraction: "/210", "trên 210", "trên tổng số 210". */
function readWhole(tokens: readonly Token[], i: number): NumberRead | undefined {
  let at = i
  // "150 hộ trên 210 hộ", "4 hộ nghèo trên 220 hộ"
  const noun = countedAt(tokens, at)
  if (noun !== undefined) {
    const after = at + noun.length
    if (tokens[after]?.folded === 'tren') at = after
    else if (tokens[after]?.kind === 'word' && tokens[after + 1]?.folded === 'tren') at = after + 1
    else if (OVER.has(tokens[after]?.folded ?? '')) at = after
  }
  const sign = tokens[at]
  if (sign?.folded === '/' || sign?.folded === '\\') at++
  else if (sign?.kind === 'word' && OVER.has(sign.folded)) {
    at++
    while (FILL.has(tokens[at]?.folded ?? '')) at++
  } else return undefined
  const whole = readNumber(tokens, at)
  return whole === undefined || whole.unit !== undefined ? undefined : whole
}

/** The noun that is counted at `i`, as folded words. */
function countedAt(tokens: readonly Token[], i: number): string[] | undefined {
  const [a, b] = [tokens[i], tokens[i + 1]]
  if (a?.kind !== 'word') return undefined
  if (b?.kind === 'word' && COUNTED_PAIRS.has(`${a.folded} ${b.folded}`)) return [a.folded, b.folded]
  return COUNTED.has(a.folded) && a.folded !== 'chi' && a.folded !== 'tieu' ? [a.folded] : undefined
}
