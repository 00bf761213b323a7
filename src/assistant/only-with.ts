import { fold } from '../language/fold.ts'

/** How people are called; it tells nobody apart. */
const ADDRESS = new Set('anh chi ong ba co chu bac em dong cai'.split(' '))

/** The only one of several whose label has all the words that were said; undefined where none or several have. */
export function onlyWith<Labelled extends { label: string }>(
  text: string,
  options: readonly Labelled[],
): Labelled | undefined {
  const words = wordsOf(text)
  const said = words.length > 1 ? words.filter((word, at) => at > 0 || !ADDRESS.has(word)) : words
  if (!said.some((word) => /^[a-z]{2}/.test(word))) return undefined
  const having = options.filter(({ label }) => {
    const labelled = new Set(wordsOf(label))
    return said.every((word) => labelled.has(word))
  })
  return having.length === 1 ? having[0] : undefined
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[a-z0-9]+(?:[./][a-z0-9]+)*/g) ?? []
}
