/**
 * Vietnamese letters without their marks. Vietnamese is written with two kinds of marks, those of a letter (â ă ê ô ơ ư đ)
 * and those of a syllable's tone (à á ả ã ạ); people leave out either or both, and put a tone on one of two vowels.
 */

const TABLE_SIZE = 0x2000
/** UTF-16 code → the lower-case letter without marks; 0 where nothing stays (a combining mark). */
const FOLDED = new Uint16Array(TABLE_SIZE)
/** UTF-16 code → the lower-case letter without its tone (ế → ê). */
const TONELESS = new Uint16Array(TABLE_SIZE)
/** UTF-16 code → 1–5 for the letter's tone, 0 for none. */
const TONE = new Uint8Array(TABLE_SIZE)

const TONE_MARKS = '\u0300\u0301\u0309\u0303\u0323'
const LETTER_MARKS = '\u0302\u0306\u031b'

for (let code = 0; code < TABLE_SIZE; code++) {
  const lower = String.fromCharCode(code).toLowerCase()
  const plain = lower.length === 1 ? lower : String.fromCharCode(code)
  FOLDED[code] = TONELESS[code] = plain.charCodeAt(0)
  const latin = (code >= 0xc0 && code < 0x250) || (code >= 0x1e00 && code < 0x1f00)
  if (code >= 0x300 && code < 0x370) FOLDED[code] = 0
  else if (latin) {
    const [base = plain, ...marks] = plain.normalize('NFD')
    const letterMarks = marks.filter((mark) => LETTER_MARKS.includes(mark)).join('')
    FOLDED[code] = base === 'đ' ? 100 : base.charCodeAt(0)
    TONELESS[code] = (base + letterMarks).normalize('NFC').charCodeAt(0)
    TONE[code] = Math.max(0, ...marks.map((mark) => TONE_MARKS.indexOf(mark) + 1))
  }
}
// A few letters (Dž, ẛ) fold to another that folds on.
for (let code = 0; code < TABLE_SIZE; code++) FOLDED[code] = FOLDED[FOLDED[code] ?? 0] ?? 0

/**
 * Lower case without any marks: `Đạt chuẩn` → `dat chuan`. Precomposed and decomposed text give the same;
 * folding twice changes nothing; what is not a Latin letter stays.
 */
export function fold(text: string): string {
  let folded = ''
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const plain = code < TABLE_SIZE ? (FOLDED[code] ?? code) : code
    if (plain !== 0) folded += String.fromCharCode(plain)
  }
  return folded
}

/**
 * A word's spelling with the tone as a digit at its end, so that old and new tone placement are one: `hoà`, `hòa` → `hoa1`.
 * A word without a tone has no digit.
 */
export function spelling(word: string): string {
  const composed = word.normalize('NFC')
  let letters = ''
  let tone = 0
  for (let i = 0; i < composed.length; i++) {
    const code = composed.charCodeAt(i)
    letters += String.fromCharCode(code < TABLE_SIZE ? (TONELESS[code] ?? code) : code)
    if (code < TABLE_SIZE) tone = TONE[code] || tone
  }
  return tone === 0 ? letters : letters + tone
}

/** A name's words joined and folded: the key under which every writing of a name is found ("Trung Lương" → `trungluong`). */
export function nameKey(name: string): string {
  let key = ''
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i)
    const plain = code < TABLE_SIZE ? (FOLDED[code] ?? 0) : code
    const kept =
      plain > 127 ? LETTER.test(String.fromCharCode(plain)) : (plain > 96 && plain < 123) || (plain > 47 && plain < 58)
    if (kept) key += String.fromCharCode(plain)
  }
  return key
}

/** The hashes of a name's keys: of all of it, of its last word, of its last two words (0 where it has no more), of its first. */
export interface NameHashes {
  whole: number
  last: number
  lastTwo: number
  first: number
}

/** What {@link hash} makes of the {@link nameKey} of a name and its ends, in one pass: for a hundred thousand names at start. */
export function nameHashes(name: string): NameHashes {
  let [whole, last, lastTwo, first] = [SEED, SEED, SEED, 0]
  let spaces = 0
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i)
    if (code === SPACE) {
      if (spaces === 0) first = whole
      // What was the last word is the one before the last now.
      lastTwo = last
      last = SEED
      spaces++
      continue
    }
    const plain = code < TABLE_SIZE ? (FOLDED[code] ?? 0) : code
    const kept =
      plain > 127 ? LETTER.test(String.fromCharCode(plain)) : (plain > 96 && plain < 123) || (plain > 47 && plain < 58)
    if (!kept) continue
    whole = Math.imul(whole ^ plain, PRIME)
    last = Math.imul(last ^ plain, PRIME)
    lastTwo = Math.imul(lastTwo ^ plain, PRIME)
  }
  return {
    whole: finished(whole),
    last: finished(last),
    lastTwo: spaces > 1 ? finished(lastTwo) : 0,
    first: finished(spaces === 0 ? whole : first),
  }
}

/** FNV-1a's bits, mixed once more; never 0. */
function finished(value: number): number {
  return (value ^ (value >>> 15)) | 0 || 1
}

const SPACE = 32
const PRIME = 0x01000193
const SEED = 0x811c9dc5
const LETTER = /[\p{L}\p{N}]/u

/** A 32-bit hash (FNV-1a) of a string, never 0. */
export function hash(text: string, seed = SEED): number {
  let value = seed
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), PRIME)
  return finished(value)
}
