import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import PizZip from 'pizzip'
import { describe, expect, test } from 'vitest'
import { takeRole } from '../../src/store/roster.ts'
import { recordStatuses } from '../../src/store/statuses.ts'
import { loadCatalogs } from '../../src/world/load-catalogs.ts'
import { filledIn, rowOf } from './edit-workbook.ts'
import { houseOn } from './house-kit.ts'

const SHEET = 'NTM nâng cao 2021–2025'
const SET = 'ntm-nang-cao-2021-2025'
const NEW = { 'Tính đến ngày': new Date('2026-11-20T00:00:00Z'), Nguồn: 'Biên bản mẫu' }

/** An officer's workbook of xã Mẫu Sơn, and how a changed one is given back. */
async function officer(text = 'xuất excel', from = 'canbo') {
  const bot = await houseOn('mau-son')
  const file = await bot.fileFor(from, text)
  const bytes = readFileSync(file.path)
  let given = 0
  return {
    ...bot,
    bytes,
    async giveBack(edits: Parameters<typeof filledIn>[1], who = from, caption?: string) {
      given += 1
      const path = join(bot.folder, `${given}.xlsx`)
      writeFileSync(path, await filledIn(bytes, edits))
      return bot.give(who, path, caption)
    },
    async recorded() {
      return bot.house.store.db
        .selectFrom('statuses')
        .select(['indicator', 'state', 'value', 'as_of', 'source', 'recorded_by'])
        .where('recorded_by', 'is not', null)
        .orderBy('id')
        .execute()
    },
  }
}

describe('a workbook that was filled in', () => {
  test('is shown, confirmed and recorded with its author; rows that are wrong are named and left out', async () => {
    const { giveBack, press, recorded, bytes, house } = await officer()
    const bad = await rowOf(bytes, SHEET, '17.3')
    const shown = await giveBack([
      { sheet: SHEET, code: '14.1', cells: { 'Số liệu': { percent: 96.5 }, ...NEW } },
      { sheet: SHEET, code: '8.5', cells: { 'Kết quả': 'Đạt', ...NEW, 'Tính đến ngày': '20/11/2026' } },
      { sheet: SHEET, code: '17.3', cells: { 'Số liệu': '120%' } },
    ])
    expect(shown).toContain('2 thay đổi, 1 dòng lỗi')
    expect(shown).toContain('14.1: Chưa đạt (91%) → Đạt (96,5%), tính đến 20/11/2026')
    expect(shown).toContain('8.5: Chưa đạt → Đạt, tính đến 20/11/2026')
    expect(shown).toContain(`Dòng ${bad}, mã 17.3: tỷ lệ không thể quá 100%.`)
    expect(await recorded()).toEqual([])

    expect(await press('canbo', 'Xác nhận')).toContain('Đã ghi 2 thay đổi. 1 dòng lỗi không được ghi')
    const common = { as_of: '2026-11-20', source: 'Biên bản mẫu', recorded_by: 'canbo' }
    expect(await recorded()).toEqual([
      { indicator: '8.5', state: 'met', value: null, ...common },
      { indicator: '14.1', state: 'met', value: 96.5, ...common },
    ])
    const audited = await house.store.db.selectFrom('audit').select(['action', 'subject', 'person_id']).execute()
    expect(audited).toEqual([
      { action: 'export', subject: 'workbook/mau-son', person_id: 'canbo' },
      { action: 'status.set', subject: `${SET}/8.5`, person_id: 'canbo' },
      { action: 'status.set', subject: `${SET}/14.1`, person_id: 'canbo' },
    ])
  })

  test('another verdict beside the old day and source is of today, by the file; it is news, as what is typed is', async () => {
    const { giveBack, press, recorded, house } = await officer()
    const shown = await giveBack([{ sheet: SHEET, code: '8.5', cells: { 'Kết quả': 'Đạt' } }])
    expect(shown).toContain('Các dòng 8.5 đổi kết quả')
    expect(shown).toMatch(/tính đến (\d\d\/\d\d\/\d{4}), nguồn “Tệp Excel cán bộ gửi ngày \1”/)
    await press('canbo', 'Xác nhận')
    const [row] = await recorded()
    expect(row).toMatchObject({ indicator: '8.5', state: 'met', recorded_by: 'canbo' })
    expect(row?.source).toMatch(/^Tệp Excel cán bộ gửi ngày/)
    const news = await house.store.db.selectFrom('newly_met').select(['indicator', 'unit_id']).execute()
    expect(news).toEqual([{ indicator: '8.5', unit_id: 'mau-son' }])
  })

  test('given back as it is changes nothing, and so does the template left blank', async () => {
    const exported = await officer()
    expect(await exported.giveBack([])).toContain('không có gì khác số liệu hiện có')
    const template = await officer('mẫu excel')
    expect(await template.giveBack([])).toContain('không có gì khác số liệu hiện có')
  })

  test('the template takes the same rows', async () => {
    const { giveBack, say, recorded } = await officer('mẫu excel')
    const cells = { 'Kết quả': 'chưa đạt', 'Số liệu': '94,2', ...NEW }
    expect(await giveBack([{ sheet: SHEET, code: '14.1', cells }])).toContain('Chưa đạt (91%) → Chưa đạt (94,2%)')
    await say('canbo', 'đúng')
    expect(await recorded()).toMatchObject([{ indicator: '14.1', state: 'unmet', value: 94.2 }])
  })

  test('says nothing of what it does not change, however old it is; what somebody changed since is refused', async () => {
    const { giveBack, press, recorded, bytes, house } = await officer()
    await recordElsewhere(house.store.db, '14.1', 97)
    await recordElsewhere(house.store.db, '17.5', 75)
    const shown = await giveBack([
      { sheet: SHEET, code: '14.1', cells: { 'Số liệu': 92 } },
      { sheet: SHEET, code: '8.5', cells: { 'Kết quả': 'Đạt', ...NEW } },
    ])
    expect(shown).toContain('1 thay đổi, 1 dòng lỗi')
    const row = await rowOf(bytes, SHEET, '14.1')
    expect(shown).toContain(`Dòng ${row}, mã 14.1: đã có người cập nhật sau khi lập tệp này: Đạt (97%)`)
    await press('canbo', 'Xác nhận')
    expect((await recorded()).map(({ indicator }) => indicator)).toEqual(['14.1', '17.5', '8.5'])
  })

  test('is looked at again at the confirmation: where somebody was faster, nothing is recorded', async () => {
    const { giveBack, press, recorded, house } = await officer()
    await giveBack([
      { sheet: SHEET, code: '14.1', cells: { 'Số liệu': 92 } },
      { sheet: SHEET, code: '8.5', cells: { 'Kết quả': 'Đạt', ...NEW } },
    ])
    await recordElsewhere(house.store.db, '14.1', 97)
    expect(await press('canbo', 'Xác nhận')).toContain('tôi chưa ghi gì')
    expect((await recorded()).map(({ indicator }) => indicator)).toEqual(['14.1'])
    const again = await press('canbo', 'Xem lại tệp này')
    expect(again).toContain('1 thay đổi, 1 dòng lỗi')
    expect(await press('canbo', 'Xác nhận')).toContain('Đã ghi 1 thay đổi')
  })

  test('where the right is gone at the confirmation, nothing is recorded', async () => {
    const { giveBack, press, recorded, house } = await officer()
    await giveBack([{ sheet: SHEET, code: '8.5', cells: { 'Kết quả': 'Đạt', ...NEW } }])
    await takeRole(house.store.db, 'canbo', 'commune_officer', 'mau-son')
    expect(await press('canbo', 'Xác nhận')).toContain('tôi chưa ghi gì')
    expect(await recorded()).toEqual([])
  })

  test('is for the officers of the commune: another one is told so for each row, others are refused', async () => {
    const { giveBack, bytes, recorded } = await officer()
    const edit = [{ sheet: SHEET, code: '8.5', cells: { 'Kết quả': 'Đạt', ...NEW } }]
    const row = await rowOf(bytes, SHEET, '8.5')
    expect(await giveBack(edit, 'canbokia')).toContain(`Dòng ${row}, mã 8.5: anh/chị chưa có quyền`)
    expect(await giveBack(edit, 'doai')).toContain('chưa có quyền làm việc này')
    expect(await giveBack(edit, 'xem')).toContain('chưa có quyền làm việc này')
    expect(await recorded()).toEqual([])
  })

  test('is taken in private only', async () => {
    const { give, folder, bytes } = await officer()
    const path = join(folder, 'a.xlsx')
    writeFileSync(path, await filledIn(bytes, []))
    expect(await give('canbo', path, 'nhập file excel này', 'nhom-mau-son')).toContain('không làm trong nhóm')
  })

  test('a row that was copied with its hidden cells over another is refused, and so is one that stands twice', async () => {
    const { giveBack } = await officer()
    const seen = { 'Kết quả': 'Đạt', ...NEW, seen: '1' }
    expect(await giveBack([{ sheet: SHEET, code: '8.5', cells: seen }])).toContain('không khớp với mã')
    const twice = [
      { sheet: SHEET, code: '8.5', cells: { 'Kết quả': 'Đạt', ...NEW } },
      { sheet: SHEET, code: '8.4', cells: { Mã: '8.5', seen: null, 'Kết quả': 'Đạt', ...NEW } },
    ]
    expect(await giveBack(twice)).toMatch(/trùng với dòng \d+/)
  })

  test.each([
    ['99999999999', 'không khớp với mã'],
    ['-3', 'không khớp với mã'],
    ['x', 'không khớp với mã'],
  ])('a hidden cell that says %s does no harm', async (seen, said) => {
    const { giveBack } = await officer()
    expect(await giveBack([{ sheet: SHEET, code: '8.5', cells: { seen, 'Kết quả': 'Đạt', ...NEW } }])).toContain(said)
  })
})

describe('another file', () => {
  test('that is no such workbook is told from one, damaged ones and archives that unfold to gigabytes too', async () => {
    const { give, folder } = await houseOn('mau-son')
    const path = (name: string, bytes: Uint8Array) => {
      writeFileSync(join(folder, name), bytes)
      return join(folder, name)
    }
    const other = await writeXlsx({
      sheets: [
        {
          name: 'Chi tiêu',
          rows: [
            ['Mã', 'Tiền'],
            ['a', 5],
          ],
        },
      ],
    })
    expect(await give('canbo', path('a.xlsx', other))).toContain('Tôi không thấy kết quả tiêu chí')
    const torn = other.slice(0, other.length - 40)
    expect(await give('canbo', path('b.xlsx', torn))).toContain('bị hỏng hoặc có mật khẩu')
    expect(await give('canbo', path('c.xlsx', bomb()))).toContain('quá lớn hoặc bị hỏng')
    // It may be what supports a report that comes next.
    expect(await give('canbo', join(process.cwd(), 'test/worlds/mau-son/files/danh-sach.pdf'))).toContain(
      'Tôi đã giữ 1 tệp',
    )
  })
})

test('where documents do not reach the bot, the template says how they do', async () => {
  const { fileFor } = await houseOn('mau-son', { limits: { takesDocuments: false } })
  expect((await fileFor('canbo', 'mẫu excel')).text).toContain('Ở kênh này tệp anh/chị gửi không đến được tôi')
})

async function recordElsewhere(db: Parameters<typeof recordStatuses>[0], indicator: string, value: number) {
  const row = {
    unit_id: 'mau-son',
    set_id: SET,
    indicator,
    state: 'met' as const,
    value,
    as_of: '2026-11-01',
    source: 'Khác',
  }
  await recordStatuses(db, [{ ...row, recorded_by: 'canbo2' }], loadCatalogs(), '2026-11-22T00:00:00.000Z')
}

/** A workbook by its names, whose one part is said to unfold to 2 GB. */
function bomb(): Uint8Array {
  const zip = new PizZip()
  zip.file('[Content_Types].xml', 'x'.repeat(50))
  zip.file('xl/workbook.xml', 'x')
  const bytes = zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
  bytes.writeUInt32LE(2 ** 31, bytes.indexOf('PK\x01\x02', 0, 'latin1') + 24)
  return new Uint8Array(bytes)
}
