import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { createTakeFiles, keepChecked } from '../../src/evidence/take-files.ts'
import { pathOf } from '../../src/evidence/evidence-store.ts'
import { readFileType } from '../../src/evidence/file-type.ts'
import { readPicture } from '../../src/evidence/picture.ts'
import { createConsoleChannel } from '../../src/channels/console/channel.ts'
import type { Incoming, IncomingFile } from '../../src/messages/incoming.ts'
import { silentLog } from '../silent-log.ts'

const FILES = new URL('../worlds/mau-son/files/', import.meta.url)
const file = (name: string) => new Uint8Array(readFileSync(new URL(name, FILES)))
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const folder = mkdtempSync(join(tmpdir(), 'ntm-evidence-'))
afterAll(() => rmSync(folder, { recursive: true }))

const zip = (...names: string[]) => Buffer.from(`PK\x03\x04${names.join('')}`, 'latin1')
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A WebP with EXIF and XMP, lossless, 3 × 2. */
function webp(): Uint8Array {
  const chunk = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32LE(body.length)
    return Buffer.concat([Buffer.from(type, 'latin1'), length, body, Buffer.alloc(body.length % 2)])
  }
  const extended = Buffer.from([0b0000_1100, 0, 0, 0, 2, 0, 0, 1, 0, 0])
  const lossless = Buffer.from([0x2f, 2 | (1 << 6), 0x40 >> 0, 0, 0])
  const chunks = [
    chunk('VP8X', extended),
    chunk('VP8L', lossless),
    chunk('EXIF', Buffer.from('II*\0 GPS here')),
    chunk('XMP ', Buffer.from('<x:place/>')),
  ]
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...chunks])
  const size = Buffer.alloc(4)
  size.writeUInt32LE(body.length)
  return new Uint8Array(Buffer.concat([Buffer.from('RIFF', 'latin1'), size, body]))
}

describe('the type is read in the bytes', () => {
  test.each([
    ['a JPEG', file('rac.jpg'), 'image/jpeg'],
    ['a PNG', file('cong.png'), 'image/png'],
    ['a WebP', webp(), 'image/webp'],
    ['a PDF', file('danh-sach.pdf'), 'application/pdf'],
    ['a Word file', zip('[Content_Types].xml', 'word/document.xml'), WORD],
    ['an Excel file', zip('[Content_Types].xml', 'xl/workbook.xml'), EXCEL],
    ['a Word file with macros', zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'), undefined],
    ['an archive', zip('a.txt'), undefined],
    ['a program', file('la.exe'), undefined],
    ['a page', Buffer.from('<html>'), undefined],
    ['a drawing that can hold a program', Buffer.from('<svg xmlns="…">'), undefined],
    ['nothing', new Uint8Array(), undefined],
  ])('%s', (_, bytes, mime) => {
    expect(readFileType(new Uint8Array(bytes))).toBe(mime)
  })
})

describe('what tells of the place and the camera is taken out', () => {
  test('a JPEG: no EXIF, GPS, comment and no tail; how it is turned stays, and so do its pixels', () => {
    const before = file('rac.jpg')
    expect(text(before)).toMatch(/GPS-20\.5N[\s\S]*made-up comment[\s\S]*TRAILER/)
    const picture = readPicture('image/jpeg', before)
    const after = text(picture?.bytes ?? new Uint8Array())
    expect(after).not.toMatch(/GPS|comment|TRAILER/)
    expect(picture).toMatchObject({ width: 8, height: 8 })
    expect(after.match(/Exif/g)).toHaveLength(1)
    expect(after).toContain('\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06')
    const scan = text(before).slice(text(before).indexOf('\xff\xdb'), text(before).indexOf('\xff\xd9'))
    expect(after).toContain(scan)
  })

  test('a PNG: no text and no EXIF', () => {
    const picture = readPicture('image/png', file('cong.png'))
    expect(picture).toMatchObject({ width: 2, height: 2 })
    expect(text(picture?.bytes ?? new Uint8Array())).not.toMatch(/secret place|eXIf|tEXt/)
  })

  test('a WebP: no EXIF and no XMP, and its flags say so', () => {
    const picture = readPicture('image/webp', webp())
    expect(picture).toMatchObject({ width: 3, height: 2 })
    const after = picture?.bytes ?? new Uint8Array()
    expect(text(after)).not.toMatch(/EXIF|XMP|GPS/)
    expect(after[20]).toBe(0)
    expect(Buffer.from(after).readUInt32LE(4)).toBe(after.length - 8)
  })

  test('twice is once', () => {
    for (const [mime, bytes] of [
      ['image/jpeg', file('rac.jpg')],
      ['image/png', file('cong.png')],
      ['image/webp', webp()],
    ] as const) {
      const once = readPicture(mime, bytes)?.bytes ?? new Uint8Array()
      expect(readPicture(mime, once)?.bytes).toEqual(once)
    }
  })

  test('damaged pictures never throw, and are either stripped or refused', () => {
    expect.hasAssertions()
    const sources = [
      ['image/jpeg', file('rac.jpg')],
      ['image/png', file('cong.png')],
      ['image/webp', webp()],
    ] as const
    fc.assert(
      fc.property(fc.constantFrom(...sources), fc.nat(), fc.nat(255), fc.nat(), ([mime, bytes], at, byte, cut) => {
        const damaged = bytes.slice(0, bytes.length - (cut % bytes.length))
        damaged[at % damaged.length] = byte
        const picture = readPicture(mime, damaged)
        expect(text(picture?.bytes ?? new Uint8Array())).not.toMatch(/GPS-20\.5N|secret place|made-up comment/)
      }),
      { numRuns: 2000, seed: 20_261_123 },
    )
  })
})

describe('what is kept', () => {
  test('under its hash, once, whatever it was called', async () => {
    const first = await keepChecked(folder, file('danh-sach.pdf'))
    const second = await keepChecked(folder, file('danh-sach.pdf'))
    expect(first).toEqual(second)
    if (first.kind !== 'kept') throw new Error('not kept')
    expect(readFileSync(pathOf(folder, first))).toEqual(Buffer.from(file('danh-sach.pdf')))
    expect(readdirSync(join(folder, first.sha256.slice(0, 2)))).toEqual([`${first.sha256}.pdf`])
  })

  test.each(['rac.jpg', 'cong.png'])('%s without where it was taken', async (name) => {
    const kept = await keepChecked(folder, file(name))
    if (kept.kind !== 'kept') throw new Error('not kept')
    const bytes = readFileSync(pathOf(folder, kept))
    const mime = name.endsWith('jpg') ? 'image/jpeg' : 'image/png'
    expect(new Uint8Array(bytes)).toEqual(readPicture(mime, file(name))?.bytes)
    expect(text(bytes)).not.toMatch(/GPS|comment|TRAILER|secret place|eXIf|tEXt/)
  })

  test('not a program, not too large, not too many pixels, not what is damaged', async () => {
    expect(await keepChecked(folder, file('la.exe'))).toEqual({ kind: 'refused', why: 'unknown-type' })
    const large = new Uint8Array(10 * 1024 * 1024 + 1)
    large.set(file('danh-sach.pdf'))
    expect(await keepChecked(folder, large)).toEqual({ kind: 'refused', why: 'too-large' })
    const huge = file('cong.png')
    new DataView(huge.buffer).setUint32(16, 60_000)
    new DataView(huge.buffer).setUint32(20, 60_000)
    expect(await keepChecked(folder, huge)).toEqual({ kind: 'refused', why: 'too-many-pixels' })
    expect(await keepChecked(folder, file('rac.jpg').slice(0, 40))).toEqual({ kind: 'refused', why: 'damaged' })
  })

  test('at most five of a message; what cannot be had is said to be', async () => {
    const take = createTakeFiles({ channels: [createConsoleChannel(true, () => {})], folder, log: silentLog })
    const incoming = (files: IncomingFile[]): Incoming => ({
      channel: 'console',
      id: '1',
      chat: { id: 'a', kind: 'private' },
      sender: { id: 'a' },
      addressed: true,
      at: '',
      content: { kind: 'file', files },
    })
    const pdf = new URL('danh-sach.pdf', FILES).pathname
    const six = Array.from({ length: 6 }, (): IncomingFile => ({ kind: 'document', handle: pdf }))
    expect((await take(incoming(six))).map(({ kind }) => kind)).toEqual(['kept', 'kept', 'kept', 'kept', 'kept'])
    expect(await take(incoming([{ kind: 'photo', handle: `${pdf}.gone` }]))).toEqual([
      { kind: 'refused', why: 'unreachable' },
    ])
    expect(await take(incoming([{ kind: 'photo', handle: pdf, size: 11 * 1024 * 1024 }]))).toEqual([
      { kind: 'refused', why: 'too-large' },
    ])
  })
})
