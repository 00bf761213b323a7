import { z } from 'zod'
import type { Turn } from '../command/command.ts'
import type { Heard } from '../command/form.ts'

export const MOST_FILES = 5

/** Files as a form keeps them: their bytes lie under their hash. */
export const filesShape = z.array(z.strictObject({ sha256: z.string(), mime: z.string(), size: z.number() }))
export type KeptFiles = z.infer<typeof filesShape>

/** What came with a message, added to what a form has already, each once; why one of them could not be kept. */
export function hearFiles(
  { files, say }: Pick<Turn, 'files' | 'say'>,
  before: KeptFiles | null | undefined,
): Heard<KeptFiles> {
  if (files.length === 0) return undefined
  const refused = files.find((file) => file.kind === 'refused')
  if (refused) return { problem: say(`file-${refused.why}`) }
  const kept = files.flatMap((file) =>
    file.kind === 'kept' ? [{ sha256: file.sha256, mime: file.mime, size: file.size }] : [],
  )
  const known = before ?? []
  const fresh = kept.filter(({ sha256 }) => known.every((file) => file.sha256 !== sha256))
  if (known.length + fresh.length > MOST_FILES) return { problem: say('file-too-many', { most: MOST_FILES }) }
  return { value: [...known, ...fresh] }
}
