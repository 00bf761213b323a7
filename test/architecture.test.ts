import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

/**
 * The house's arrows: what each folder may import, besides itself. `docs/architecture.md` draws the same; a folder that
 * is not named here belongs to the composition and may import anything.
 */
const ARROWS: Record<string, string[]> = {
  'src/messages': [],
  'src/wording': ['src/messages', 'src/calendar'],
  'src/language': ['src/calendar'],
  'src/reading': ['src/language', 'src/criteria', 'src/calendar'],
  'src/texts': ['src/evidence', 'src/messages/seen'],
  'src/criteria': [],
  'src/calendar': [],
  'src/people': ['src/store/schema', 'src/language/fold'],
  'src/store': ['src/criteria', 'src/people', 'src/messages', 'src/calendar', 'src/language/meaning'],
  'src/command': ['src/criteria', 'src/language', 'src/messages', 'src/people', 'src/store', 'src/wording'],
  'src/replies': [
    'src/command',
    'src/calendar',
    'src/criteria',
    'src/language',
    'src/people',
    'src/store',
    'src/wording',
  ],
  'src/reports': [
    'src/calendar',
    'src/command',
    'src/replies',
    'src/tasks',
    'src/criteria',
    'src/language',
    'src/messages',
    'src/people',
    'src/store',
    'src/wording',
  ],
  'src/tasks': [
    'src/command',
    'src/replies',
    'src/calendar',
    'src/criteria',
    'src/language',
    'src/messages',
    'src/people',
    'src/store',
    'src/wording',
  ],
  'src/documents': [
    'src/calendar',
    'src/command',
    'src/replies',
    'src/reports',
    'src/tasks',
    'src/criteria',
    'src/language',
    'src/evidence',
    'src/messages',
    'src/people',
    'src/store',
    'src/wording',
    'src/world/known-sets',
    'src/world/unpacked-size',
  ],
  'src/pasted': [
    'src/command',
    'src/reading',
    'src/texts',
    'src/replies',
    'src/reports',
    'src/criteria',
    'src/language',
    'src/people',
    'src/store',
    'src/wording',
  ],
  commands: [
    'src/pasted',
    'src/documents',
    'src/command',
    'src/replies',
    'src/reports',
    'src/tasks',
    'src/notices',
    'src/calendar',
    'src/criteria',
    'src/language',
    'src/people',
    'src/store',
    'src/wording',
  ],
  'src/notices': [
    'src/clock',
    'src/coalesce',
    'src/documents',
    'src/command',
    'src/replies',
    'src/tasks',
    'src/calendar',
    'src/criteria',
    'src/language',
    'src/people',
    'src/messages',
    'src/store',
    'src/wording',
  ],
  'src/assistant': [
    'src/calendar',
    'src/command',
    'src/criteria',
    'src/language',
    'src/messages',
    'src/people',
    'src/store',
    'src/wording',
    'src/clock',
    'src/coalesce',
    'src/notices',
    'src/replies',
    'src/evidence',
  ],
  'src/evidence': ['src/command', 'src/messages'],
  'src/channels': ['src/messages', 'src/clock', 'src/same-secret'],
  'src/world': ['src/store', 'src/criteria', 'src/messages', 'src/people', 'src/tasks/reminder-times'],
  'src/backup': ['src/evidence', 'src/messages', 'src/store'],
  'src/server': ['src/messages', 'src/same-secret', 'src/store'],
}

/** What nothing in a pure folder may reach: the disk, the network, the process, the database. */
const PURE = ['src/messages', 'src/language', 'src/reading', 'src/calendar', 'src/criteria', 'src/people']

const files = globSync('{src,commands}/**/*.ts').map((file) => normalize(file))

function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8')
  return [...source.matchAll(/(?:from|import\() *'([^']+)'/g)].map(([, name = '']) =>
    name.startsWith('.') ? normalize(join(dirname(file), name)) : name,
  )
}

function folderOf(file: string): string | undefined {
  return Object.keys(ARROWS).find((folder) => file.startsWith(`${folder}/`))
}

describe('the arrows between the folders', () => {
  it.each(Object.keys(ARROWS))('%s imports only what lies below it', (folder) => {
    const allowed = [folder, ...(ARROWS[folder] ?? [])]
    const wrong = files
      .filter((file) => folderOf(file) === folder)
      .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
      .filter(({ target }) => /^(src|commands)\//.test(target))
      .filter(({ target }) => !allowed.some((each) => target.startsWith(`${each}/`) || target === `${each}.ts`))
    expect(wrong).toEqual([])
  })

  it.each(PURE)('%s touches no disk, clock, network or database', (folder) => {
    const wrong = files
      .filter((file) => file.startsWith(`${folder}/`))
      .filter(
        (file) =>
          importsOf(file).some(
            (name) => name.startsWith('node:') || ['kysely', 'pg', 'better-sqlite3', 'grammy'].includes(name),
          ) || /\bnew Date\(\)|\bDate\.now\(|\bprocess\.|\bfetch\(/.test(readFileSync(file, 'utf8')),
      )
    expect(wrong).toEqual([])
  })
})

describe('what the repository says', () => {
  it('names no token-like secret and no machine path', () => {
    const wrong = globSync('{src,commands,docs,samples,locales,bench,scripts}/**/*.{ts,md,csv,ftl,js}').filter((file) =>
      /\d{8,10}:[\w-]{35}|\/(root|home)\//.test(readFileSync(file, 'utf8')),
    )
    expect(wrong).toEqual([])
  })
})
