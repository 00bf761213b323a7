import { fold } from '../language/fold.ts'
import type { RoleName, UnitLevel } from '../store/schema.ts'

/** As people name the roles, folded; the first that fits counts. */
const WORDS: readonly [RoleName, RegExp][] = [
  ['admin', /\b(quan tri( vien)?|admin|qtv)\b/],
  ['viewer', /\b(nguoi xem|xem so lieu|chi xem|chu tich|pho chu tich|bi thu|lanh dao|dai bieu|viewer)\b/],
  [
    'village_head',
    /\b((pho )?(truong|tr) (thon|ban|xom|ap|khu|buon|lang|to|khom|soc|tieu khu)|to truong|thon truong)\b/,
  ],
  [
    'district_officer',
    /\b(can bo|cong chuc|chuyen vien|vp dieu phoi|van phong dieu phoi)( \w+){0,4} (cap tren|huyen|tinh|thanh pho)\b/,
  ],
  ['commune_officer', /\b(can bo|cong chuc|cb)( \w+){0,4} (xa|phuong|thi tran)\b/],
  ['commune_officer', /\b(can bo|cong chuc)\b/],
]

const OF_LEVEL: Record<UnitLevel, RoleName> = {
  tinh: 'district_officer',
  huyen: 'district_officer',
  xa: 'commune_officer',
  thon: 'village_head',
}

/** The role that is named in a text: "mời trưởng thôn Đoài". An official of no level is one of the unit's. */
export function readRole(text: string, level?: UnitLevel): RoleName | undefined {
  const folded = fold(text)
  const [role, pattern] = WORDS.find(([, words]) => words.test(folded)) ?? []
  const official = role === 'commune_officer' || role === 'district_officer'
  if (official && level && pattern === WORDS.at(-1)?.[1]) return OF_LEVEL[level]
  return role
}

/** "tên (là) …" up to what the person is to be, or the end. */
const NAMED =
  /(?:^|\s)(?:họ tên|họ và tên|tên|ten) (?:là |la )?(?<name>\p{L}+(?: \p{L}+){1,5}?)(?=\s+(?:làm|lam|là|vào)\s|[,.;:]|$)/u
/** "ông Nguyễn Văn Mẫu", in capitals. */
const ADDRESSED =
  /(?:^|\s)(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|đồng chí|đ\/c) (?<name>\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){1,5})/u
/** "ong nguyen van mau lam truong thon": in small letters only before what the person is to be. */
const TO_BE =
  /(?:^|\s)(?:ông|ong|bà|ba|anh|chị|chi|cô|co|chú|chu|bác|bac) (?<name>\p{L}+(?: \p{L}+){1,4}?) (?:làm|lam|là|la)\s/iu

/** The name that an invitation gives, with capitals. */
export function readInvitedName(text: string): string | undefined {
  const said = text.normalize('NFC')
  const name = [NAMED, ADDRESSED, TO_BE].map((words) => words.exec(said)?.groups?.['name']).find(Boolean)
  return name?.replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase())
}
