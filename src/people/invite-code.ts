/**
 * Codes that people type from paper or from a message. No vowel, no D and no W: a Vietnamese keyboard turns them, and the
 * letters or digits after them, into marks. No 0, 1, I, O, and of S–5, B–8, Z–2 only the digit. There are 23 symbols, a
 * prime, so that the check symbol finds every wrong symbol and every two that changed places.
 */
const SYMBOLS = '23456789CFGHJKLMNPQRTVX'
const LENGTH = 12
const LOOK_ALIKES: Record<string, string> = { S: '5', B: '8', Z: '2', '1': 'L' }
const WRITTEN = /(?<![\p{L}\p{N}])[\dB-DF-HJ-NP-TV-XZ]{4}(?:[\s.–-]{0,3}[\dB-DF-HJ-NP-TV-XZ]{4}){2}(?![\p{L}\p{N}])/iu

/** A code in a text: its symbols, and whether the check symbol agrees. */
export interface ReadCode {
  code: string
  right: boolean
}

/** @param random a whole number from 0 up to but not including its argument; 11 of 23 make 49 bits. */
export function makeCode(random: (below: number) => number): string {
  const values = Array.from({ length: LENGTH - 1 }, () => random(SYMBOLS.length))
  const sum = weigh(values)
  const check = SYMBOLS.split('').findIndex((_, value) => (sum + LENGTH * value) % SYMBOLS.length === 0)
  return [...values, check].map((value) => SYMBOLS[value]).join('')
}

/** As people read it: `K7CP-3MXG-9TRH`. */
export function writtenCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** The code that stands in a text, however it is grouped; undefined where nothing looks like one. */
export function readCode(text: string): ReadCode | undefined {
  const written = WRITTEN.exec(text)?.[0]
  if (!written || !/\p{L}/u.test(written)) return undefined
  const symbols = Array.from(written.toUpperCase().replace(/[\s.–-]/g, ''), (symbol) => LOOK_ALIKES[symbol] ?? symbol)
  const values = symbols.map((symbol) => SYMBOLS.indexOf(symbol))
  return { code: symbols.join(''), right: !values.includes(-1) && weigh(values) % SYMBOLS.length === 0 }
}

function weigh(values: readonly number[]): number {
  return values.reduce((sum, value, place) => sum + (place + 1) * value, 0)
}

/** Whether a message is there for the code in it: the code is right, or there is little else. */
export function isInvitation(text: string): boolean {
  const read = readCode(text)
  return read !== undefined && (read.right || text.trim().split(/\s+/).length <= 4)
}
