import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readWorld } from '../../src/world/read-world.ts'
import { unpackedSize } from '../../src/world/unpacked-size.ts'

const SIZE = 150_000_000
const ZEROS = Buffer.alloc(SIZE)
/** 150 MB of nothing, packed a thousand times smaller. */
const BOMB = deflateRawSync(ZEROS)
const CRC = crc32(ZEROS)
const SHEET = 'xl/worksheets/sheet1.xml'

interface Entry {
  name: string
  packed: Buffer
  /** What the directory says of it. */
  size: number
  packedSize?: number
  crc?: number
  flags?: number
  /** Where its bytes begin; those of its own when left out. */
  at?: number
}

/** A zip archive whose directory may say anything. */
function zip(entries: readonly Entry[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const { packed, size, crc = 0, flags = 0, packedSize = packed.length } = entry
    const name = Buffer.from(entry.name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(flags, 6)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(SIZE, 22)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(flags, 8)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(crc, 16)
    central.writeUInt32LE(packedSize, 20)
    central.writeUInt32LE(size, 24)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(entry.at ?? at, 42)
    directory.push(central, name)
    if (entry.at === undefined) {
      bodies.push(local, name, packed)
      at += 30 + name.length + packed.length
    }
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, ...directory, end])
}

/** What a workbook needs so that its reader goes on to the sheet. */
function workbookWith(sheet: Omit<Entry, 'name'>, more: Entry[] = []): Buffer {
  const part = (name: string, text: string): Entry => {
    const bytes = Buffer.from(text)
    return { name, packed: deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes) }
  }
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return zip([
    { ...sheet, name: SHEET },
    ...more,
    part('[Content_Types].xml', '<Types/>'),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${relations}"><Relationship Id="r" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${relations}"><Relationship Id="s" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets><sheet name="units" sheetId="1" r:id="s"/></sheets></workbook>`,
    ),
  ])
}

/** As in archives beyond 4 GB, whose reader looks for another directory. */
function elsewhere(archive: Buffer): Buffer {
  archive.writeUInt32LE(0xffffffff, archive.length - 10)
  return archive
}

const TOO_LARGE = [{ code: 'workbook_too_large' }]
const DAMAGED = [{ code: 'not_a_workbook' }]

const BOMBS: [string, Buffer, object[]][] = [
  ['says how large it is', workbookWith({ packed: BOMB, size: SIZE, crc: CRC }), TOO_LARGE],
  ['says that it is small', workbookWith({ packed: BOMB, size: 1000, crc: CRC }), DAMAGED],
  ['says that it is nothing', workbookWith({ packed: BOMB, size: 0, crc: CRC }), TOO_LARGE],
  ['says neither size', workbookWith({ packed: BOMB, size: 0, packedSize: 0, flags: 8 }), TOO_LARGE],
  ['says that its size stands elsewhere', workbookWith({ packed: BOMB, size: 0xffffffff }), TOO_LARGE],
  [
    'says that its directory stands elsewhere',
    elsewhere(workbookWith({ packed: BOMB.subarray(0, 60_000), size: 1000 })),
    TOO_LARGE,
  ],
  [
    'has the same bytes many times',
    workbookWith(
      { packed: BOMB.subarray(0, 60_000), size: 60_000_000 },
      Array.from({ length: 50 }, (_, n) => ({
        name: `xl/media/${n}.xml`,
        packed: BOMB.subarray(0, 60_000),
        size: 60_000_000,
        at: 0,
      })),
    ),
    TOO_LARGE,
  ],
]

describe('a zip bomb as a workbook', () => {
  test.each(BOMBS)('that %s is refused at once, within bounded memory', async (_, bytes, problems) => {
    const folder = mkdtempSync(join(tmpdir(), 'ntm-bomb-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'bomb.xlsx'), bytes)
    const before = process.memoryUsage()
    const start = performance.now()
    const world = await readWorld(join(folder, 'bomb.xlsx'))
    expect(performance.now() - start).toBeLessThan(1000)
    const after = process.memoryUsage()
    expect(after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers).toBeLessThan(50_000_000)
    expect(world.problems).toMatchObject(problems)
    expect(world.tables.size).toBe(0)
  })
})

test('what a workbook unpacks to is known beforehand', async () => {
  const rows = Array.from({ length: 1000 }, (_, n) => [`xa-mau-${n}`, 'x'.repeat(100)])
  const size = unpackedSize(await writeXlsx({ sheets: [{ name: 'units', rows }] }))
  expect(size).toBeGreaterThan(100_000)
  expect(size).toBeLessThan(1_000_000)
})
