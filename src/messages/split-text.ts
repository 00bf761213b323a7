import type { Emphasis, Outgoing } from './outgoing.ts'

/** A stretch of a text, in UTF-16 units; `end` is not part of it. */
interface Range {
  start: number
  end: number
}

/** White space at a cut: up to the last line end, whose next line keeps its indentation, else spaces. */
const GAP = /^[ \t\r\n]*\n|^(?:[ \t](?!\p{M}))+/u
/** All up to the last space; a space under a combining mark is no place to cut. */
const LAST_SPACE = /^.*[^ \t\r\n](?=[ \t](?!\p{M}))/su

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })

/**
 * Cuts a text into pieces of at most `limit` UTF-16 units: at the last line end that fits, else at the last space, else
 * between two letters as a reader sees them. The white space at a cut is dropped. A text that fits comes back as it is;
 * one of nothing but white space that does not fit, as an empty piece.
 */
export function splitText(text: string, limit: number): string[] {
  return ranges(text, limit, limit).map(({ start, end }) => text.slice(start, end))
}

/**
 * Cuts a message that is too long into several. The first takes the place of an edited message and carries the file,
 * whose caption may be shorter than a text (`captionLimit`); the last carries the buttons, under all that was said.
 */
export function splitMessage(message: Outgoing, limit: number, captionLimit = limit): Outgoing[] {
  const pieces = ranges(message.text, message.file ? captionLimit : limit, limit)
  if (pieces.length === 1) return [message]
  const { command, text, emphasis = [], buttons, file, edits, answers } = message
  return pieces.map((piece, index) => {
    const within = emphasis.flatMap((stretch) => overlap(stretch, piece))
    const last = index === pieces.length - 1
    return {
      command,
      text: text.slice(piece.start, piece.end),
      ...(within.length > 0 && { emphasis: within }),
      ...(index === 0 && { ...(file && { file }), ...(edits && { edits }), ...(answers && { answers }) }),
      ...(last && buttons && { buttons }),
    }
  })
}

function ranges(text: string, firstLimit: number, restLimit: number): Range[] {
  if (Math.min(firstLimit, restLimit) < 2) throw new RangeError('a piece must have room for a surrogate pair')
  const found: Range[] = []
  let start = 0
  while (start < text.length) {
    const limit = found.length === 0 ? firstLimit : restLimit
    const cut = text.length - start <= limit ? text.length : cutBefore(text, start, limit)
    const end = cut === text.length && start === 0 ? cut : start + text.slice(start, cut).trimEnd().length
    if (end > start) found.push({ start, end })
    start = cut + (GAP.exec(text.slice(cut, cut + restLimit))?.[0].length ?? 0)
  }
  return found.length > 0 ? found : [{ start: 0, end: 0 }]
}

/** Where the piece that begins at `start` ends. */
function cutBefore(text: string, start: number, limit: number): number {
  // One unit more than fits: a line end or space just behind the limit is a cut that uses all the room.
  const room = text.slice(start, start + limit + 1)
  const lineEnd = room.lastIndexOf('\n')
  if (lineEnd > 0) return start + lineEnd
  const space = LAST_SPACE.exec(room)?.[0].length
  if (space) return start + space
  // Two units more: whether a letter ends at the limit depends on the whole code point behind it.
  const letter = graphemes.segment(text.slice(start, start + limit + 2)).containing(limit)?.index
  if (letter) return start + letter
  return start + (isInsidePair(room, limit) ? limit - 1 : limit)
}

function isInsidePair(text: string, index: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(index - 1, index + 1))
}

function overlap(stretch: Emphasis, piece: Range): Emphasis[] {
  const start = Math.max(stretch.start, piece.start)
  const end = Math.min(stretch.start + stretch.length, piece.end)
  return end > start ? [{ start: start - piece.start, length: end - start }] : []
}
