/** Writes `src/wording/messages.ts` from `locales/vi/`: which sentences there are and what each has to be given. */
import { writeFileSync } from 'node:fs'
import { readLocale } from '../src/wording/load-wording.ts'
import { messageTypes } from './message-types.ts'

writeFileSync(new URL('../src/wording/messages.ts', import.meta.url), messageTypes(readLocale('vi')))
