import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { describe, expect, test } from 'vitest'
import { LETTER_FIELDS, LETTERS, type Fields } from '../../src/documents/letters/letter-fields.ts'
import { houseOn } from './house-kit.ts'
import { textOfWord, wordOf } from './word-text.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url))

async function letter(from: string, text: string) {
  const bot = await houseOn('trung-luong')
  const file = await bot.fileFor(from, text)
  return { ...bot, said: file.text, name: file.name, text: textOfWord(readFileSync(file.path)) }
}

describe('a letter on a commune', () => {
  test('says the figures as the bot does: reported totals, the list beside them, date and source', async () => {
    const { text, name } = await letter('ha', 'xuất báo cáo nâng cao')
    expect(name).toBe('bao-cao-xa-trung-luong-2026-11-23.docx')
    expect(text).toContain('Tính đến ngày 30/04/2023, xã Trung Lương đạt 14/19 tiêu chí, 60/75 chỉ tiêu')
    expect(text).toContain('Nguồn số liệu: Ban chỉ đạo xây dựng NTM xã Trung Lương rà soát')
    expect(text).toContain('danh sách nêu 14 chỉ tiêu chưa đạt, tức là đạt 61/75 chỉ tiêu')
    expect(text).toContain('- Chỉ tiêu 17.5: Tỷ lệ hộ gia đình')
    expect(text).toContain('Đạt (theo báo cáo)')
    expect(text.match(/- Chỉ tiêu /g)).toHaveLength(14)
    expect(text).not.toMatch(/[{}]|undefined|object Object/)
  })

  test('leaves what the program cannot know as a blank', async () => {
    const { text } = await letter('ha', 'xuất báo cáo nâng cao')
    for (const blank of ['Số: ……/BC-UBND', 'ngày …… tháng …… năm 2026', 'CHỨC VỤ', 'Họ và tên'])
      expect(text).toContain(blank)
  })

  test('a proposal warns where not all is met', async () => {
    const { said, text } = await letter('ha', 'làm tờ trình bộ nâng cao')
    expect(said).toContain('mới đạt 14/19 tiêu chí')
    expect(said).toContain('Từ ngày 01/07/2025, xã Trung Lương đã nhập vào xã Bình An')
    expect(text).toContain(
      'đề nghị thẩm định, xét công nhận xã Trung Lương theo Bộ tiêu chí quốc gia về xã nông thôn mới nâng cao',
    )
  })

  test('of totals alone no indicator is made met or unmet', async () => {
    const { text } = await letter('ha', 'biểu tổng hợp bộ nông thôn mới 2021-2025')
    expect(text).toContain('đạt 15/19 tiêu chí, 52/57 chỉ tiêu')
    expect(text.match(/^Chưa rõ$/gm)).toHaveLength(19 + 57)
    expect(text).toContain('–/4 chỉ tiêu')
    expect(text).toContain('Báo cáo chỉ có tổng số, không nêu từng chỉ tiêu.')
  })
})

describe('which letter', () => {
  test('is asked where it is not said, and so is the set', async () => {
    const { say, press } = await houseOn('trung-luong')
    expect(await say('ha', 'xuất văn bản')).toContain('Anh/chị cần văn bản nào?')
    expect(await press('ha', 'biểu tổng hợp')).toContain('theo bộ tiêu chí nào?')
    expect(await press('ha', 'NTM nâng cao 2021–2025')).toContain(
      'Biểu tổng hợp của xã Trung Lương (NTM nâng cao 2021–2025)',
    )
  })

  test('a district gets the table of its communes', async () => {
    const { say } = await houseOn('trung-luong')
    expect(await say('huyen', 'xuất báo cáo')).toContain('tôi soạn được biểu tổng hợp các xã')
    const { text } = await letter('huyen', 'biểu tổng hợp nâng cao')
    expect(text).toContain('1/1 xã có số liệu')
    expect(text).toContain('Xã Trung Lương\nhuyện Bình Lục\n14/19\n60/75')
  })

  test('is for those who may export the unit, and every export is audited', async () => {
    const { say, house } = await houseOn('hai-tinh')
    expect(await say('em', 'xuất báo cáo xã Đông Sơn tỉnh Mẫu')).toContain('chưa có quyền xuất số liệu')
    expect(await say('cuc', 'xuất excel xã Đông Sơn tỉnh Mẫu')).toContain('chưa có quyền xuất số liệu')
    expect(await say('la-ai', 'xuất excel xã Đông Sơn')).toContain('chưa có quyền')
    await say('em', 'xuất excel xã Hòa Bình')
    await say('binh', 'biểu tổng hợp bộ nâng cao')
    const audited = await house.store.db
      .selectFrom('audit')
      .select(['action', 'subject', 'person_id'])
      .where('action', '=', 'export')
      .execute()
    expect(audited).toEqual([
      { action: 'export', subject: 'workbook/hoa-binh', person_id: 'em' },
      { action: 'export', subject: 'letter/table/dong-son', person_id: 'binh' },
    ])
  })
})

describe('the office’s own template', () => {
  async function withTemplate(bytes: Uint8Array) {
    const errors: object[] = []
    const log = { info() {}, warn() {}, error: (details: object) => void errors.push(details) }
    const bot = await houseOn('trung-luong', { log })
    mkdirSync(join(bot.folder, 'templates'))
    writeFileSync(join(bot.folder, 'templates', 'bao-cao.docx'), bytes)
    return { ...bot, errors }
  }

  test('stands before the one that comes with the program', async () => {
    const { fileFor } = await withTemplate(wordOf('Mẫu riêng của {don_vi}: {ket_qua_chung}'))
    const file = await fileFor('ha', 'xuất báo cáo nâng cao')
    expect(textOfWord(readFileSync(file.path))).toBe('Mẫu riêng của xã Trung Lương: 14/19 tiêu chí, 60/75 chỉ tiêu')
  })

  test.each([
    ['a field that there is not', wordOf('{don_vii} {so_van_ban}'), 'dùng trường không có: {don_vii}, {so_van_ban}'],
    ['marks that do not fit', wordOf('{#tieu_chi}'), 'không khớp ở: {tieu_chi}'],
    ['no Word file', new TextEncoder().encode('x'), 'bị hỏng hoặc không phải tệp Word'],
  ])('with %s is an error with its name, for the officer and in the log', async (_, bytes, said) => {
    const { say, errors } = await withTemplate(bytes)
    const answer = await say('ha', 'xuất báo cáo nâng cao')
    expect(answer).toContain('mẫu “bao-cao.docx”')
    expect(answer).toContain(said)
    expect(errors).toMatchObject([{ template: 'bao-cao.docx' }])
    expect(await say('ha', 'xã đạt bao nhiêu tiêu chí')).toContain('14/19 tiêu chí')
  })
})

describe('the templates that come with the program', () => {
  const MM = 56.6929

  test.each(Object.entries(LETTERS))('%s: A4, margins and font as the decree has them', (_, { template }) => {
    const zip = new PizZip(read(`templates/${template}`))
    const xml = zip.file('word/document.xml')!.asText()
    const sections = [...xml.matchAll(/<w:sectPr>.*?<\/w:sectPr>/gs)].map(([section]) => section)
    expect(sections.length).toBeGreaterThan(0)
    for (const section of sections) {
      const mm = (name: string) => Number(new RegExp(`w:${name}="(\\d+)"`).exec(section)?.[1]) / MM
      expect(new Set([mm('w'), mm('h')].map(Math.round))).toEqual(new Set([210, 297]))
      for (const [side, least, most] of [
        ['top', 20, 25],
        ['bottom', 20, 25],
        ['left', 30, 35],
        ['right', 15, 20],
      ] as const) {
        expect(mm(side)).toBeGreaterThanOrEqual(least - 0.1)
        expect(mm(side)).toBeLessThanOrEqual(most + 0.1)
      }
    }
    const styles = zip.file('word/styles.xml')!.asText()
    expect(styles).toContain('w:ascii="Times New Roman"')
    expect(styles).toContain('<w:sz w:val="28"/>')
    const text = textOfWord(read(`templates/${template}`))
    for (const part of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'ỦY BAN NHÂN DÂN',
      'Nơi nhận:',
      'TM. ỦY BAN NHÂN DÂN',
    ])
      expect(text).toContain(part)
  })

  test('the guide for officers lists every field', () => {
    const guide = read('docs/huong-dan/excel-va-van-ban.md').toString()
    const names = (fields: Fields): string[] =>
      Object.entries(fields).flatMap(([name, within]) => [name, ...(within === true ? [] : names(within))])
    const missing = [...new Set(Object.values(LETTER_FIELDS).flatMap(names))].filter(
      (name) => !guide.includes(`{${name}}`) && !guide.includes(`{#${name}}`),
    )
    expect(missing).toEqual([])
  })
})
