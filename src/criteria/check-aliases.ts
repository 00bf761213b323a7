import type { CatalogFile, Report } from './catalog-file.ts'
import type { CriteriaSet } from './criteria-set.ts'

/**
 * Within a set a word that people use may stand for one criterion or indicator only, with marks or without, and may not
 * be the name of another. A criterion's name may also be an alias of its own indicators ("thu nhập"): what is said with
 * it ("tiêu chí", "chỉ tiêu") tells them apart.
 */
export function checkAliases(file: CatalogFile, set: CriteriaSet, report: Report): void {
  const aliasesOf = new Map<string, Set<string>>()
  const namesOf = new Map<string, Set<string>>()
  for (const { target, words, name } of targetsOf(set)) {
    if (name !== undefined) add(namesOf, wordKey(name), target)
    for (const word of words) add(aliasesOf, wordKey(word), target)
  }
  for (const { target, words, path } of targetsOf(file))
    for (const [i, word] of words.entries()) {
      const key = wordKey(word)
      const others = [...(aliasesOf.get(key) ?? [])].filter((each) => each !== target)
      const named = [...(namesOf.get(key) ?? [])].filter((each) => numberOf(each) !== numberOf(target))
      const [other] = [...others, ...named]
      if (key === '') report([...path, 'aliases', i], `"${word}" has no letters`)
      else if (other !== undefined) report([...path, 'aliases', i], `"${word}" also stands for ${other}`)
    }
}

/** What a word is compared by: its letters and digits without marks, spaces or case. */
export function wordKey(words: string): string {
  const folded = words.normalize('NFD').toLowerCase().replaceAll('đ', 'd')
  return folded.replaceAll(/[^\p{L}\p{N}]/gu, '')
}

interface Target {
  /** `criterion 17`, `indicator 17.5` */
  target: string
  name?: string
  words: readonly string[]
  path: readonly PropertyKey[]
}

function targetsOf({ criteria }: CatalogFile | CriteriaSet): Target[] {
  return criteria.flatMap(({ no, name, aliases, indicators }, c) => [
    { target: `criterion ${no}`, name, words: aliases, path: ['criteria', c] },
    ...indicators.map((indicator, i) => ({
      target: `indicator ${indicator.code}`,
      name: indicator.name,
      words: indicator.aliases ?? [],
      path: ['criteria', c, 'indicators', i],
    })),
  ])
}

function numberOf(target: string): string | undefined {
  return target.split(' ')[1]?.split('.')[0]
}

function add(index: Map<string, Set<string>>, key: string, target: string): void {
  const found = index.get(key)
  if (found) found.add(target)
  else index.set(key, new Set([target]))
}
