import { writeXlsx } from 'hucre/xlsx'
import PizZip from 'pizzip'
import { describe, expect, test } from 'vitest'
import { createReader } from '../../src/reading/read-reports.ts'
import { reportJson } from '../../src/reading/report.ts'
import { textOf } from '../../src/texts/text-of.ts'
import { loadCatalogs } from '../../src/world/load-catalogs.ts'

const read = createReader(loadCatalogs().all())
const SENTENCE =
  'Xã Đồng Mẫu đến 30/6/2024 đạt 15/19 tiêu chí nông thôn mới, chưa đạt: giao thông, thu nhập, môi trường, điện.'

async function textIn(bytes: Uint8Array): Promise<string> {
  const result = await textOf(bytes)
  if (!result.ok) throw new Error(result.why)
  return result.text
}

describe('plain text', () => {
  const utf16 = Buffer.from(SENTENCE, 'utf16le')
  test.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(SENTENCE)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${SENTENCE}`)],
    ['UTF-8, decomposed', Buffer.from(SENTENCE.normalize('NFD'))],
    ['UTF-16, low byte first, with a mark', Buffer.from(`\ufeff${SENTENCE}`, 'utf16le')],
    ['UTF-16, high byte first, with a mark', Buffer.from(`\ufeff${SENTENCE}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', utf16],
  ])('%s', async (_, bytes) => {
    expect(await textIn(bytes)).toBe(SENTENCE)
  })

  test('nothing is text too', async () => {
    expect(await textIn(new Uint8Array())).toBe('')
  })

  test('what is no text is refused', async () => {
    expect(await textOf(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 0, 2, 0, 0, 7]))).toEqual({
      ok: false,
      why: 'kind',
    })
    expect(await textOf(Buffer.from('%PDF-1.7'))).toEqual({ ok: false, why: 'kind' })
  })
})

function docx(body: string): Uint8Array {
  const zip = new PizZip()
  zip.file('[Content_Types].xml', '<Types/>')
  zip.file('word/document.xml', `<w:document><w:body>${body}</w:body></w:document>`)
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

const run = (text: string) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (...texts: string[]) => `<w:p w:rsidR="1"><w:pPr/>${texts.map(run).join('')}</w:p>`
const cell = (text: string) => `<w:tc><w:tcPr/>${paragraph(text)}</w:tc>`

describe('a Word file', () => {
  test('gives paragraphs as lines and rows with their cells parted', async () => {
    const body = [
      paragraph('Xã Đồng ', 'Mẫu'),
      '<w:p/>',
      `<w:tbl><w:tr>${cell('1')}${cell('Quy hoạch')}${cell('Đạt')}</w:tr><w:tr>${cell('2')}${cell('Giao thông &amp; &#273;&#x1B0;')}${cell('Chưa đạt')}</w:tr></w:tbl>`,
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr><w:r><w:t>Thu nhập</w:t></w:r></w:p>',
      '<w:p><w:del><w:r><w:delText>đã xóa</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText><w:t>còn lại</w:t></w:r></w:p>',
      '<w:p><mc:AlternateContent><mc:Choice><w:t>một lần</w:t></mc:Choice><mc:Fallback><w:t>một lần</w:t></mc:Fallback></mc:AlternateContent></w:p>',
    ].join('')
    expect(await textIn(docx(body))).toBe(
      [
        'Xã Đồng Mẫu',
        '',
        '1 | Quy hoạch | Đạt',
        '2 | Giao thông & đư | Chưa đạt',
        '- Thu nhập',
        'còn lại',
        'một lần',
      ].join('\n'),
    )
  })

  test('is read as the same words in plain text are', async () => {
    const text = await textIn(docx(paragraph(SENTENCE.slice(0, 40), SENTENCE.slice(40))))
    expect(read(text).reports.map(reportJson)).toEqual(read(SENTENCE).reports.map(reportJson))
  })

  test('that unfolds to more than an office writes is refused', async () => {
    const zip = new PizZip()
    zip.file('[Content_Types].xml', '<Types/>')
    zip.file('word/document.xml', ' '.repeat(80 * 1024 * 1024))
    const bytes = zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
    expect(bytes.length).toBeLessThan(200_000)
    expect(await textOf(bytes)).toEqual({ ok: false, why: 'damaged' })
  })

  test('that is cut off is refused', async () => {
    const bytes = docx(paragraph(SENTENCE))
    expect(await textOf(bytes.subarray(0, bytes.length - 30))).toEqual({ ok: false, why: 'damaged' })
  })
})

test('a workbook gives its rows', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Tổng hợp',
        rows: [
          ['KẾT QUẢ XÂY DỰNG NÔNG THÔN MỚI CÁC XÃ ĐẾN NGÀY 30/6/2025'],
          ['TT', 'Xã', 'Số tiêu chí đạt', 'Số chỉ tiêu đạt'],
          [1, 'Mẫu Đông', '17/19', '54/57'],
          [2, 'Mẫu Tây', '15/19', '50/57'],
        ],
      },
    ],
  })
  const text = await textIn(bytes)
  expect(text).toContain('1 | Mẫu Đông | 17/19 | 54/57')
  expect(
    read(text).reports.map(({ unit, date, criteria_met, indicators_met }) => [
      unit,
      date,
      criteria_met,
      indicators_met,
    ]),
  ).toEqual([
    ['Xã Mẫu Đông', '2025-06-30', 17, 54],
    ['Xã Mẫu Tây', '2025-06-30', 15, 50],
  ])
})

describe('what no office makes is read at once, or not at all', () => {
  test.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    [
      'a Word file of 200 KB with twenty million characters',
      () => docx(paragraph('xã Đồng Mẫu đạt 15/19').repeat(300_000)),
    ],
    ['one of many short paragraphs', () => docx(paragraph('xã Đồng Mẫu đạt 15/19').repeat(30_000))],
    [
      'a workbook of two million cells',
      async () => {
        const zip = new PizZip(await writeXlsx({ sheets: [{ name: 'S', rows: [['xã Đồng Mẫu']] }] }))
        const row = `<row>${'<c><v>1</v></c>'.repeat(50)}</row>`
        zip.file('xl/worksheets/sheet1.xml', `<worksheet><sheetData>${row.repeat(40_000)}</sheetData></worksheet>`)
        return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
      },
    ],
    ['a text of a thousand pages', () => Buffer.from('xã Đồng Mẫu đạt 15/19\n'.repeat(130_000))],
  ])('%s is too long', async (_, make) => {
    const bytes = await make()
    const start = performance.now()
    expect(await textOf(bytes)).toEqual({ ok: false, why: 'too-long' })
    expect(performance.now() - start).toBeLessThan(2000)
  })

  // Marks of two kinds in turn, which NFC puts in order: a long run of them takes the square of its length.
  const piled = `xã Đồng Mẫu${'\u0323\u0302'.repeat(200_000)}`
  test.each([
    ['a text', Buffer.from(piled)],
    ['a text of Windows', Buffer.from(`\uFEFF${piled}`, 'utf16le')],
    ['a Word file', docx(paragraph(piled))],
  ])('%s with a mountain of marks on one letter', async (_, bytes) => {
    const start = performance.now()
    expect((await textIn(bytes)).trim()).toMatch(/^xã Đồng Mẫ\p{L}\p{M}{5,10}$/u)
    expect(performance.now() - start).toBeLessThan(2000)
  })

  test('a cell of many thousand paragraphs', async () => {
    const bytes = docx(`<w:tbl><w:tr><w:tc>${paragraph('xã Đồng Mẫu').repeat(40_000)}</w:tc></w:tr></w:tbl>`)
    const start = performance.now()
    expect(await textIn(bytes)).toHaveLength(40_000 * 'xã Đồng Mẫu '.length - 1)
    expect(performance.now() - start).toBeLessThan(2000)
  })

  test('sheets with a cell in the last row that there can be: what is between takes no room', async () => {
    const rows = (at: number) => `<row r="${at}"><c r="A${at}" t="inlineStr"><is><t>x</t></is></c></row>`
    const zip = new PizZip(await writeXlsx({ sheets: [{ name: 'S', rows: [['xã Đồng Mẫu']] }] }))
    const sheet = 'xl/worksheets/sheet1.xml'
    const xml = zip.file(sheet)?.asText() ?? ''
    zip.file(sheet, xml.replace('</sheetData>', `${rows(1_048_576)}</sheetData>`))
    const before = process.memoryUsage().rss
    expect(await textIn(zip.generate({ type: 'uint8array' }))).toContain('xã Đồng Mẫu')
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
  })
})
