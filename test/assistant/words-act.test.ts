import { describe, expect, it } from 'vitest'
import { loadCommands } from '../../src/assistant/load-commands.ts'
import { commandForWords } from '../../src/assistant/words-act.ts'

const commands = await loadCommands()
const acting = commands.filter(({ acts }) => acts)

describe('a command that acts', () => {
  it.each(acting.map((command) => [command.name, command] as const))('%s hears what teaches it', (_, command) => {
    const elsewhere = command.sentences.filter((text) => commandForWords(commands, command, text) !== command)
    expect(elsewhere).toEqual([])
  })

  it.each(acting.map((command) => [command.name, command] as const))(
    '%s hands on to commands there are',
    (_, command) => {
      const named = [command.asked, command.denied].filter((name) => name !== undefined)
      expect(commands.map(({ name }) => name)).toEqual(expect.arrayContaining(named))
    },
  )
})
