/** The letters that can be drafted, and the template of each: a file of `templates/`. */
export const LETTERS = {
  report: { template: 'bao-cao.docx', name: 'bao-cao' },
  proposal: { template: 'to-trinh.docx', name: 'to-trinh' },
  table: { template: 'bieu-tong-hop.docx', name: 'bieu-tong-hop' },
  communes: { template: 'bieu-tong-hop-cac-xa.docx', name: 'bieu-tong-hop-cac-xa' },
} as const

export type LetterKind = keyof typeof LETTERS

/** What stands in a field: a text, or rows with fields of their own. */
export type LetterData = { [field: string]: string | LetterData[] }

/** Fields by name; `true` for a text, more fields for what is repeated. */
export interface Fields {
  [field: string]: true | Fields
}

/** Of every letter. The names are Vietnamese without marks, because offices write them into their templates in Word. */
const COMMON = {
  don_vi: true,
  don_vi_in_hoa: true,
  don_vi_day_du: true,
  dia_danh: true,
  nam: true,
  ngay_lap: true,
  bo_tieu_chi: true,
  quyet_dinh: true,
  luu_y: true,
} as const satisfies Fields

const INDICATOR = {
  ma: true,
  ten: true,
  don_vi_tinh: true,
  muc_yeu_cau: true,
  ket_qua: true,
  so_lieu: true,
  tinh_den: true,
  nguon_so: true,
} as const satisfies Fields

const SOURCES = { so: true, ten: true } as const satisfies Fields

/** Of a letter on one unit. */
const UNIT_FIELDS = {
  ...COMMON,
  ket_qua_chung: true,
  tinh_den: true,
  nguon: true,
  tieu_chi: {
    so: true,
    ten: true,
    ket_qua: true,
    so_dat: true,
    so_chi_tieu: true,
    chua_dat: true,
    chi_tieu: INDICATOR,
  },
  chi_tieu_chua_dat: INDICATOR,
  ghi_chu_chua_dat: true,
  danh_sach_nguon: SOURCES,
} as const satisfies Fields

/** Of a letter on the communes of a district or a province. */
const COMMUNES_FIELDS = {
  ...COMMON,
  so_xa: true,
  so_xa_co_so_lieu: true,
  cac_xa: {
    tt: true,
    ten: true,
    thuoc: true,
    tieu_chi_dat: true,
    chi_tieu_dat: true,
    chi_tieu_chua_dat: true,
    tinh_den: true,
    nguon_so: true,
    ghi_chu: true,
  },
  danh_sach_nguon: SOURCES,
} as const satisfies Fields

/** The fields that a template of each letter may use. */
export const LETTER_FIELDS: Record<LetterKind, Fields> = {
  report: UNIT_FIELDS,
  proposal: UNIT_FIELDS,
  table: UNIT_FIELDS,
  communes: COMMUNES_FIELDS,
}
