import { loadCommands } from '../src/assistant/load-commands.ts'
import { teachLanguage } from '../src/taught-language.ts'
import type { Language } from '../src/language/meaning.ts'
import { loadCatalogs } from '../src/world/load-catalogs.ts'

let taught: Promise<Language> | undefined

/** The program's language, taught once for all houses that a test file opens; each gives it its own names. */
export function taughtLanguage(): Promise<Language> {
  taught ??= loadCommands().then((commands) => teachLanguage(loadCatalogs(), commands))
  return taught
}
