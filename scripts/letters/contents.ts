/**
 * What the letters say, laid out by Nghị định 30/2020/NĐ-CP, Phụ lục I: the motto and the office in two columns, number and
 * place, the kind of letter with its abstract, grounds in italics, signature at the lower right, recipients at the lower left.
 * Between `[[` and `]]` stands what the program cannot know.
 */
import { p, rule, section, sectionEnd, table, TEXT_WIDTH, type Cell, type ParagraphStyle } from './word.ts'

/** Indented by a centimetre, justified, 6 points apart. */
const body = (text: string, style: ParagraphStyle = {}) => p(text, { indent: 10, ...style })
const heading = (text: string) => p(text, { indent: 10, bold: true, before: 6, keepNext: true })
const cell = (text: string, style: ParagraphStyle = {}, more: Partial<Cell> = {}): Cell => ({
  content: p(text, { align: 'left', size: 12, after: 0, ...style }),
  ...more,
})
const head = (text: string, size = 12): Cell => cell(text, { align: 'center', bold: true, size }, { align: 'center' })

/** Office, number; motto, place and day. */
function letterHead(width: number, symbol: string | undefined): string {
  const [left, right] = [width * 0.37, width * 0.63]
  const plain = { align: 'center', after: 0 } as const
  const rows: Cell[][] = [
    [
      {
        content: [
          p('ỦY BAN NHÂN DÂN', { ...plain, bold: true, size: 13 }),
          p('{don_vi_in_hoa}', { ...plain, bold: true, size: 13 }),
          rule(24, left),
        ].join(''),
      },
      {
        content: [
          p('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { ...plain, bold: true, size: 13 }),
          p('Độc lập - Tự do - Hạnh phúc', { ...plain, bold: true, size: 14 }),
          rule(61, right),
        ].join(''),
      },
    ],
    [
      { content: p(symbol ? `Số: [[……]]/${symbol}` : '', { ...plain, size: 13, before: 6 }) },
      {
        content: p('{dia_danh}, ngày [[……]] tháng [[……]] năm {nam}', {
          ...plain,
          size: 14,
          italic: true,
          before: 6,
        }),
      },
    ],
  ]
  return table([left, right], rows, false)
}

function title(kind: string, abstract: string, width: number): string {
  return [
    p(kind, { align: 'center', bold: true, before: 18, after: 0 }),
    p(abstract, { align: 'center', bold: true, after: 0 }),
    rule(50, width),
  ].join('')
}

/** Recipients at the lower left, signature at the lower right. */
function signature(recipients: readonly string[], width: number): string {
  const small = { align: 'left', after: 0, size: 11 } as const
  const high = { align: 'center', bold: true, after: 0 } as const
  return table(
    [width * 0.45, width * 0.55],
    [
      [
        {
          content: [
            p('Nơi nhận:', { ...small, size: 12, bold: true, italic: true }),
            ...recipients.map((each) => p(each, small)),
          ].join(''),
        },
        {
          content: [
            p('TM. ỦY BAN NHÂN DÂN', high),
            p('[[CHỨC VỤ]]', high),
            ...Array.from({ length: 4 }, () => p('', high)),
            p('[[Họ và tên]]', high),
          ].join(''),
        },
      ],
    ],
    false,
  )
}

const GROUNDS = { italic: true } as const

const criteriaTable = (): string =>
  table(
    [12, 67, 26, 27, 33],
    [
      ['Số', 'Tiêu chí', 'Chỉ tiêu đạt', 'Kết quả', 'Chỉ tiêu chưa đạt'].map((text) => head(text)),
      [
        cell('{#tieu_chi}{so}', { align: 'center' }),
        cell('{ten}'),
        cell('{so_dat}/{so_chi_tieu}', { align: 'center' }),
        cell('{ket_qua}', { align: 'center' }),
        cell('{chua_dat}{/tieu_chi}'),
      ],
    ],
    true,
    1,
  )

/** Each criterion with its indicators, across a page on its side. */
const indicatorTable = (): string => {
  const size = 11
  const widths = [14, 82, 22, 44, 26, 26, 22, 16]
  const heads = ['Mã', 'Tiêu chí, chỉ tiêu', 'Đơn vị tính', 'Mức yêu cầu', 'Kết quả', 'Số liệu', 'Tính đến', 'Nguồn']
  return table(
    widths,
    [
      heads.map((text) => head(text, size)),
      [
        cell('{#tieu_chi}{so}', { align: 'center', bold: true, size, keepNext: true }),
        cell('{ten}', { bold: true, size, keepNext: true }, { span: 3 }),
        cell('{ket_qua}', { align: 'center', bold: true, size }),
        cell('{so_dat}/{so_chi_tieu} chỉ tiêu', { align: 'center', bold: true, size }),
        cell('', { size }, { span: 2 }),
      ],
      [
        cell('{#chi_tieu}{ma}', { align: 'center', size }),
        cell('{ten}', { size }),
        cell('{don_vi_tinh}', { align: 'center', size }),
        cell('{muc_yeu_cau}', { size }),
        cell('{ket_qua}', { align: 'center', size }),
        cell('{so_lieu}', { align: 'center', size }),
        cell('{tinh_den}', { align: 'center', size }),
        cell('{nguon_so}{/chi_tieu}{/tieu_chi}', { align: 'center', size }),
      ],
    ],
    true,
    1,
  )
}

const SOURCES = [
  p('Nguồn số liệu:', { align: 'left', italic: true, size: 12, before: 6, after: 0, keepNext: true }),
  p('{#danh_sach_nguon}', { align: 'left', after: 0 }),
  p('({so}) {ten}', { size: 12, after: 0 }),
  p('{/danh_sach_nguon}', { align: 'left', after: 0 }),
].join('')

const NOTES = p('{#luu_y}{luu_y}{/luu_y}', { size: 12, italic: true, before: 6 })

const appendix = (letter: string, symbol: string): string => {
  const center = { align: 'center', after: 0 } as const
  return [
    p('Phụ lục', { ...center, bold: true }),
    p('KẾT QUẢ THỰC HIỆN TỪNG TIÊU CHÍ, CHỈ TIÊU', { ...center, bold: true }),
    p(`(Kèm theo ${letter} số [[……]]/${symbol} ngày [[……]] tháng [[……]] năm {nam} của Ủy ban nhân dân {don_vi})`, {
      ...center,
      italic: true,
      after: 6,
    }),
    indicatorTable(),
    SOURCES,
    NOTES,
  ].join('')
}

const general = [
  body('Tính đến ngày {tinh_den}, {don_vi} đạt {ket_qua_chung} theo {bo_tieu_chi}. Nguồn số liệu: {nguon}.'),
  body('{#luu_y}{luu_y}{/luu_y}'),
].join('')

const unmetList = [
  p('{#chi_tieu_chua_dat}', { after: 0 }),
  body(
    '- Chỉ tiêu {ma}: {ten}{#so_lieu} – hiện nay {so_lieu}{/so_lieu}{#muc_yeu_cau}, mức yêu cầu: {muc_yeu_cau}{/muc_yeu_cau}.',
  ),
  p('{/chi_tieu_chua_dat}', { after: 0 }),
  p('{^chi_tieu_chua_dat}', { after: 0 }),
  body('{ghi_chu_chua_dat}'),
  p('{/chi_tieu_chua_dat}', { after: 0 }),
].join('')

const { portrait, landscape } = TEXT_WIDTH

export const report = [
  letterHead(portrait, 'BC-UBND'),
  title('BÁO CÁO', 'Kết quả thực hiện {bo_tieu_chi} tại {don_vi}', portrait),
  body('Căn cứ {bo_tieu_chi} ban hành kèm theo {quyet_dinh};', { ...GROUNDS, before: 12 }),
  body('Căn cứ kết quả theo dõi, rà soát các tiêu chí, chỉ tiêu tại {don_vi}.', GROUNDS),
  body('Ủy ban nhân dân {don_vi} báo cáo kết quả thực hiện như sau:'),
  heading('I. KẾT QUẢ CHUNG'),
  general,
  heading('II. KẾT QUẢ TỪNG TIÊU CHÍ'),
  body('(Chi tiết từng chỉ tiêu tại Phụ lục kèm theo.)', { italic: true, keepNext: true }),
  criteriaTable(),
  heading('III. CÁC CHỈ TIÊU CHƯA ĐẠT'),
  unmetList,
  heading('IV. KHÓ KHĂN, VƯỚNG MẮC VÀ KIẾN NGHỊ'),
  body('[[……]]'),
  body('Trên đây là báo cáo kết quả thực hiện {bo_tieu_chi} tại {don_vi}./.', { after: 12 }),
  signature(['- [[……]];', '- Lưu: VT, [[……]].'], portrait),
  sectionEnd('portrait', true),
  appendix('Báo cáo', 'BC-UBND'),
  section('landscape', false),
].join('')

export const proposal = [
  letterHead(portrait, 'TTr-UBND'),
  title('TỜ TRÌNH', 'Về việc đề nghị thẩm định, xét công nhận {don_vi} theo {bo_tieu_chi}', portrait),
  p('Kính gửi: [[……]]', { align: 'center', before: 12, after: 12 }),
  body('Căn cứ {bo_tieu_chi} ban hành kèm theo {quyet_dinh};', GROUNDS),
  body('Căn cứ [[quy định về điều kiện, trình tự, thủ tục, hồ sơ xét, công nhận]];', GROUNDS),
  body('Căn cứ kết quả tự đánh giá các tiêu chí, chỉ tiêu tại {don_vi}.', GROUNDS),
  body('Ủy ban nhân dân {don_vi} trình [[……]] xem xét, thẩm định, xét công nhận {don_vi_day_du} như sau:'),
  heading('1. Kết quả thực hiện'),
  general,
  criteriaTable(),
  heading('2. Các chỉ tiêu chưa đạt tính đến ngày {tinh_den}'),
  unmetList,
  heading('3. Hồ sơ kèm theo'),
  body('- Báo cáo kết quả thực hiện {bo_tieu_chi} tại {don_vi};'),
  body('- Biểu tổng hợp kết quả thực hiện các tiêu chí, chỉ tiêu;'),
  body('- [[……]].'),
  body('Ủy ban nhân dân {don_vi} kính trình [[……]] xem xét, quyết định./.', { after: 12 }),
  signature(['- Như trên;', '- [[……]];', '- Lưu: VT, [[……]].'], portrait),
  section('portrait', true),
].join('')

export const summaryTable = [
  letterHead(landscape, undefined),
  title('BIỂU TỔNG HỢP', 'Kết quả thực hiện {bo_tieu_chi} tại {don_vi_day_du}', landscape),
  p('Tính đến ngày {tinh_den}: đạt {ket_qua_chung}. Nguồn số liệu: {nguon}.', { align: 'center', before: 6 }),
  indicatorTable(),
  SOURCES,
  NOTES,
  signature(['- [[……]];', '- Lưu: VT, [[……]].'], landscape),
  section('landscape', true),
].join('')

export const communesTable = [
  letterHead(landscape, undefined),
  title('BIỂU TỔNG HỢP', 'Kết quả thực hiện {bo_tieu_chi} của các xã thuộc {don_vi_day_du}', landscape),
  p('Lập ngày {ngay_lap}: {so_xa_co_so_lieu}/{so_xa} xã có số liệu.', { align: 'center', before: 6 }),
  table(
    [12, 44, 34, 24, 24, 52, 22, 14, 26],
    [
      ['TT', 'Xã', 'Thuộc', 'Tiêu chí đạt', 'Chỉ tiêu đạt', 'Chỉ tiêu chưa đạt', 'Tính đến', 'Nguồn', 'Ghi chú'].map(
        (text) => head(text, 11),
      ),
      [
        cell('{#cac_xa}{tt}', { align: 'center', size: 11 }),
        cell('{ten}', { size: 11 }),
        cell('{thuoc}', { size: 11 }),
        cell('{tieu_chi_dat}', { align: 'center', size: 11 }),
        cell('{chi_tieu_dat}', { align: 'center', size: 11 }),
        cell('{chi_tieu_chua_dat}', { size: 11 }),
        cell('{tinh_den}', { align: 'center', size: 11 }),
        cell('{nguon_so}', { align: 'center', size: 11 }),
        cell('{ghi_chu}{/cac_xa}', { size: 11 }),
      ],
    ],
    true,
    1,
  ),
  SOURCES,
  NOTES,
  signature(['- [[……]];', '- Lưu: VT, [[……]].'], landscape),
  section('landscape', true),
].join('')
