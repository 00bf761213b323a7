import PizZip from 'pizzip'
import { describe, expect, test } from 'vitest'
import { isBoundedArchive } from '../../src/evidence/archive.ts'

const LIMITS = { entries: 3, bytes: 1000 }

function zipOf(files: Record<string, string>, compression: 'DEFLATE' | 'STORE' = 'DEFLATE'): Uint8Array {
  const zip = new PizZip()
  for (const [name, text] of Object.entries(files)) zip.file(name, text)
  return zip.generate({ type: 'uint8array', compression })
}

describe('an archive is bounded', () => {
  test.each([
    ['small', zipOf({ a: 'x', b: 'y' }), true],
    ['stored, not packed', zipOf({ a: 'x'.repeat(900) }, 'STORE'), true],
    ['too much in one file', zipOf({ a: 'x'.repeat(1001) }), false],
    ['too much in one file that is stored', zipOf({ a: 'x'.repeat(1001) }, 'STORE'), false],
    ['too much in all of them together', zipOf({ a: 'x'.repeat(600), b: 'y'.repeat(600) }), false],
    ['too many files', zipOf({ a: '', b: '', c: '', d: '' }), false],
    ['no archive', new TextEncoder().encode('PK nothing of the sort, but long enough'), false],
    ['nothing', new Uint8Array(), false],
  ])('%s', (_, bytes, bounded) => {
    expect(isBoundedArchive(bytes, LIMITS)).toBe(bounded)
  })

  test('a size that is a lie does not help', () => {
    const bytes = zipOf({ a: 'x'.repeat(100_000) })
    const zip = Buffer.from(bytes)
    // The size of the file unpacked, in the directory and before the file itself.
    zip.writeUInt32LE(10, zip.indexOf('PK\x01\x02', 0, 'latin1') + 24)
    zip.writeUInt32LE(10, 22)
    expect(isBoundedArchive(zip, LIMITS)).toBe(false)
  })

  test('cut anywhere, it is refused without a crash', () => {
    const whole = zipOf({ a: 'x'.repeat(50), b: 'y' })
    for (let length = 0; length < whole.length; length += 1)
      expect(isBoundedArchive(whole.slice(0, length), LIMITS)).toBe(false)
  })
})
