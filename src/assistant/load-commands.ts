import { readdirSync } from 'node:fs'
import { z } from 'zod'
import { fold } from '../language/fold.ts'
import type { Language } from '../language/meaning.ts'
import type { Command } from '../command/command.ts'

/** A step's name begins with a letter: other signs mark places in a dialog that are no questions. */
const stepShape = z.strictObject({
  name: z.string().regex(/^[a-z][a-zA-Z]*$/),
  label: z.string(),
  value: z.instanceof(z.ZodType),
  ask: z.function(),
  parse: z.function(),
  hear: z.function().optional(),
  heard: z.string().optional(),
  said: z.function().optional(),
  optional: z.boolean().optional(),
  presumed: z.function().optional(),
  wanted: z.function().optional(),
  picks: z.boolean().optional(),
  takesAnyText: z.boolean().optional(),
  takesFiles: z.boolean().optional(),
  quotes: z.boolean().optional(),
  goesOn: z.boolean().optional(),
  plain: z.boolean().optional(),
})

const formShape = z.strictObject({
  version: z.int().min(1),
  steps: z.array(stepShape).refine((steps) => new Set(steps.map(({ name }) => name)).size === steps.length, {
    error: 'two steps have the same name',
  }),
  given: z.record(z.string(), z.instanceof(z.ZodType)).optional(),
  settle: z.function().optional(),
  inPrivate: z.boolean().optional(),
  leaving: z.strictObject({ button: z.string().optional(), said: z.function() }).optional(),
  numbersChoose: z.function().optional(),
  confirmedBy: z.instanceof(RegExp).optional(),
  confirm: z.function().optional(),
  submit: z.function(),
})

const shape = z.strictObject({
  name: z.string().regex(/^[a-z][a-z-]*$/),
  slash: z.array(z.string().regex(/^[a-z][a-z0-9_]{0,31}$/)).min(1),
  summary: z.string(),
  examples: z.array(z.string().min(1)).min(1).max(3),
  sentences: z.array(z.string().min(1)).min(1),
  roles: z.array(z.enum(['admin', 'district_officer', 'commune_officer', 'village_head', 'viewer'])).optional(),
  needs: z.array(z.enum(['unit', 'units', 'targets'])).optional(),
  ofRegion: z.function().optional(),
  setAlone: z.boolean().optional(),
  hidden: z.boolean().optional(),
  always: z.boolean().optional(),
  claims: z.function().optional(),
  acts: z.boolean().optional(),
  asked: z.string().optional(),
  denied: z.string().optional(),
  twin: z.string().optional(),
  form: formShape.optional(),
  run: z.function(),
})

/** A command's file is not as it has to be; the message names the file and what is wrong. */
export class CommandError extends Error {}

const FOLDER = new URL('../../commands/', import.meta.url)

/** Reads every file of `commands/`. Throws {@link CommandError} on a wrong shape or two that collide. */
export async function loadCommands(): Promise<Command[]> {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.ts'))
    .sort()
  const modules = await Promise.all(
    files.map(async (file) => ({ file, ...((await import(new URL(file, FOLDER).href)) as { default?: unknown }) })),
  )
  return checkCommands(modules.map(({ file, default: command }) => ({ file, command })))
}

/** Checks the shape of each, and that no two share a name, a slash command or an example, with or without marks. */
export function checkCommands(files: readonly { file: string; command: unknown }[]): Command[] {
  const taken = new Map<string, string>()
  const claim = (file: string, what: string, word: string) => {
    const key = `${what} ${fold(word)}`
    const owner = taken.get(key)
    if (owner) throw new CommandError(`commands/${file}: ${what} "${word}" is taken by commands/${owner}`)
    taken.set(key, file)
  }
  return files.map(({ file, command }) => {
    const parsed = shape.safeParse(command)
    if (!parsed.success) throw new CommandError(`commands/${file}: ${z.prettifyError(parsed.error)}`)
    claim(file, 'name', parsed.data.name)
    for (const slash of parsed.data.slash) claim(file, 'slash command', slash)
    for (const example of new Set(parsed.data.examples)) claim(file, 'example', example)
    return command as Command
  })
}

/** Any day: what the examples mean does not depend on it. */
const ANY_DAY = '2026-01-01'

/** Refuses an example that is shown to people and does not reach its own command. Throws {@link CommandError}. */
export function checkExamples(commands: readonly Command[], language: Language): void {
  for (const { name, examples } of commands)
    for (const example of examples) {
      const heard = language.understand(example, ANY_DAY)
      if (heard.kind === 'meaning' && heard.command === name) continue
      const instead = heard.kind === 'meaning' ? `reaches ${heard.command}` : `is ${heard.kind}`
      throw new CommandError(`commands: the example "${example}" of ${name} ${instead}`)
    }
}
