import { readFileSync } from 'node:fs'
import { createSay, type Locale, type Say } from './say.ts'

/** Reads a locale from `locales/`. Throws when the file is missing or does not parse. */
export function loadWording(locale: Locale): Say {
  return createSay(locale, readFileSync(new URL(`../../locales/${locale}.ftl`, import.meta.url), 'utf8'))
}
