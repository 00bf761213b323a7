import type { Command } from '../command/command.ts'
import { speechAct } from '../language/speech-act.ts'

/**
 * Which command the words reach when they name one that acts: a question or a denial never carries out the act that it
 * speaks of. What is shown and confirmed first opens all the same, unless a question about it has a command of its own.
 *
 * @returns undefined where nothing may be done and no command answers.
 */
export function commandForWords(commands: readonly Command[], command: Command, text: string): Command | undefined {
  if (!command.acts) return command
  const act = speechAct(text)
  if (act === undefined || act === 'request') return command
  const meant = act === 'question' ? command.asked : command.denied
  if (meant === undefined) return command.form?.confirm ? command : undefined
  return commands.find(({ name }) => name === meant)
}
