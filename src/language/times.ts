/** Times of day: "7h30", "7 giờ rưỡi sáng", "17h", "5h chiều", "6 rưỡi sáng". */
import { readNumber } from './numbers.ts'
import type { Token } from './tokens.ts'

/** The time that begins at `i` as `HH:MM`, with the token after it. */
export function readTime(tokens: readonly Token[], i: number): { time: string; end: number } | undefined {
  const hour = readNumber(tokens, i)
  if (hour === undefined || !Number.isInteger(hour.value) || hour.value > 24) return undefined
  const sign = tokens[hour.end]
  let at = hour.end + 1
  let minutes = 0
  if (sign?.folded === ':' && sign.glued) {
    const next = tokens[at]
    if (hour.words || next?.kind !== 'number' || !next.glued || next.folded.length !== 2) return undefined
    minutes = Number(next.folded)
    at++
  } else if (sign?.kind === 'word' && (sign.folded === 'h' || sign.folded === 'gio' || sign.folded === 'g')) {
    // A person may be quiet for "3 giờ"; a time of day is not a number of hours to come.
    if (sign.folded === 'gio' && tokens[at]?.folded === 'nua') return undefined
    const [read, end] = readMinutes(tokens, at)
    minutes = read
    at = end
  } else if (sign?.folded === 'ruoi' && /^(sang|trua|chieu|toi)$/.test(tokens[at]?.folded ?? '')) minutes = 30
  else return undefined
  let value = hour.value
  const period = tokens[at]?.folded ?? ''
  if (/^(sang|trua|chieu|toi|dem|khuya)$/.test(period)) {
    at++
    if (/^(chieu|toi|dem|khuya)$/.test(period) && value < 12 && !(period !== 'chieu' && value < 5)) value += 12
    else if (period === 'trua' && value < 4) value += 12
  }
  const total = value * 60 + minutes
  if (minutes > 59 || total < 0 || total >= 24 * 60) return undefined
  return { time: `${pad(Math.floor(total / 60))}:${pad(total % 60)}`, end: at }
}

function readMinutes(tokens: readonly Token[], i: number): [minutes: number, end: number] {
  if (tokens[i]?.folded === 'ruoi') return [30, i + 1]
  const less = tokens[i]?.folded === 'kem'
  const read = readNumber(tokens, less ? i + 1 : i)
  if (read === undefined || !Number.isInteger(read.value) || read.value > 59) return [0, i]
  // "17h 5 xã": the number belongs to what follows it, unless minutes are said or it is written on.
  const spoken = tokens[read.end]?.folded === 'phut'
  if (!less && !spoken && !tokens[i]?.glued && (read.value < 10 || tokens[read.end]?.kind === 'word')) {
    if (!(tokens[i - 1]?.folded === 'gio' && read.value >= 5)) return [0, i]
  }
  return [less ? -read.value : read.value, read.end + (spoken ? 1 : 0)]
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
