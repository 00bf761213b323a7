import { defineCommand } from '../src/command/command.ts'
import sentences from './sentences/help.ts'

export default defineCommand({
  name: 'help',
  slash: ['trogiup', 'help'],
  summary: 'summary-help',
  examples: ['trợ giúp'],
  sentences,
  always: true,
  async run({ say, commands }) {
    const lines = commands
      .filter(({ hidden }) => !hidden)
      .map(({ summary, examples, slash }) =>
        say('help-line', { what: say(summary), example: examples[0] ?? '', slash: slash[0] ?? '' }),
      )
    return { text: [say('help-title'), ...lines].join('\n') }
  },
})
