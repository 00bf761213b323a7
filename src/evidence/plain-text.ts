/** Text of unknown encoding: what Windows' and phones' editors write. */
import { composed } from '../messages/seen.ts'

/** UTF-8 with or without a mark, UTF-16 by its mark or by its zeros; anything that is no UTF-8 is Windows-1258, Vietnamese of before Unicode. */
export function decodeText(bytes: Uint8Array): string {
  const [a, b, c] = bytes
  if (a === 0xff && b === 0xfe) return decode('utf-16le', bytes.subarray(2))
  if (a === 0xfe && b === 0xff) return decode('utf-16be', bytes.subarray(2))
  if (a === 0xef && b === 0xbb && c === 0xbf) return decode('utf-8', bytes.subarray(3))
  const zeros = zerosAt(bytes)
  if (zeros !== undefined) return decode(zeros === 1 ? 'utf-16le' : 'utf-16be', bytes)
  try {
    return composed(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return decode('windows-1258', bytes)
  }
}

/** Whether bytes are text: no zero bytes, but for those of UTF-16, and hardly any other control characters. */
export function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false
  const text = decodeText(bytes.subarray(0, 4096 - (4096 % 2)))
  let odd = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0) return false
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) || code === 0xfffd) odd++
  }
  return odd * 100 <= text.length
}

function decode(encoding: string, bytes: Uint8Array): string {
  return composed(new TextDecoder(encoding).decode(bytes))
}

/** Where most of the first pairs have a zero: 1 of the low byte first, 0 of the high one, undefined of neither. */
function zerosAt(bytes: Uint8Array): 0 | 1 | undefined {
  const pairs = Math.min(200, bytes.length >> 1)
  if (pairs < 2) return undefined
  const counts = [0, 0]
  for (let i = 0; i < pairs * 2; i++) if (bytes[i] === 0) counts[i % 2] = (counts[i % 2] ?? 0) + 1
  const [high = 0, low = 0] = counts
  if (low * 3 > pairs && high === 0) return 1
  return high * 3 > pairs && low === 0 ? 0 : undefined
}
