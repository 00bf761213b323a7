import type { Turn } from '../command/command.ts'

/**
 * What a message reports besides its first indicator: "… 150/210, bảo hiểm y tế 190/210" is two reports, and one is made at
 * a time. The words from there on; undefined where there is one figure only, or the names mean one thing together.
 */
export function alsoSaid({ text, mentions }: Pick<Turn, 'text' | 'mentions'>): string | undefined {
  const figures = mentions.numbers.filter(({ kind }) => kind !== 'amount')
  const [first, ...others] = mentions.targets
  if (!first || figures.length < 2) return undefined
  const second = others.find(({ readings }) => !readings.some(({ set, code }) => sameAs(first.readings, set, code)))
  const at = second ? text.indexOf(second.text, text.indexOf(first.text) + first.text.length) : -1
  return at < 0 ? undefined : text.slice(at).trim()
}

function sameAs(readings: readonly { set: string; code: string }[], set: string, code: string): boolean {
  return readings.some((each) => each.set === set && each.code === code)
}
