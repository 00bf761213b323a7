import { fold } from '../language/fold.ts'
import { FOLLOW_KINDS, type FollowKind } from '../store/groups.ts'
import type { Say } from '../wording/say.ts'

/** As people name what a group can follow, folded. */
const WORDS: Record<FollowKind, RegExp> = {
  digest: /\b(ban tin|tien do)\b/,
  met: /\b(moi dat|vua dat|chi tieu)\b/,
  overdue: /\b(qua han|tre han|cham han)\b/,
  announcements: /\bthong bao\b/,
}

const ALL = /\b(tat ca|ca bon|ca 4|bon loai|4 loai|du ca|het)\b/
const LESS = /\b(khong|dung|bo|tru|tat|ngung|thoi)\b/
const MORE = /\b(them|bat)\b/
/** "Chỉ", which without its mark also begins "chỉ tiêu". */
const ONLY = /\bchi\b(?! tieu)|\bmoi\b(?! dat)\s+(?=ban tin|thong bao|viec)/
/** Numbers of the list: "1,3", "1 và 3", "chỉ 2". */
const NUMBERS = /^(?:(?:chi|nhan|loai|so|muc)\s+)*(?<numbers>[1-4](?:(?:\s*[,;+&]\s*|\s+va\s+|\s+)[1-4])*)[.)]?$/

/**
 * What a text says a group is to follow: numbers of the list, "chỉ thông báo", "không nhận việc quá hạn", "thêm bản tin".
 *
 * @param before what it follows so far, which "bỏ" and "thêm" change.
 * @param asked whether it was asked for; else only what plainly chooses is heard.
 */
export function readFollows(text: string, before: readonly FollowKind[], asked: boolean): FollowKind[] | undefined {
  const said = fold(text).trim()
  const numbers = NUMBERS.exec(said)?.groups?.['numbers']
  if (numbers !== undefined && (asked || /\D/.test(said)))
    return FOLLOW_KINDS.filter((_, index) => numbers.includes(String(index + 1)))
  const named = FOLLOW_KINDS.filter((kind) => WORDS[kind].test(said))
  if (named.length === 0) return asked && ALL.test(said) ? [...FOLLOW_KINDS] : undefined
  if (LESS.test(said)) return FOLLOW_KINDS.filter((kind) => before.includes(kind) && !named.includes(kind))
  if (MORE.test(said)) return FOLLOW_KINDS.filter((kind) => before.includes(kind) || named.includes(kind))
  return asked || ONLY.test(said) ? named : undefined
}

/** What a group follows, as a list in words. */
export function followsSaid(say: Say, follows: readonly FollowKind[]): string {
  if (follows.length === 0) return say('follow-nothing')
  return follows.map((kind) => say(`follow-${kind}`)).join(', ')
}
