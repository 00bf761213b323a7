import { fold } from '../language/fold.ts'

/** The verb behind which what is to be sent is said. Without marks "báo" is "bao nhiêu" too, so that to whom has to follow. */
const SENDS =
  /(?<![\p{L}\p{N}])(?:(?:gui |dang |phat |ra )?(?:thong bao|tin nhan)|(?:gui )?nhac(?! (?:viec|lai|toi|em)(?![\p{L}]))|(?:gui )?(?:nhan|bao)(?= (?:cho|den|vao|len|nhom|cac|ca nhom|tat ca|ba con|moi nguoi|anh em)(?![\p{L}])))(?![\p{L}])/u
/** To whom, where that is no unit by its name; and the words that lead over to the text. */
const TO =
  /^ *(?:(?:cho|den|toi|len|vao) )?(?:(?:tat ca |ca |toan )?(?:cac |nhung )?(?:nhom|thon|xom|ban|xa)(?: (?:xa|minh|nay|chung))?|ba con|nhan dan|moi nguoi|anh em)? *(?:la|rang|biet|noi dung)?(?![\p{L}])[ ,;–-]*/u
/** Words of politeness are no text. */
const POLITE = /^(?:(?:giup|gium|ho|voi|nhe|nha|a|em|toi|minh|anh|chi|di|luon|ngay|cho)[ .!]*)+$/u
const FEWEST_WORDS = 3

/**
 * Takes "7h sáng mai nhắc các thôn nộp báo cáo" apart, which has no colon: when comes first, and what is to be said last.
 * Undefined where the words behind the verb are too few to be a text.
 */
export function readPlainNotice(written: string): { head: string; content: string } | undefined {
  const text = written.normalize('NFC').trim()
  const folded = fold(text)
  // Some marks fold away altogether; then nothing can be cut by position.
  const flat = folded.length === text.length ? folded : text.toLowerCase()
  const verb = SENDS.exec(flat)
  if (!verb || verb.index === 0) return undefined
  const behind = verb.index + verb[0].length
  const at = behind + (TO.exec(flat.slice(behind))?.[0].length ?? 0)
  const content = text.slice(at).trim()
  if (POLITE.test(flat.slice(at)) || content.split(/\s+/u).length < FEWEST_WORDS) return undefined
  return { head: text.slice(0, at), content }
}

/** A time, or a day in the near future, as it stands before the verb. */
const WHEN =
  /(?<![\p{L}\p{N}])(?:\d{1,2} ?(?:h|g|gio|:)|(?:\d+|nua|mot|hai|ba|muoi) ?(?:p|phut|tieng|gio) (?:ruoi )?nua|(?:sang|trua|chieu|toi|dem|ngay) (?:nay|mai)|^mai)(?![\p{L}])/u

/** Whether a text plainly asks that something be sent at another time: "14h30 chiều nay nhắc nhóm 15h họp giao ban". */
export function isForLater(written: string): boolean {
  const said = readPlainNotice(written)
  if (!said) return false
  const head = fold(said.head)
  return WHEN.test(head.slice(0, SENDS.exec(head)?.index ?? 0))
}
