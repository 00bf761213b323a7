/** The words for a unit's level: "xã", "thôn", "tổ dân phố" … */
import type { UnitLevel } from './meaning.ts'
import type { Token } from './tokens.ts'

/** The words for a level, as they are folded, with the levels they may stand for. */
const LEVEL_WORDS: Record<string, readonly UnitLevel[]> = {
  tinh: ['tinh'],
  'thanh pho': ['tinh', 'huyen'],
  huyen: ['huyen'],
  quan: ['huyen'],
  // Without marks it may be "thì xã".
  'thi xa': ['huyen', 'xa'],
  xa: ['xa'],
  phuong: ['xa'],
  'thi tran': ['xa'],
  'dac khu': ['xa'],
  thon: ['thon'],
  xom: ['thon'],
  ap: ['thon'],
  ban: ['thon'],
  buon: ['thon'],
  lang: ['thon'],
  khu: ['thon'],
  'khu pho': ['thon'],
  'khu dan cu': ['thon'],
  'to dan pho': ['thon'],
  to: ['thon'],
  doi: ['thon'],
  phum: ['thon'],
  soc: ['thon'],
}
/** Where these carry marks, they must be these. */
const LEVEL_SPELLINGS: Record<string, string> = {
  tinh: 'tinh3',
  huyen: 'huyên5',
  quan: 'quân5',
  xa: 'xa4',
  phuong: 'phương1',
  thon: 'thôn',
  xom: 'xom2',
  ap: 'âp2',
  ban: 'ban3',
  buon: 'buôn',
  lang: 'lang1',
  khu: 'khu',
  to: 'tô3',
  doi: 'đôi5',
  soc: 'soc2',
}
export interface LevelWord {
  levels: readonly UnitLevel[]
  /** Token after it. */
  end: number
  /** The plain "xã", "thôn" … that stand for one's own unit too. */
  plain: boolean
  /** It cannot be another word without its marks ("to", "ban", "tinh" can). */
  sure: boolean
}

/** The phrases for levels by their first word, longest first. */
const BY_FIRST_WORD = Map.groupBy(
  Object.entries(LEVEL_WORDS)
    .map(([phrase, levels]) => ({ phrase, words: phrase.split(' '), levels }))
    .toSorted((a, b) => b.words.length - a.words.length),
  ({ words }) => words[0] ?? '',
)
/** Those that are no other word without their marks ("to", "ban", "tinh" are). */
const SURE = new Set(['xa', 'thon', 'huyen', 'xom', 'thi tran', 'khu pho', 'to dan pho', 'khu dan cu'])
const PLAIN = new Set(['xa', 'thon', 'tinh', 'huyen', 'xom', 'ap'])

/** "t. Nội", "x.Bình An": the letter with its point. */
const LETTERS: Record<string, readonly UnitLevel[]> = { t: ['thon'], x: ['xa'], h: ['huyen'], p: ['xa'] }

/** The word for a level at `i`. */
export function levelWordAt(tokens: readonly Token[], i: number): LevelWord | undefined {
  const token = tokens[i]
  const letter = LETTERS[token?.typed ?? '']
  if (letter !== undefined && tokens[i + 1]?.folded === '.' && tokens[i + 1]?.glued && tokens[i + 2]?.kind === 'word')
    return { levels: letter, end: i + 2, plain: false, sure: false }
  const candidates = token?.kind === 'word' ? BY_FIRST_WORD.get(token.folded) : undefined
  const found = candidates?.find(({ words }) =>
    words.every((word, k) => isLevelWord(tokens[i + k], word, words.length > 1)),
  )
  if (token === undefined || found === undefined) return undefined
  const { phrase, words, levels } = found
  const marked = token.spelled !== token.folded
  const expected = words.length === 1 ? LEVEL_SPELLINGS[phrase] : undefined
  if (expected !== undefined && marked && token.spelled !== expected) return undefined
  return { levels, end: i + words.length, plain: PLAIN.has(phrase), sure: marked || SURE.has(phrase) }
}

/** "thì xã" is not "thị xã". */
function isLevelWord(token: Token | undefined, word: string, strict: boolean): boolean {
  if (token?.folded !== word) return false
  return !strict || word !== 'thi' || token.spelled === 'thi5' || token.spelled === 'thi'
}
