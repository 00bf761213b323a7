import { fold } from './fold.ts'

/**
 * What a sentence does besides naming something: it asks, it denies, or it asks politely that something be done. Undefined
 * for what is plainly said or ordered.
 */
export type SpeechAct = 'question' | 'denial' | 'request'

/** Words behind a question that change nothing of it. */
const PARTICLES =
  /(?:\s+(?:a|ah|nhi|nhe|nha|the|vay|ha|roi|day|ay|anh|chi|em|bac|chu|co|ong|ba|oi|bot|ban|voi|cho|cac))+$/
/** "… được không": that it be done is what is asked for. */
const POLITE = /\b(?:duoc|dc|giup|ho) (?:khong|ko|k|kg|hong|hok|hem|chu|chua)$/
/** "có nên …", "… hay không": whether it should be done is asked, not that it be done. */
const WHETHER = /\bco (?:nen|can|phai|dang)\b|\bnen\b.*\b(?:khong|ko|k|hong)$|\bhay (?:la )?(?:khong|ko|chua|thoi)$/
const ASKS =
  /\b(?:bao gio|khi nao|luc nao|hom nao|bao nhieu|the nao|ra sao|tai sao|vi sao|sao lai|lam sao|nhung ai|viec nao|thon nao|xa nao|nguoi nao|cai nao|chi tieu nao|tieu chi nao|bao cao nao|viec gi|lam gi)\b/
/** Unmarked letters only: "Ái" is a name, "ải" another word. */
const WHO = /(?<![\p{L}\p{M}])ai(?![\p{L}\p{M}])/iu
/** At the end of a clause, as they are written with marks: "từ đầu" and "ngôi chùa" ask nothing. */
const ENDS: ReadonlyMap<string, string> = new Map(
  ['không', 'ko', 'kg', 'hông', 'hok', 'hem', 'chưa', 'nào', 'gì', 'đâu', 'sao'].map((word) => [fold(word), word]),
)

/** "Đừng" is left out: without marks it is the name Dũng too, and no act that is done at once is said with it. */
const NOT = 'chua|khong|ko|kg|chang|cha|hong|hok|hem|dau co'
const ACTS =
  'nhan|lam|xong|hoan thanh|hoan tat|ket thuc|giao|gia han|dong y|duyet|chap nhan|gui|nop|huy|xac nhan|cho|bao|tra|mo lai|dat'
/** "Chưa làm xong", "không thể nhận"; "chưa làm kịp, xin thêm thời gian" asks for what follows. */
const DENIES = new RegExp(
  String.raw`\b(?:${NOT})(?: (?:the|co|kip|he|muon|phai|dam|duoc|lam|can|bao|da|su))*\s+(?:${ACTS})\b(?!.*\bxin\b)|\b(?:${NOT})(?: can)? xin\b`,
)
const HAS_NOT = new RegExp(String.raw`\b(?:${NOT})\b`)
/** "Việc 8.5 xong đâu mà". */
const DENIES_BEHIND = /\b(?:xong|nhan|lam|dong y|duyet) (?:dau ma|chua duoc|khong duoc|chang duoc)\b/

/** Where the words about the thing itself end: what stands behind is a note or a reason. */
const NOTE = /:(?!\d)|\s(?:vì|vi(?! sao)|do|lý do|ly do|bởi|boi)\s(?!sao)/iu

/**
 * Whether a message asks or denies, by its words alone. In doubt it asks: a question never does anything.
 *
 * @example
 * speechAct('ai chưa nhận việc') // 'question'
 * speechAct('tôi chưa làm xong việc 8.5') // 'denial'
 * speechAct('cho em gia hạn đến 30/11 được không ạ') // 'request'
 */
export function speechAct(text: string): SpeechAct | undefined {
  const head = text.normalize('NFC').split(NOTE)[0] ?? ''
  const clauses = head
    .split(/[,;!\n]\s+|\.\s+|(?<=\?)\s*/u)
    .map((each) => ({ said: each, folded: bare(each) }))
    .filter(({ folded }) => folded !== '')
  if (clauses.some(isQuestion)) return 'question'
  const [first] = clauses.filter(({ said }) => !isAddress(fold(said).trim()))
  // "Chưa xong kịp, xin gia hạn" asks for what follows.
  const begs = clauses.some((each) => each !== first && /^xin (?:them|gia han|lui|doi|phep)\b/.test(each.folded))
  if (first && !begs && (DENIES.test(first.folded) || DENIES_BEHIND.test(first.folded))) return 'denial'
  return clauses.some(({ folded }) => POLITE.test(folded)) ? 'request' : undefined
}

interface Clause {
  said: string
  folded: string
}

function isQuestion({ said, folded }: Clause): boolean {
  if (WHETHER.test(folded) || WHO.test(said) || ASKS.test(folded)) return true
  return !POLITE.test(folded) && (said.includes('?') || asksAtEnd(said, folded))
}

function asksAtEnd(said: string, folded: string): boolean {
  const last = folded.split(/\s+/).at(-1) ?? ''
  const marked = ENDS.get(last)
  // "Chưa xong đâu" denies.
  if (marked === undefined || (last === 'dau' && HAS_NOT.test(folded))) return false
  const written = said.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  const [as] = written.filter((word) => fold(word) === last).slice(-1)
  return as === last || as === marked
}

/** Folded, without the particles at its end. */
function bare(clause: string): string {
  return fold(clause)
    .replaceAll(/[?.!…]+(?=\s|$)/gu, ' ')
    .trim()
    .replace(PARTICLES, '')
}

/** "Bác ơi", "chào bot". */
function isAddress(folded: string): boolean {
  return folded.split(' ').length <= 3 && /\boi$|^(?:da|chao|alo|thua|kinh)\b/.test(folded)
}
