import { describe, expect, it } from 'vitest'
import { readInvitedName, readRole } from '../../src/people/role-words.ts'
import type { RoleName, UnitLevel } from '../../src/store/schema.ts'

describe('the role that an invitation names', () => {
  it.each<[string, UnitLevel | undefined, RoleName | undefined]>([
    ['mời trưởng thôn Đoài', 'thon', 'village_head'],
    ['moi truong thon doai', undefined, 'village_head'],
    ['mời trưởng bản Pom tham gia', 'thon', 'village_head'],
    ['cấp mã cho tổ trưởng tổ 3', undefined, 'village_head'],
    ['mời cán bộ xã Đông Sơn', 'xa', 'commune_officer'],
    ['mời công chức nông thôn mới xã Đông Sơn', 'xa', 'commune_officer'],
    ['mời cán bộ Đông Sơn', 'xa', 'commune_officer'],
    ['mời cán bộ', undefined, 'commune_officer'],
    ['mời cán bộ Ninh Bình', 'tinh', 'district_officer'],
    ['mời chuyên viên văn phòng điều phối tỉnh', 'tinh', 'district_officer'],
    ['mời chủ tịch xã vào xem số liệu', 'xa', 'viewer'],
    ['mời quản trị xã', 'xa', 'admin'],
    ['mời anh Tùng', 'xa', undefined],
  ])('“%s” at %s: %s', (text, level, role) => {
    expect(readRole(text, level)).toBe(role)
  })
})

describe('the name that an invitation gives', () => {
  it.each<[string, string | undefined]>([
    ['mời trưởng thôn Đoài tên Nguyễn Văn Mẫu', 'Nguyễn Văn Mẫu'],
    ['mời trưởng thôn Đoài, tên là nguyễn văn mẫu', 'Nguyễn Văn Mẫu'],
    ['mời ông Nguyễn Văn Mẫu làm trưởng thôn Đoài', 'Nguyễn Văn Mẫu'],
    ['moi truong thon doai ten nguyen van mau', 'Nguyen Van Mau'],
    ['mời trưởng thôn Đoài', undefined],
    ['mời anh trưởng thôn Đoài', undefined],
    ['moi ong nguyen van mau lam truong thon thuong', 'Nguyen Van Mau'],
    ['cho chị trần thị ví dụ làm cán bộ xã', 'Trần Thị Ví Dụ'],
    ['mời anh Tùng', undefined],
  ])('“%s”: %s', (text, name) => {
    expect(readInvitedName(text)).toBe(name)
  })
})
