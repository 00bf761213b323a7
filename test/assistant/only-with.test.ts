import { expect, test } from 'vitest'
import { onlyWith } from '../../src/assistant/only-with.ts'
import { readChoice } from '../../src/assistant/press.ts'

const SETS = ['17.11 phân loại rác (NTM)', '17.5 phân loại rác (nâng cao)']
const PEOPLE = ['Nguyễn Mẫu Tùng (Công chức địa chính xã)', 'Lê Mẫu Tùng (Công chức văn hóa xã)']
const INDICATORS = ['17.5 nghĩa trang', '17.5 phân loại rác']

test.each([
  ['nang cao', SETS, 1],
  ['nâng cao', SETS, 1],
  ['17.11', SETS, undefined],
  ['phân loại rác', SETS, undefined],
  ['anh Tùng địa chính', PEOPLE, 0],
  ['anh Tùng', PEOPLE, undefined],
  ['văn hóa', PEOPLE, 1],
  ['anh Tùng nhận việc chưa', PEOPLE, undefined],
  ['phân loại rác', INDICATORS, 1],
  ['rác thải', INDICATORS, undefined],
  ['', INDICATORS, undefined],
  ['?', INDICATORS, undefined],
] as const)('%s of %s', (text, labels, at) => {
  const options = labels.map((label) => ({ label }))
  expect(onlyWith(text, options)).toBe(at === undefined ? undefined : options[at])
})

test('a choice of an answer by the words on it, only where all ask the same', () => {
  const alike = SETS.map((label, at) => ({ label, ask: { command: 'indicator', target: String(at) } }))
  expect(readChoice('nâng cao', alike)?.target).toBe('1')
  const [first, second] = alike
  const unlike = [first!, { ...second!, ask: { command: 'approve' } }]
  expect(readChoice('nâng cao', unlike)).toBeUndefined()
  expect(readChoice('2', unlike)?.command).toBe('approve')
})
