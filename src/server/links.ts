import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import type { Context } from 'hono'

/** Finds the file behind a link; undefined when there is none or its time has run out. */
export type FindFile = (secret: string) => Promise<{ path: string; name: string } | undefined>

/** Where links begin, behind the public address. */
export const LINKS_PATH = '/files/'

/** The address under which a file can be fetched. */
export function linkAddress(publicUrl: string, secret: string): string {
  return `${publicUrl.replace(/\/+$/, '')}${LINKS_PATH}${secret}`
}

const TYPES: Partial<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
  '.csv': 'text/csv; charset=utf-8',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/**
 * Answers `/files/<secret>` with the file that it stands for, as often as it is asked for. What is asked for is only ever
 * looked up, never taken as a path. Whoever has the address can fetch the file, so it is kept out of caches, search
 * engines and the addresses that a browser passes on.
 */
export async function answerLink(context: Context, findFile: FindFile): Promise<Response> {
  const file = await findFile(context.req.param('secret') ?? '')
  const size = file && (await sizeOf(file.path))
  if (!file || size === undefined) return context.text('', 404)
  const type = TYPES[extname(file.name).toLowerCase()] ?? 'application/octet-stream'
  const headers = {
    'content-type': type,
    'content-length': String(size),
    'content-disposition': `${type.startsWith('image/') ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeName(file.name)}`,
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
  }
  if (context.req.method === 'HEAD') return new Response(null, { headers })
  return new Response(Readable.toWeb(createReadStream(file.path)) as ReadableStream, { headers })
}

/** Undefined when the file is gone. */
async function sizeOf(path: string): Promise<number | undefined> {
  try {
    const found = await stat(path)
    return found.isFile() ? found.size : undefined
  } catch {
    return undefined
  }
}

/** As a header takes it (RFC 5987). */
function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
