/** Words around a question that change nothing in it: greetings, politeness, addresses, hesitation. */
import { fold, spelling } from './fold.ts'
import type { Token } from './tokens.ts'

/** Anywhere in a message. */
const PHRASES = `xin chào|chào bạn|chào bot|chào em|chào anh|chào chị|chào cả nhà|chào mọi người|chào buổi sáng|chào buổi chiều|kính gửi|kính thưa|dạ thưa|
dạ chào|dạ vâng|dạ em|vâng ạ|với ạ|với nhé|với nha|ạ nhé|nhé ạ|ạ em|bot ơi|bot à|bot này|ad ơi|admin ơi|trợ lý ơi|trợ lý|em ơi|anh ơi|chị ơi|bạn ơi|mày ơi|
ông ơi|bà ơi|trời ơi|cho em hỏi|cho anh hỏi|cho chị hỏi|cho tôi hỏi|cho mình hỏi|cho tui hỏi|cho tao hỏi|cho bác hỏi|cho cháu hỏi|cho con hỏi|cho hỏi chút|
cho hỏi|em xin hỏi|xin hỏi|xin phép hỏi|tôi muốn hỏi|em muốn hỏi|mình muốn hỏi|anh muốn hỏi|muốn hỏi|hỏi chút|hỏi tí|hỏi xíu|hỏi cái|cho em biết|
cho tôi biết|cho mình biết|cho anh biết|cho chị biết|cho biết|nói cho tôi biết|tôi muốn biết|em muốn biết|mình muốn biết|anh muốn biết|muốn biết|
tôi cần biết|em cần biết|cần biết|giúp em với|giúp tôi với|giúp mình với|giúp với|giúp em|giúp tôi|giúp mình|giúp anh|giúp chị|giùm em|giùm tôi|
dùm em|dùm tôi|hộ em|hộ mình|hộ tôi|hộ cái|làm ơn|vui lòng|phiền bạn|phiền bot|phiền em|nhờ bạn|nhờ em|nhờ bot|nhờ ad|làm phiền|thế ạ|thế nhỉ|thế nhé|
vậy ạ|vậy nhỉ|vậy ta|vậy hả|đấy nhé|đấy ạ|cái nhé|cái đi|đi nhé|đi ạ|đi em|cảm ơn nhiều|cảm ơn bạn|cảm ơn em|cảm ơn|cám ơn|xin cảm ơn|thì là|là vì|
kiểu như|nói chung là|nói chung|thực ra là|thực ra|tôi nói là|ý em là|ý là|tức là|bây giờ|giờ này|hiện nay|hiện tại|hiện giờ|lúc này|hiện thời|anh chị|
quý cơ quan|mọi người|các đồng chí|các bác|các anh|hi hi|ha ha|he he|một chút|một tí|ấy chết|cái vụ|cái khoản|cái chuyện`
/** At the edges of a message, or anywhere when their marks are written. */
const WORDS = `chào|thưa|dạ|vâng|ạ|à|ừ|ờ|ừm|ờm|ủa|ê|hả|hử|nhé|nhen|nha|nghen|nghe|hen|nhỉ|hè|hỉ|nè|bot|ad|admin|ơi|á|ấy|ok|oke|ck|hihi|haha|hehe|uhm|giùm|dùm`

interface Filler {
  folded: string[]
  spelled: string[]
}

const parse = (list: string): Filler[] =>
  list.split('|').map((phrase) => {
    const words = phrase.trim().split(' ')
    return { folded: words.map(fold), spelled: words.map(spelling) }
  })

const BY_FIRST = Map.groupBy(
  [...parse(PHRASES), ...parse(WORDS)].toSorted((a, b) => b.folded.length - a.folded.length),
  ({ folded }) => folded[0] ?? '',
)

/** How many words from `i` on are filler. */
export function fillerLength(tokens: readonly Token[], i: number): number {
  const first = tokens[i]
  if (first?.kind !== 'word') return 0
  // "Đồng ý là việc này xong" has no "ý là" in it.
  if (first.folded === 'y' && tokens[i - 1]?.folded === 'dong') return 0
  for (const { folded, spelled } of BY_FIRST.get(first.folded) ?? []) {
    const said = folded.every((word, k) => {
      const token = tokens[i + k]
      return token?.folded === word && (token.spelled === word || token.spelled === spelled[k])
    })
    if (!said) continue
    if (folded.length > 1) return folded.length
    const marked = first.spelled === spelled[0] && first.spelled !== first.folded
    if (marked || isEdge(tokens, i)) return 1
  }
  return 0
}

/** Whether nothing but signs stands before or behind. */
function isEdge(tokens: readonly Token[], i: number): boolean {
  return (
    tokens.slice(0, i).every(({ kind }) => kind === 'sign') || tokens.slice(i + 1).every(({ kind }) => kind === 'sign')
  )
}
