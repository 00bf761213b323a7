import { fold } from '../language/fold.ts'
import { FOLLOW_KINDS, type FollowKind } from '../store/groups.ts'
import type { Say } from '../wording/say.ts'

/** As people name what a group can follow, folded. "Thông báo việc quá hạn" names what is overdue, not announcements. */
const WORDS: Record<FollowKind, RegExp> = {
  digest: /\b(ban tin|tien do)\b/g,
  met: /\b(moi dat|vua dat|chi tieu)\b/g,
  overdue: /\b(qua han|tre han|cham han)\b/g,
  announcements: /\bthong bao\b(?! (ve )?(cac )?(tien do|ban tin|viec|chi tieu|qua han|tre han))/g,
}

const ALL = /\b(tat ca|ca bon|ca 4|bon loai|4 loai|du ca|het)\b/
const LESS =
  /\b(khong|dung (?=nhan|gui|bao|dua|cho|ban tin|thong bao|viec|chi tieu)|(?<!\bcan )bo(?! phan)|tru|ngoai|tat(?! ca)|ngung|ngat|thoi (?=(khong |dung )?(nhan|gui|bao|ban tin|thong bao|viec|chi tieu)))/
const MORE = /\b(them|bat|van)\b/
/** "Chỉ", which without its mark also begins "chỉ tiêu"; "mỗi". */
const ONLY = /\bchi\b(?! tieu)|\bduy nhat\b|\bmoi\b(?! dat)\s+(?=ban tin|thong bao|viec)/
/** What makes no difference at the end of what is said: "… thôi nhé", "… được không". */
const PARTICLES =
  /(?:[\s,.!?]*\b(?:nhe|nha|nhi|a|di|voi|em|bot|co|anh|duoc khong|co duoc khong|duoc chu|giup|nao))+[\s.!?]*$/
/** "Thông báo thôi": only that, where nothing was left out. */
const AND_NO_MORE = /\bthoi$/
/** "Còn lại thì không", "bỏ các loại khác", "ngoài thông báo ra không nhận gì". */
const REST_OUT =
  /\b(con lai|(cai|loai|thu|muc) khac)\b.*\b(khong|bo|thoi|tat)\b|\b(khong|bo|tat)\b.*\b(con lai|(cai|loai|thu|muc) khac)\b|\b(ngoai|tru)\b.*\b(khong|bo|tat)\b.*\b(gi|het|tat ca|nua)\b/
const NOTHING =
  /\b(khong|dung|thoi) (nhan|gui|bao|lay)( them)? (gi|cai gi|bat cu)\b|\b(tat|bo|ngung) (het|tat ca|toan bo)\b(?!.*\btru\b)/
/** Numbers of the list: "1,3", "1 và 3", "chỉ 2". */
const NUMBERS =
  /^(?:(?:chi|nhan|loai|so|muc)\s+)*(?<numbers>[1-4](?:(?:\s*[,;+&]\s*|\s+va\s+|\s+)[1-4])*)[.)]?(?:\s+thoi)?$/

type Mode = 'plain' | 'only' | 'less' | 'more'

/**
 * What a text says a group is to follow: numbers of the list, "chỉ thông báo thôi", "không nhận việc quá hạn", "thêm bản
 * tin", "tất cả trừ bản tin".
 *
 * @param before what it follows so far, which "bỏ" and "thêm" change.
 * @param asked whether it was asked for; else only what plainly chooses is heard.
 */
export function readFollows(text: string, before: readonly FollowKind[], asked: boolean): FollowKind[] | undefined {
  const said = withoutAddress(text)
  const numbers = NUMBERS.exec(said)?.groups?.['numbers']
  if (numbers !== undefined && (asked || /\D/.test(said)))
    return FOLLOW_KINDS.filter((_, index) => numbers.includes(String(index + 1)))
  const heard = said.split(CLAUSES).flatMap(readClause)
  const named = (...modes: Mode[]) =>
    FOLLOW_KINDS.filter((kind) => heard.some(([mode, of]) => of === kind && modes.includes(mode)))
  if (heard.length === 0) {
    if (NOTHING.test(said) && (asked || /\bnhom\b/.test(said))) return []
    return asked && ALL.test(said) ? [...FOLLOW_KINDS] : undefined
  }
  if (REST_OUT.test(said))
    return named('plain', 'only', 'more', ...(/\b(ngoai|tru)\b/.test(said) ? (['less'] as const) : []))
  const [only, less] = [named('only'), named('less')]
  const without = (kinds: readonly FollowKind[]) =>
    FOLLOW_KINDS.filter((kind) => kinds.includes(kind) && !less.includes(kind))
  if (only.length > 0) return without([...only, ...named('plain', 'more')])
  if (less.length > 0) return without(ALL.test(said) ? FOLLOW_KINDS : [...before, ...named('plain', 'more')])
  const more = named('more')
  if (more.length > 0) return without([...before, ...more, ...named('plain')])
  return asked ? named('plain') : undefined
}

/** Folded, without "chị" and "mọi", which without their marks are "chỉ" and "mỗi", and without what only ends a sentence. */
function withoutAddress(text: string): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/(?<!\p{L})chị(?!\p{L})/giu, ' ')
    .replaceAll(/(?<!\p{L})mọi(?!\p{L})/giu, 'tất cả')
  return fold(plain).replaceAll(/\s+/g, ' ').trim().replace(PARTICLES, '').trim()
}

/** Where what holds for one thing ends: "thông báo thì có, còn bản tin thì không". */
const CLAUSES = /[,;.\n]| (?:con|nhung|chu)(?= )|(?<=\bthi (?:nhan|co|gui|duoc))\b/

/** What a clause names, and how; a word that leaves out or adds holds for what comes after it, or, last, before it. */
function readClause(clause: string): [Mode, FollowKind][] {
  const words = [
    ['only', ONLY],
    ['less', LESS],
    ['more', MORE],
  ] as const
  const marks = words
    .flatMap(([mode, said]) => [...clause.matchAll(new RegExp(said, 'g'))].map(({ index }) => ({ at: index, mode })))
    .sort((a, b) => a.at - b.at)
  const kinds = FOLLOW_KINDS.flatMap((kind) =>
    [...clause.matchAll(WORDS[kind])].map(({ index }) => ({ at: index, kind })),
  )
  const last = Math.max(...kinds.map(({ at }) => at))
  const behind =
    marks.find(({ at, mode }) => at > last && mode === 'less')?.mode ??
    (/\bthi thoi$/.test(clause.trim()) ? 'less' : undefined)
  const noMore = AND_NO_MORE.test(clause.trim()) ? 'only' : undefined
  return kinds.map(({ at, kind }) => [
    marks.findLast((mark) => mark.at < at)?.mode ?? behind ?? noMore ?? 'plain',
    kind,
  ])
}

/** What a group follows, as a list in words. */
export function followsSaid(say: Say, follows: readonly FollowKind[]): string {
  if (follows.length === 0) return say('follow-nothing')
  return follows.map((kind) => say(`follow-${kind}`)).join(', ')
}
