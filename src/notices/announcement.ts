import { fold } from '../language/fold.ts'
import type { OutgoingFile, Outgoing } from '../messages/outgoing.ts'
import { unitName } from '../wording/names.ts'
import type { Say } from '../wording/say.ts'

/** What an officer asks to be told, taken apart: to whom (the words before the text), and the text as it was typed. */
export interface Announcement {
  address: string
  text: string
  /** Whether it is called a notice, and its text stands apart or is still to be asked for: nothing else can be meant. */
  plain: boolean
}

/** What stands before the word for a notice: to whom one speaks, politeness, and the verb. Folded, as all below. */
const BEFORE =
  /^[^\p{L}\p{N}/]*(?:(?:bot|oi|da|vang|em|toi|minh|nho|hay|xin|muon|can|giup|gui|dang|ra|phat|soan|tao|viet|nhan|nhac|bao|loan|truyen|dat|len|mot)[ ,]+)*/u
const NOTICE =
  /^(?:\/thongbao(?:@\w+)?|thong bao|tb|tin nhan|tin)(?![\p{L}\p{N}])(?: (?:moi(?! nguoi)|gap|khan|quan trong|chung|sau|nay))*/u
/** To whom: all of several, which ends there … */
const TO_ALL =
  /^ *(?:cho|den|toi|len|vao)? *(?:tat ca (?:nhom|thon|xom|ban|xa)|(?:tat ca |ca |moi |toan )?(?:(?:cac|nhung) (?:nhom|thon|xom|ban|xa)|(?:ca|toan) xa|ba con|nhan dan|nguoi dan|moi nguoi))(?: trong xa| cua xa| ca xa| trong thon)?(?![\p{L}\p{N}])/u
/** … or one group or unit, whose name can be any words. */
const TO_ONE = /^ *(?:cho|den|toi|len|vao)? *(?:nhom|thon|xom|ban|xa|phuong|ap|to)(?![\p{L}\p{N}])/u
/** … or the group without a name: behind it stands a time, which no name begins with, or "là". */
const TO_THE_GROUP =
  /^ *(?:(?:cho|den|toi|len|vao) )? *nhom(?: (?:xa|minh|nay|chung))?(?= \d| (?:(?:sang|trua|chieu|toi|dem|hom|ngay) )?(?:nay|mai)(?![\p{L}\p{N}])| thu (?:[2-7]|hai|ba|tu|nam|sau|bay)(?![\p{L}\p{N}])| chu nhat|(?: la| rang)(?![\p{L}\p{N}]))(?: (?:la|rang)(?![\p{L}\p{N}]))?/u
const SAYS_TO = /^ *(?:cho|den|toi|len|vao)(?![\p{L}\p{N}])/u
/** A colon or an end of line; "7:30" and an address are none. */
const SEPARATOR = /[:：](?!\d|\/\/)|\n/u
/** Words before a separator that say to whom: short, without a figure or a second clause. */
const ADDRESS = /^[^\d,.;!?]{0,80}$/u

/**
 * Takes "thông báo cho thôn Đoài: …" apart; undefined where it does not begin like that. Behind a colon or on the next line
 * stands the text, character by character; without either, what follows "thông báo" and "cho bà con". Where it cannot be told
 * where a unit's name ends, the text is left empty, to be asked for.
 */
export function readAnnouncement(written: string): Announcement | undefined {
  const typed = written.normalize('NFC').trim()
  const folded = fold(typed)
  // Some marks fold away altogether; then nothing can be cut by position.
  const flat = folded.length === typed.length ? folded : typed.toLowerCase()
  let at = BEFORE.exec(flat)?.[0].length ?? 0
  const notice = NOTICE.exec(flat.slice(at))
  const to = [TO_ALL, TO_ONE].some((words) => words.test(flat.slice(at)))
  // "Báo cho các nhóm: …" has no word for it but the verb.
  if (!notice && !(to && at > 0)) return undefined
  at += notice?.[0].length ?? 0
  const behind = flat.slice(at)
  const separator = SEPARATOR.exec(behind)
  const before = separator ? behind.slice(0, separator.index) : behind
  const addressed = before.trim() === '' || TO_ALL.test(before) || TO_ONE.test(before) || SAYS_TO.test(before)
  if (separator && addressed && ADDRESS.test(before)) {
    const cut = at + separator.index
    const text = typed.slice(cut + 1).trim()
    return { address: typed.slice(0, cut), text, plain: notice !== null && text !== '' }
  }
  const all = (TO_ALL.exec(behind) ?? TO_THE_GROUP.exec(behind))?.[0].length ?? 0
  if (all === 0 && TO_ONE.test(behind)) return { address: typed, text: '', plain: false }
  const text = typed.slice(at + all).replace(/^[\s,;:–-]+/u, '')
  return { address: typed.slice(0, at + all), text, plain: notice !== null && behind.trim() === '' }
}

/** Whether a text is plainly an announcement, whatever it speaks of: "thông báo cho bà con: …". */
export function isAnnouncement(written: string): boolean {
  return readAnnouncement(written)?.plain ?? false
}

/** An announcement as the groups see it: who speaks, and what was typed, character by character. */
export function announcementMessage(
  say: Say,
  unit: Parameters<typeof unitName>[1],
  text: string,
  file?: OutgoingFile,
): Outgoing {
  const title = announcementTitle(say, unit)
  const emphasis = [{ start: 0, length: title.length }]
  return { command: 'notify', text: `${title}\n${text.normalize('NFC')}`, emphasis, ...(file && { file }) }
}

export function announcementTitle(say: Say, unit: Parameters<typeof unitName>[1]): string {
  return say('announcement-title', { unit: unitName(say, unit) }).normalize('NFC')
}
