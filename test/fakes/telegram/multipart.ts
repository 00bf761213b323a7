import type { Payload } from './answers.ts'

interface Upload {
  /** The file's name as the client gave it. */
  file: string
  /** Bytes. */
  size: number
}

/**
 * Reads an upload: fields as in JSON, and in the place of a file its name and size.
 * A field `attach://X` stands for the part named X.
 */
export function readMultipart(body: Buffer, contentType: string): Payload {
  const boundary = /boundary=("?)([^";]+)\1/.exec(contentType)?.[2] ?? ''
  const fields: Record<string, string> = {}
  const uploads: Record<string, Upload> = {}
  for (const part of body.toString('latin1').split(`--${boundary}`).slice(1, -1)) {
    const [head = '', ...rest] = part.replace(/^\r\n/, '').split('\r\n\r\n')
    const content = rest.join('\r\n\r\n').replace(/\r\n$/, '')
    const name = /\bname="([^"]*)"/i.exec(head)?.[1] ?? ''
    const file = /\bfilename=("?)([^";\r\n]*)\1/i.exec(head)?.[2]
    if (file === undefined) fields[name] = utf8(content)
    else uploads[name] = { file: utf8(file), size: content.length }
  }
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, readField(value, uploads)]))
}

function readField(value: string, uploads: Record<string, Upload>): unknown {
  if (value.startsWith('attach://')) return uploads[value.slice('attach://'.length)]
  return /^[[{]/.test(value) ? JSON.parse(value) : value
}

function utf8(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
