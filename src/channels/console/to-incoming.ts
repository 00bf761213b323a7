import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import type { Content, Incoming } from '../../messages/incoming.ts'
import type { Button } from '../../messages/outgoing.ts'
import type { Line } from './line.ts'

type Spoken = Exclude<Line, { clock: string }>

const PHOTOS = new Set(['.jpg', '.jpeg', '.png', '.webp', '.heic'])
const MENTION = /^@bot\b[\s,:]*/i

/**
 * A line as an update. In a group the bot is meant by a command, `@bot` in front, `"mention":true` or a press.
 *
 * @param buttons those of the newest message with buttons in that chat.
 * @returns an error where the line names a button or a file that is not there.
 */
export function toIncoming(line: Spoken, buttons: readonly Button[], now: Date): Incoming | { error: string } {
  const content = contentOf(line, buttons)
  if ('error' in content) return content
  const { from, group } = line
  return {
    channel: 'console',
    id: randomUUID(),
    // A group has no other name here than the one it is written with.
    chat: group ? { id: group, kind: 'group', title: group } : { id: from, kind: 'private' },
    sender: { id: from },
    addressed: group === undefined || 'press' in line || line.mention === true || isForBot(line.text ?? ''),
    at: now.toISOString(),
    content,
  }
}

function isForBot(text: string): boolean {
  return /^\s*(\/|@bot\b)/i.test(text)
}

function contentOf(line: Spoken, buttons: readonly Button[]): Content | { error: string } {
  if ('press' in line) {
    const button = buttons.find(({ label, data }) => label === line.press || data === line.press)
    if (!button) return { error: `no button "${line.press}" in that chat` }
    return { kind: 'press', data: button.data, label: button.label }
  }
  const text = line.text?.trim().replace(MENTION, '')
  if (!('file' in line)) return { kind: 'text', text: text ?? '' }
  const size = sizeOf(line.file)
  if (size === undefined) return { error: `no file ${line.file}` }
  const kind = PHOTOS.has(extname(line.file).toLowerCase()) ? 'photo' : 'document'
  const file = { kind, handle: line.file, name: basename(line.file), size } as const
  return { kind: 'file', files: [file], caption: text || undefined }
}

/** Undefined where there is no such file, or the path cannot be one. */
function sizeOf(path: string): number | undefined {
  try {
    const found = statSync(path)
    return found.isFile() ? found.size : undefined
  } catch {
    return undefined
  }
}
