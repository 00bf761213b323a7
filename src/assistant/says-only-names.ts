import type { Turn } from '../command/command.ts'
import { fold } from '../language/fold.ts'

/** Beside names, so many words may say what they are for: "hạn 25/12", "cho anh Tùng". */
const MOST_BESIDE = 2

/** Whether a message hardly says more than the names and figures in it, so that it can be no text of its own. */
export function saysOnlyNames({ text, mentions }: Pick<Turn<never>, 'text' | 'mentions'>): boolean {
  const { units, targets, dates, numbers, people, times, freeText } = mentions
  if (freeText !== undefined) return false
  const named = [...units, ...targets, ...dates, ...numbers, ...people].map((each) => each.text)
  let rest = ` ${fold(text)} `
  for (const name of [...named, ...times]) rest = rest.replace(fold(name), ' ')
  return (rest.match(/[a-z]+/g) ?? []).length <= MOST_BESIDE
}
