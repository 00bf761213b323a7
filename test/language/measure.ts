/** The measuring set and how an understanding is held against it. */
import { readFileSync } from 'node:fs'
import type { Mentions, NumberMention, Understanding } from '../../src/language/meaning.ts'

/** A sentence with what it means; it is never used to learn. Slots that are not given must not be found. */
export interface Measured {
  text: string
  /** How it is written: `unmarked`, `typos`, `dialect` …; `outside` is not for the bot. */
  way: string
  command: string
  units?: string[][]
  /** Level of the speaker's own unit; not checked where it is left out. */
  own?: string
  unknown?: string
  sets?: string[]
  target?: { kind: string; codes: string[] }
  dates?: string[]
  times?: string[]
  people?: string[]
  /** `150/210`, `85%`, `62.5 trieu dong`; not checked where left out. */
  numbers?: string[]
  verdict?: string
  freeText?: string
}

export const measuringSet: Measured[] = readFileSync(new URL('measuring-set.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Measured)

/** The command that was understood, or the kind of answer where it was none. */
export function commandOf(understanding: Understanding): string {
  return understanding.kind === 'meaning' ? understanding.command : understanding.kind
}

/** What is wrong with an understanding; empty where all is right. */
export function faults(expected: Measured, understanding: Understanding): string[] {
  const command = commandOf(understanding)
  if (expected.way === 'outside') return command === 'unknown' ? [] : [`command ${command}`]
  const { mentions } = understanding
  const found: [string, string, string][] = [
    ['command', expected.command, command],
    ['units', show(expected.units ?? []), show(mentions.units.map(({ ids }) => ids))],
    ['unknown', expected.unknown ?? '', mentions.unknownUnit ?? ''],
    ['sets', show(expected.sets ?? []), show(mentions.sets)],
    ['dates', show(expected.dates ?? []), show(mentions.dates.map(({ from, to }) => `${from}..${to}`))],
    ['times', show(expected.times ?? []), show(mentions.times)],
    ['people', show(expected.people ?? []), show(mentions.people.flatMap(({ ids }) => ids))],
  ]
  if (expected.own !== undefined) found.push(['own', expected.own, mentions.ownUnit?.level ?? ''])
  if (expected.numbers !== undefined)
    found.push(['numbers', show(expected.numbers), show(mentions.numbers.map(showNumber))])
  if (expected.verdict !== undefined) found.push(['verdict', expected.verdict, mentions.verdict ?? ''])
  if (expected.freeText !== undefined) found.push(['text', expected.freeText, mentions.freeText ?? ''])
  const wrong = found
    .filter(([, wanted, got]) => wanted !== got)
    .map(([slot, wanted, got]) => `${slot} ${wanted || '–'} ≠ ${got || '–'}`)
  return [...wrong, ...targetFaults(expected.target, mentions)]
}

/** The first reading has to be one of those that are meant, and all of those have to be among the readings. */
function targetFaults(expected: Measured['target'], { targets }: Mentions): string[] {
  const [target] = targets
  if (expected === undefined)
    return target === undefined ? [] : [`target – ≠ ${target.kind} ${show(target.readings.map(({ code }) => code))}`]
  const readings = target?.readings.map(({ set, code }) => [code, `${code}@${set}`]) ?? []
  const meant = (reading: string[] | undefined): boolean =>
    reading?.some((form) => expected.codes.includes(form)) === true
  const all = expected.codes.every((code) => readings.some((forms) => forms.includes(code)))
  if (target?.kind === expected.kind && all && meant(readings[0])) return []
  return [
    `target ${expected.kind} ${show(expected.codes)} ≠ ${target?.kind ?? '–'} ${show(readings.map(([, long]) => long ?? ''))}`,
  ]
}

function show(values: readonly (string | string[])[]): string {
  return values
    .map((value) => (typeof value === 'string' ? value : value.toSorted().join('+')))
    .toSorted()
    .join(' ')
}

/** A number in short: `150/210`, `85%`, `62.5 trieu dong`. */
export function showNumber(number: NumberMention): string {
  if (number.kind === 'fraction') return `${number.part}/${number.whole}`
  if (number.kind === 'percent') return `${number.value}%`
  return number.unit === undefined ? String(number.value) : `${number.value} ${number.unit}`
}
