import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { papers } from '../../scripts/gallery/papers.ts'
import { missingPrograms, textOfPdf, toCsv, toPdf } from '../../scripts/gallery/office.ts'
import { withWorlds } from '../../scripts/gallery/worlds.ts'
import { tableSheet } from '../../src/documents/workbooks/table-sheet.ts'
import { writeWorkbook } from '../../src/documents/workbooks/write-workbook.ts'

const missing = missingPrograms()
const why = missing.length > 0 ? ` (skipped: no ${missing.join(', ')} here)` : ''

describe.skipIf(missing.length > 0)(`another program, LibreOffice, opens what is made${why}`, () => {
  let folder = ''
  const pdf = (file: string) => textOfPdf(join(folder, file.replace(/\.\w+$/, '.pdf')))
  const csv = (name: string) => readFileSync(join(folder, name), 'utf8')

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ntm-reader-'))
    await withWorlds(async (worlds) => {
      for (const { file, world, make } of papers) writeFileSync(join(folder, file), await make(worlds[world]))
    })
    toPdf(
      papers.map(({ file }) => join(folder, file)),
      folder,
    )
    writeFileSync(join(folder, 'typed.xlsx'), await typed())
    for (const file of ['mau-thu-excel-xa.xlsx', 'typed.xlsx']) toCsv(join(folder, file), folder)
  }, 180_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('every document has pages', () => {
    for (const { file } of papers) expect(pdf(file).trim().length, file).toBeGreaterThan(200)
  })

  test('a workbook: each sheet, with figures and dates as people here read them', () => {
    expect(
      readdirSync(folder).filter((file) => file.startsWith('mau-thu-excel-xa-') && file.endsWith('.csv')),
    ).toHaveLength(2)
    const sheet = csv('mau-thu-excel-xa-NTM nâng cao 2021–2025.csv')
    expect(sheet).toContain(
      'Mã,Tiêu chí,Chỉ tiêu,Đơn vị tính,Mức yêu cầu,Kết quả,Số liệu,Tính đến ngày,Nguồn,Người phụ trách,Hạn',
    )
    expect(sheet).toMatch(/\n17\.5,17\. Môi trường,.*,(Đạt|Chưa đạt),.*,Số liệu bịa/)
    expect(sheet).toContain('\n17.10,')
    expect(pdf('mau-thu-excel-xa.xlsx')).toMatch(/(Đạt|Chưa đạt) +30\/09\/2026 +Số liệu bịa/)
  })

  test('what people typed is no formula there', () => {
    const sheet = csv('typed-Mẫu.csv')
    expect(sheet).toContain("'=1+1")
    expect(sheet).toContain('_x0041_')
    expect(sheet).not.toMatch(/^2$/m)
  })

  test.each(['trung-luong-bao-cao.docx', 'trung-luong-to-trinh.docx', 'trung-luong-bieu-tong-hop.docx'])(
    '%s is laid out by the decree: motto at the upper right, recipients at the lower left, signature at the lower right',
    (file) => {
      const lines = pdf(file).split('\n')
      const line = (words: string) => lines.findIndex((each) => each.includes(words))
      const place = (words: string) => lines[line(words)]!.indexOf(words)
      expect(line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toBe(line('ỦY BAN NHÂN DÂN'))
      expect(place('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toBeGreaterThan(place('ỦY BAN NHÂN DÂN') + 20)
      expect(line('Độc lập - Tự do - Hạnh phúc')).toBe(line('CỘNG HÒA') + 1)
      expect(line('Trung Lương, ngày')).toBeGreaterThan(line('Độc lập'))
      expect(line('Nơi nhận:')).toBe(line('TM. ỦY BAN NHÂN DÂN'))
      expect(place('Nơi nhận:')).toBeLessThan(place('TM. ỦY BAN NHÂN DÂN') - 20)
      // The number of the page stands on all pages but the first.
      const pages = pdf(file).split('\f')
      expect(pages[0]?.trim()).not.toMatch(/^1\n/)
      expect(pages[1]?.trim()).toMatch(/^2\n/)
    },
  )

  /** A workbook with what somebody may have typed into a chat. */
  async function typed(): Promise<Uint8Array> {
    const texts = ['=1+1', '+84', '@SUM(1)', '_x0041_', 'Biên bản']
    const column = { header: 'Nguồn', width: 20, of: (text: string) => ({ text }) }
    return writeWorkbook([tableSheet('Mẫu', ['=2+2'], [column], texts, 0)], 'x', new Date(0))
  }
})

test('the rows that are printed on every page are named in quotes, as Excel wants them', async () => {
  const column = { header: 'a', width: 5, of: () => ({ text: 'x' }) }
  const bytes = await writeWorkbook([tableSheet("Xã 'Mẫu' A", ['b'], [column], [1], 0)], 'x', new Date(0))
  const { default: PizZip } = await import('pizzip')
  const xml = new PizZip(bytes).file('xl/workbook.xml')!.asText()
  expect(xml).toContain(">'Xã ''Mẫu'' A'!$2:$2<")
})
