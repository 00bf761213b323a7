import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkExamples } from './assistant/load-commands.ts'
import type { Command } from './command/command.ts'
import type { Catalogs } from './criteria/catalogs.ts'
import { createLanguage, learn } from './language/language.ts'
import { packLearnt, unpackLearnt, type Learnt } from './language/learnt.ts'
import type { Language, LanguageData } from './language/meaning.ts'
import { outside } from './language/outside.ts'

/** Beside what is kept of the program itself: it can be deleted at any time. */
const KEPT = fileURLToPath(new URL('../node_modules/.cache/ntm-bot/', import.meta.url))
const CODE = new URL('./language/', import.meta.url)

/**
 * A language that knows the commands and the criteria sets, and no names yet. Learning takes over a second; what was learnt
 * is kept, so that the next start with the same sentences, sets and code takes a third of that.
 *
 * @throws when an example that is shown to people does not reach its command.
 */
export function teachLanguage(catalogs: Catalogs, commands: readonly Command[]): Language {
  const taught = commands.map(({ name, sentences, acts }) => ({ name, sentences, acts }))
  const data: LanguageData = { units: [], people: [], sets: catalogs.all(), commands: taught, outside }
  const name = `learnt-${keyOf(data)}.bin`
  const kept = readKept(name)
  const learnt = kept ?? learn(data)
  const language = createLanguage(data, learnt)
  checkExamples(commands, language)
  if (!kept) keep(name, learnt)
  return language
}

/** Names what was learnt by all that it was learnt from: the sentences, the sets, the code. */
function keyOf(data: LanguageData): string {
  const hash = createHash('sha256').update(JSON.stringify(data))
  for (const file of readdirSync(CODE).sort()) hash.update(readFileSync(new URL(file, CODE)))
  return hash.digest('hex').slice(0, 32)
}

function readKept(name: string): Learnt | undefined {
  try {
    return unpackLearnt(readFileSync(`${KEPT}${name}`))
  } catch {
    return undefined
  }
}

/** Where nothing can be written, as in a container, each start learns anew. */
function keep(name: string, learnt: Learnt): void {
  try {
    mkdirSync(KEPT, { recursive: true })
    const unfinished = `${KEPT}${name}.${process.pid}`
    writeFileSync(unfinished, packLearnt(learnt))
    renameSync(unfinished, `${KEPT}${name}`)
    for (const old of readdirSync(KEPT))
      if (old.startsWith('learnt-') && old.endsWith('.bin') && old !== name) rmSync(`${KEPT}${old}`)
  } catch {
    // The language is there; only the next start takes longer.
  }
}
