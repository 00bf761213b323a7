/** Units and people that the commands' sentences and the samples of follow-ups speak of, so that they are read as names when learning. */
import type { LexiconPerson, LexiconUnit } from './meaning.ts'

const COMMUNES =
  'Trung Lương;Đông Sơn;Bình An;Tân Tiến;Hải Minh;An Lộc;Phú Xuân;Kim Sơn;Thanh Hà;Yên Phong;Vĩnh Thạnh;Long Hòa;Mỹ Đức;Xuân Trường;Hòa Bình;Quảng Phú;Nghĩa Hưng;Đại Thành;Tam Hiệp;Liên Minh'
const VILLAGES = 'Đoài;Nội;Thượng;Hạ;Đông;Chùa;Trung;Bắc;Cầu;Tân Lập;Đồng Tiến;Phú Lợi;Nà Pản;Bình Minh'
const PROVINCES = 'Ninh Bình;Hà Tĩnh;Nghệ An;Cà Mau;Lâm Đồng;Thanh Hóa;Đồng Tháp'
const DISTRICTS = 'Bình Lục;Đông Hưng;Kim Bảng'
const PEOPLE =
  'Nguyễn Văn Tùng;Trần Thị Hoa;Lê Văn Nam;Phạm Thị Lan;Đỗ Văn Hùng;Vũ Thị Mai;Hoàng Văn Thắng;Bùi Thị Hạnh;Đặng Văn Dũng;Ngô Thị Hương;Nguyễn Văn Sơn;Trần Văn Minh'

const named = (names: string, level: LexiconUnit['level']): LexiconUnit[] =>
  names.split(';').map((name) => ({ id: `${level}:${name}`, name, level, aliases: [] }))

export const EXAMPLE_UNITS: LexiconUnit[] = [
  ...named(PROVINCES, 'tinh'),
  ...named(DISTRICTS, 'huyen'),
  ...named(COMMUNES, 'xa'),
  ...named(VILLAGES, 'thon'),
]

export const EXAMPLE_PEOPLE: LexiconPerson[] = PEOPLE.split(';').map((name) => ({ id: name, name }))
