const END_OF_DIRECTORY = 0x06_05_4b_50
const END_LENGTH = 22
const LONGEST_COMMENT = 65_535
const ENTRY = 0x02_01_4b_50
const ENTRY_LENGTH = 46
/** The flag of an entry whose sizes may stand behind its bytes. */
const SAID_LATER = 8
/** What stands where the true size is elsewhere, in archives beyond 4 GB. */
const ELSEWHERE = 0xff_ff_ff_ff

/**
 * How many bytes a zip archive says it holds, unpacked, by its directory alone. The reader of workbooks unpacks no entry
 * beyond what the directory says of it, so that this bounds what it takes up.
 *
 * @returns Infinity where the directory does not say, or says it in a way that a workbook has no need of; 0 for what is
 *   no archive at all, which its reader will say.
 */
export function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) return 0
  // A directory that is longer than a file can be stands elsewhere, and the reader would take that one.
  if (view.getUint32(end + 12, true) === ELSEWHERE) return Infinity
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let n = 0; n < entries; n += 1) {
    if (at + ENTRY_LENGTH > view.byteLength || view.getUint32(at, true) !== ENTRY) return Infinity
    const packed = view.getUint32(at + 20, true)
    const size = view.getUint32(at + 24, true)
    const isSaidLater = (view.getUint16(at + 8, true) & SAID_LATER) !== 0 && packed === 0
    // What has no size here would be unpacked without a bound.
    if (isSaidLater || packed === ELSEWHERE || size === ELSEWHERE || (size === 0) !== isEmpty(packed)) return Infinity
    total += size
    at += ENTRY_LENGTH + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return total
}

/** Nothing, or nothing packed, which takes two bytes. */
function isEmpty(packed: number): boolean {
  return packed === 0 || packed === 2
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  return undefined
}
