import { readdirSync, readFileSync } from 'node:fs'
import { createSay, type Locale, type Say } from './say.ts'

/** The text of all files of a locale, one after the other: each holds the sentences of one topic. */
export function readLocale(locale: Locale): string {
  const folder = new URL(`../../locales/${locale}/`, import.meta.url)
  const files = readdirSync(folder).sort()
  return files.map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n')
}

/** Reads a locale from `locales/`. Throws when a file does not parse. */
export function loadWording(locale: Locale): Say {
  return createSay(locale, readLocale(locale))
}
