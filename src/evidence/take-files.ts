import type { TakenFile } from '../command/command.ts'
import type { Channel } from '../messages/channel.ts'
import type { ChannelName, Incoming, IncomingFile } from '../messages/incoming.ts'
import type { Log } from '../messages/log.ts'
import { keepBytes } from './evidence-store.ts'
import { readFileType } from './file-type.ts'
import { readPicture } from './picture.ts'

const MOST_BYTES = 10 * 1024 * 1024
/** A picture that unfolds to more than this is refused: small files can hold enormous ones. */
const MOST_PIXELS = 50_000_000
const MOST_FILES = 5

export interface TakeFilesOptions {
  channels: readonly Channel[]
  /** The folder that files are kept in. */
  folder: string
  log: Log
}

export type TakeFiles = (incoming: Incoming) => Promise<TakenFile[]>

/** Fetches the files of a message, checks and strips them, and keeps them; this is done before the turn's transaction. */
export function createTakeFiles({ channels, folder, log }: TakeFilesOptions): TakeFiles {
  const byName = new Map<ChannelName, Channel>(channels.map((channel) => [channel.name, channel]))

  async function take(channel: ChannelName, { handle, size }: IncomingFile): Promise<TakenFile> {
    if (size !== undefined && size > MOST_BYTES) return { kind: 'refused', why: 'too-large' }
    let bytes: Uint8Array | undefined
    try {
      bytes = await byName.get(channel)?.fetchFile?.(handle, MOST_BYTES)
    } catch (error) {
      log.warn({ channel, error: error instanceof Error ? error.message : 'unknown' }, 'a file could not be fetched')
    }
    return bytes ? keepChecked(folder, bytes) : { kind: 'refused', why: 'unreachable' }
  }

  return async ({ channel, content }) =>
    content.kind === 'file' ? Promise.all(content.files.slice(0, MOST_FILES).map((file) => take(channel, file))) : []
}

/** Checks bytes by what they are, not by what they are called, and keeps them without what tells of place and camera. */
export async function keepChecked(folder: string, bytes: Uint8Array): Promise<TakenFile> {
  if (bytes.length > MOST_BYTES) return { kind: 'refused', why: 'too-large' }
  const mime = readFileType(bytes)
  if (!mime) return { kind: 'refused', why: 'unknown-type' }
  let kept = bytes
  if (mime === 'image/jpeg' || mime === 'image/png' || mime === 'image/webp') {
    const picture = readPicture(mime, bytes)
    if (!picture) return { kind: 'refused', why: 'damaged' }
    if (picture.width * picture.height > MOST_PIXELS) return { kind: 'refused', why: 'too-many-pixels' }
    kept = picture.bytes
  }
  const { sha256 } = await keepBytes(folder, kept, mime)
  return { kind: 'kept', sha256, mime, size: kept.length }
}
