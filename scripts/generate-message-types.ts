/** Writes `src/wording/messages.ts` from `locales/vi.ftl`: which sentences there are and what each has to be given. */
import { readFileSync, writeFileSync } from 'node:fs'
import { messageTypes } from './message-types.ts'

const source = readFileSync(new URL('../locales/vi.ftl', import.meta.url), 'utf8')
writeFileSync(new URL('../src/wording/messages.ts', import.meta.url), messageTypes(source))
