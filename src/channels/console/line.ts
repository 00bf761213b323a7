import { z } from 'zod'

const speaker = { from: z.string().min(1), group: z.string().min(1).optional() }

/** One line of input: somebody writes, presses a button, sends a file, or time moves on. */
export const lineShape = z.union([
  z.strictObject({ ...speaker, press: z.string() }),
  z.strictObject({ ...speaker, file: z.string().min(1), text: z.string().optional(), mention: z.boolean().optional() }),
  z.strictObject({ ...speaker, text: z.string(), mention: z.boolean().optional() }),
  z.strictObject({ clock: z.iso.datetime({ offset: true }) }),
])

export type Line = z.infer<typeof lineShape>

/** Reads one line of JSON. An error is said in words that a script's writer understands. */
export function readLine(line: string): { ok: true; value: Line } | { ok: false; error: string } {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return { ok: false, error: 'not JSON' }
  }
  const parsed = lineShape.safeParse(json)
  if (parsed.success) return { ok: true, value: parsed.data }
  return {
    ok: false,
    error:
      'expected {"from","text"}, {"from","press"}, {"from","file"} (each with "group" in a group chat) or {"clock"}',
  }
}
