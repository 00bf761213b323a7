/** Which words stand in the names of criteria and indicators, and how much each of them says. */
import { fold } from './fold.ts'

/** A criterion or an indicator of a set. */
export interface TargetEntry {
  kind: 'criterion' | 'indicator'
  set: string
  code: string
}

/** Words of a name that say nothing about which it is. */
export const EMPTY_WORDS = new Set(
  `co cua va cac theo duoc dat tu tro len quy dinh dam bao xa thon ban ap ho ty le tren dia so muc cho nhung voi hoac trong
  ve la o de khong den tai mot nguoi gia dinh hoat dong thuc hien cap it nhat phu hop doi yeu cau hang nam ap dung ca nam nu
  tieu chi chi tieu bao nhieu nao the sao gi dau roi chua con thi nhu ra lam hien nay viet minh toi em anh chi bi dan may
  phan tram xu ly den dang duoc mat tinh hinh it bao gio lan cai dat du xong hoan thanh nua nhi ha vay a co phai thay rang mo
  trien khai ket qua tien so lieu bn phai ma may muon nop gui xin bao cao hoi biet xem can
  no quyet dap ung gom nguon bo khi truoc luc gio ky do`.split(/\s+/),
)

export class NameWords {
  /** Word or pair of words → the entries whose names hold it, with its weight there. */
  readonly #holders = new Map<string, Map<TargetEntry, number>>()
  readonly #entries = new Set<TargetEntry>()

  /** Takes in an entry's names, the decision's own first. */
  add(entry: TargetEntry, names: readonly string[]): void {
    this.#entries.add(entry)
    names.forEach((name, place) => {
      // The words people use weigh more than the decision's long sentence.
      const weight = place === 0 && names.length > 1 ? 0.5 : 1
      const words = fold(name).match(/[a-z0-9]+/g) ?? []
      words.forEach((word, i) => {
        if (!EMPTY_WORDS.has(word)) this.#hold(word, entry, weight)
        if (i > 0 && saysSomething(words[i - 1], word)) this.#hold(`${words[i - 1]} ${word}`, entry, weight)
      })
    })
  }

  #hold(term: string, entry: TargetEntry, weight: number): void {
    const holders = this.#holders.get(term)
    if (holders === undefined) this.#holders.set(term, new Map([[entry, weight]]))
    else holders.set(entry, Math.max(weight, holders.get(entry) ?? 0))
  }

  /** Whether any name has the word, or the pair of words. */
  has(term: string): boolean {
    return this.#holders.has(term)
  }

  /** Whether the entry's names have it. */
  holds(entry: TargetEntry, term: string): boolean {
    return this.#holders.get(term)?.has(entry) === true
  }

  /** How few names have it: 0 where none has. */
  rarity(term: string): number {
    const holders = this.#holders.get(term)
    return holders === undefined ? 0 : Math.log(1 + this.#entries.size / holders.size)
  }

  /** Entries of the sets (of any, where none is given) by how much of the weighted terms their names hold, best first. */
  scored(terms: ReadonlyMap<string, number>, sets: readonly string[]): [TargetEntry, number][] {
    const scores = new Map<TargetEntry, number>()
    for (const [term, weight] of terms) {
      const rarity = this.rarity(term)
      for (const [entry, inName] of this.#holders.get(term) ?? []) {
        if (sets.length > 0 && !sets.includes(entry.set)) continue
        scores.set(entry, (scores.get(entry) ?? 0) + weight * inName * rarity)
      }
    }
    return [...scores].sort((a, b) => b[1] - a[1])
  }
}

/** Of a pair of empty words ("yêu cầu", "quy định") a question is made as well as a name. */
function saysSomething(first = '', second = ''): boolean {
  return !EMPTY_WORDS.has(first) || !EMPTY_WORDS.has(second)
}
