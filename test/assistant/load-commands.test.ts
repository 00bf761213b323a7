import { describe, expect, it } from 'vitest'
import { checkCommands, checkExamples, CommandError, loadCommands } from '../../src/assistant/load-commands.ts'
import type { Language } from '../../src/language/meaning.ts'
import { NOTHING_NAMED } from '../../src/assistant/make-turn.ts'
import { command } from './house.ts'

const good = command('good', async () => ({ text: '' }))
const other = command('other', async () => ({ text: '' }))

/** Files that are refused, and what is said of them. */
const REFUSED: [string, { file: string; command: unknown }[], RegExp][] = [
  ['a file without a command', [{ file: 'a.ts', command: undefined }], /commands\/a\.ts/],
  ['a field that is missing', [{ file: 'a.ts', command: { ...good, run: undefined } }], /commands\/a\.ts.*run/s],
  ['a field that is unknown', [{ file: 'a.ts', command: { ...good, colour: 'red' } }], /commands\/a\.ts.*colour/s],
  ['a slash command that Telegram would refuse', [{ file: 'a.ts', command: { ...good, slash: ['Đạt'] } }], /slash/],
  ['no sentence at all', [{ file: 'a.ts', command: { ...good, sentences: [] } }], /sentences/],
  [
    'two of one name',
    [
      { file: 'a.ts', command: good },
      { file: 'b.ts', command: { ...other, name: 'good' } },
    ],
    /commands\/b\.ts: name "good" is taken by commands\/a\.ts/,
  ],
  [
    'two with one slash command',
    [
      { file: 'a.ts', command: good },
      { file: 'b.ts', command: { ...other, slash: ['other', 'good'] } },
    ],
    /commands\/b\.ts: slash command "good" is taken/,
  ],
  [
    'two examples that are the same without their marks',
    [
      { file: 'a.ts', command: { ...good, examples: ['xã đạt chưa'] } },
      { file: 'b.ts', command: { ...other, examples: ['xa dat chua'] } },
    ],
    /commands\/b\.ts: example "xa dat chua" is taken by commands\/a\.ts/,
  ],
]

describe('the loader of commands', () => {
  it.each(REFUSED)('refuses %s', (_, files, reason) => {
    expect(() => checkCommands(files)).toThrow(CommandError)
    expect(() => checkCommands(files)).toThrow(reason)
  })

  it('takes the commands of the program', async () => {
    const commands = await loadCommands()
    expect(commands.map(({ name }) => name)).toEqual(expect.arrayContaining(['status', 'unmet', 'indicator', 'help']))
  })

  it('refuses an example that reaches another command, or none', () => {
    const language: Language = {
      understand: (text) =>
        text === 'good'
          ? { kind: 'meaning', command: 'good', confidence: 1, mentions: NOTHING_NAMED }
          : { kind: 'unknown', near: [], mentions: NOTHING_NAMED },
      learnNames() {},
      nearestUnits: () => [],
      schedule: () => undefined,
    }
    expect(() => checkExamples([good], language)).not.toThrow()
    expect(() => checkExamples([good, other], language)).toThrow(/the example "other" of other is unknown/)
    expect(() => checkExamples([{ ...other, examples: ['good'] }], language)).toThrow(/of other reaches good/)
  })
})
