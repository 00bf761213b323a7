/**
 * Makes the Word templates of the letters anew. They were made once and are edited in Word from then on: this takes the place of
 * what was edited.
 */
import { writeFileSync } from 'node:fs'
import { LETTERS, type LetterKind } from '../src/documents/letters/letter-fields.ts'
import { communesTable, proposal, report, summaryTable } from './letters/contents.ts'
import { wordFile } from './letters/package.ts'

const BODIES: Record<LetterKind, string> = { report, proposal, table: summaryTable, communes: communesTable }

for (const [kind, { template }] of Object.entries(LETTERS))
  writeFileSync(new URL(`../templates/${template}`, import.meta.url), wordFile(BODIES[kind as LetterKind]))
