import { readFileSync } from 'node:fs'
import { FluentResource } from '@fluent/bundle'
import { describe, expect, it } from 'vitest'
import { messageTypes } from '../../scripts/message-types.ts'
import { withCommandTable } from '../../scripts/command-table.ts'
import { loadCommands } from '../../src/assistant/load-commands.ts'
import { loadWording, readLocale } from '../../src/wording/load-wording.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const keysOf = (source: string) => new FluentResource(source).body.map(({ id }) => id).sort()

describe('the locales', () => {
  it('have types that were made from the Vietnamese one as it is (npm run locales)', () => {
    expect(read('src/wording/messages.ts')).toBe(messageTypes(readLocale('vi')))
  })

  it('say the same sentences in both languages, from the same arguments', () => {
    expect(keysOf(readLocale('en'))).toEqual(keysOf(readLocale('vi')))
    expect(messageTypes(readLocale('en'))).toBe(messageTypes(readLocale('vi')))
  })

  it('have no sentence twice', () => {
    const keys = keysOf(readLocale('vi'))
    expect(keys).toEqual([...new Set(keys)])
  })
})

describe('README', () => {
  it('has the table of the commands as they are (npm run readme)', async () => {
    const readme = read('README.md')
    expect(readme).toBe(withCommandTable(readme, await loadCommands(), loadWording('vi')))
  })
})
