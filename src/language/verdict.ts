/** "8.5 đạt", "chưa đạt": a verdict that is given, told from a question for one ("8.5 đạt chưa"). */
import type { Token } from './tokens.ts'

const ASKING = new Set('nao nao1 gi gi1 may mây2 bao sao dau đâu ai'.split(' '))
const NOT = new Set(['chua', 'khong'])
/** What follows "đạt" where it is no verdict: how much is reached, or whether. */
const GOES_ON = new Set('chua khong duoc bao may gi nao den toi tren hay chuan muc it nhieu'.split(' '))

/** The verdict in a message that asks nothing; undefined where there is none. */
export function verdictOf(tokens: readonly Token[]): 'met' | 'unmet' | undefined {
  // "Đánh dấu" asks nothing, without its marks either.
  const asks = ({ kind, spelled }: Token, i: number): boolean =>
    kind === 'word' && ASKING.has(spelled) && !(spelled === 'dau' && tokens[i - 1]?.folded === 'danh')
  if (tokens.some((token, i) => token.folded === '?' || asks(token, i))) return undefined
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (token?.folded !== 'dat' || (token.spelled !== 'dat' && token.spelled !== 'đat5')) continue
    const next = tokens[i + 1]
    // "2.1 đạt 86%" tells how much; all of it is the verdict as well, as what nobody has reached is none.
    if (next?.kind === 'number' && !(next.folded === '100' && tokens[i + 2]?.folded === '%')) continue
    if (next?.kind === 'word' && GOES_ON.has(next.folded)) continue
    return NOT.has(tokens[i - 1]?.folded ?? '') ? 'unmet' : 'met'
  }
  return undefined
}
