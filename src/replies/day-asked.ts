import type { Turn } from '../command/command.ts'

/** The past day that a question asks about: the last day of what was named; undefined for today and what is to come. */
export function dayAsked({ mentions, today }: Pick<Turn, 'mentions' | 'today'>): string | undefined {
  const asked = mentions.dates.at(-1)
  return asked && asked.to < today ? asked.to : undefined
}
