import { saidTurn, type FormCommand } from './act.ts'
import { answered, stepOf, type Draft } from './draft.ts'
import type { TurnParts } from './make-turn.ts'

/**
 * Takes from the first message what became clear only now: the figure, once it is known which indicator it is of. What
 * was asked already is not taken again, so that one can go back and answer otherwise.
 */
export async function takenFromFirst(
  parts: TurnParts,
  command: FormCommand,
  before: Draft,
  draft: Draft,
): Promise<Draft> {
  const step = stepOf(command.form, draft.step)
  if (!step?.hear || draft.first === '') return draft
  if (before.asked.includes(step.name) || before.values[step.name] !== undefined) return draft
  const heard = await step.hear(saidTurn(parts, command, draft.first), draft.values)
  if (!heard || !('value' in heard)) return draft
  return takenFromFirst(parts, command, draft, answered(command.form, draft, { [step.name]: heard.value }))
}
