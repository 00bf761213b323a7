import { fold } from '../../language/fold.ts'

export const KINDS = ['status', 'progress', 'comparison', 'plan', 'villages'] as const

export type PictureKind = (typeof KINDS)[number]

/** By what words each kind is asked for, folded; the first that fits counts. Without any, the status card is meant. */
const WORDS: readonly [PictureKind, RegExp][] = [
  [
    'plan',
    /\b(ke hoach|phan cong|phan viec|giao viec|nhiem vu|cong viec|lo trinh|ai lam|viec qua han|qua han|tre han)\b/,
  ],
  ['villages', /\b(cac|tung|theo|moi|giua cac|nhung) (thon|xom|ban|ap|buon|to dan pho|khu dan cu)\b|\bcong don\b/],
  [
    'comparison',
    /\b(so sanh|xep hang|thu hang|doi chieu|(cac|tung|giua cac|nhung) (xa|phuong)|toan (tinh|huyen)|ca (tinh|huyen))\b/,
  ],
  [
    'progress',
    /\b(bieu do|do thi|so do|duong) (tien do|tien trinh|ket qua)\b|\b(thoi gian|dien bien|xu huong|tien trinh|lich su|qua (cac|tung) (nam|thang|quy|ky|dot)|(theo|tung) (nam|thang|quy)|tang giam|len xuong)\b/,
  ],
]

/** Which picture the words ask for. */
export function kindAsked(text: string): PictureKind {
  const folded = fold(text)
  return WORDS.find(([, words]) => words.test(folded))?.[0] ?? 'status'
}
