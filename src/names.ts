import type { Language } from './language/meaning.ts'
import { readLexicon } from './store/lexicon.ts'
import { nameChanges, noteNameChange } from './store/name-changes.ts'
import type { Db } from './store/schema.ts'

/**
 * Keeps the names that are understood in step with the database, whichever process changed them, without learning the
 * sentences again: changes are counted in the transaction that makes them, and the count is looked at before each turn.
 */
export function keepNames(
  language: Language,
  db: Db,
): { namesChanged(trx: Db): Promise<void>; renewNames(): Promise<void> } {
  let known: number | undefined
  return {
    namesChanged: noteNameChange,
    async renewNames() {
      // The count first: what changes after it is found by the next look.
      const changes = await nameChanges(db)
      if (changes === known) return
      language.learnNames(await readLexicon(db))
      known = changes
    },
  }
}
