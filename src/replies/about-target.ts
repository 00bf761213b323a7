import type { Ask } from '../command/command.ts'

/** What a follow-up leans on after something was done to an indicator or a criterion: a question about it, never another act. */
export function aboutTarget(unit: string, set: string, target: string): Ask {
  return { command: target.includes('.') ? 'indicator' : 'criterion', unit, set, target }
}
