import type { Say } from './say.ts'

const LEVEL_KEYS = { tinh: 'level-tinh', huyen: 'level-huyen', xa: 'level-xa', thon: 'level-thon' } as const

/** Names that already say their level: "Thành phố Ninh Bình", "Phường Hoa Lư", "Bản Pom". */
const SAYS_LEVEL =
  /^(tỉnh|thành phố|tp\.?|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu|thôn|xóm|bản|ấp|làng|buôn|khu|tổ|tiểu khu|khóm|phum|sóc)\s/i

/** A unit's name with its level: `xã Trung Lương`. */
export function unitName(say: Say, unit: { level: keyof typeof LEVEL_KEYS; name: string }): string {
  if (SAYS_LEVEL.test(unit.name)) return unit.name.charAt(0).toLowerCase() + unit.name.slice(1)
  return `${say(LEVEL_KEYS[unit.level])} ${unit.name}`
}

/** A unit's name without its level: `Trung Lương`, as a letter is dated. */
export function bareName({ name }: { name: string }): string {
  return capitalised(name.replace(SAYS_LEVEL, ''))
}

/** With a capital, for the beginning of a line. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
