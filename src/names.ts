import type { Language } from './language/meaning.ts'
import { readLexicon } from './store/lexicon.ts'
import type { Db } from './store/schema.ts'

/** Keeps the names that are understood in step with the database, without learning the sentences again. */
export function keepNames(language: Language, db: Db): { namesChanged(): void; renewNames(): Promise<void> } {
  let changed = false
  return {
    namesChanged() {
      changed = true
    },
    async renewNames() {
      if (!changed) return
      changed = false
      language.learnNames(await readLexicon(db))
    },
  }
}
