import { defineCommand } from '../src/command/command.ts'
import { isOffered } from '../src/command/is-offered.ts'
import sentences from './sentences/help.ts'

/** What most people come for stands first; the rest follows as it is loaded. */
const FIRST = ['status', 'unmet', 'met', 'criterion', 'indicator', 'explain', 'compare', 'changes', 'report']

export default defineCommand({
  name: 'help',
  slash: ['trogiup', 'help'],
  summary: 'summary-help',
  examples: ['trợ giúp'],
  sentences,
  always: true,
  async run({ say, commands, speaker }) {
    const allowed = commands.filter((command) => isOffered(command, speaker))
    const first = FIRST.flatMap((name) => allowed.find((command) => command.name === name) ?? [])
    const lines = [...new Set([...first, ...allowed])].map(({ summary, examples, slash }) =>
      say('help-line', { what: say(summary), example: examples[0] ?? '', slash: slash[0] ?? '' }),
    )
    return { text: [say('help-title'), ...lines].join('\n') }
  },
})
