/**
 * `npm run bench:language`: how much is understood, how fast, and beside it a bag of words and node-nlp on the same sentences.
 * `-- --intents DIR` measures the learner on a public set as well: `train`, `dev` and `test` folders of `seq.in` and `label`.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { fold, hash } from '../src/language/fold.ts'
import { FOLLOW_UPS } from '../src/language/follow-ups.ts'
import { createLanguage, learn } from '../src/language/language.ts'
import { packLearnt, unpackLearnt } from '../src/language/learnt.ts'
import { classify, train, type Example } from '../src/language/learner.ts'
import { fit, predict } from '../src/language/linear-model.ts'
import type { LexiconPerson, LexiconUnit } from '../src/language/meaning.ts'
import { outside } from '../src/language/outside.ts'
import { commandOf, faults, measuringSet } from '../test/language/measure.ts'
import { taught } from '../test/language/taught.ts'
import { nationalSets, people, units } from '../test/language/world.ts'
import { machine } from './machine.ts'
import { figures } from './table.ts'

const TODAY = '2026-11-23'
const COMMUNES = 3_500
const PEOPLE = 100_000
const ROUNDS = 20

const { values: options } = parseArgs({ options: { intents: { type: 'string' } } })

/** Microseconds of each call; the first round is not counted. */
function timed(run: (text: string) => void): number[] {
  const times: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { text } of measuringSet) {
      const start = performance.now()
      run(text)
      if (round > 0) times.push((performance.now() - start) * 1000)
    }
  }
  return times.toSorted((a, b) => a - b)
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.floor(sorted.length * share)] ?? NaN
const percent = (right: number, all: number): string => `${figures((100 * right) / all, 1)} %`

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)].join('\n')
}

/** A country's communes and people, made up from syllables that names are made of. */
function country(): { units: LexiconUnit[]; people: LexiconPerson[] } {
  const first = 'An Bình Đông Tân Phú Hòa Xuân Trung Minh Kim Thanh Yên Vĩnh Long Mỹ Hải Nghĩa Đại Tam Liên'.split(' ')
  const second =
    'Lương Sơn An Tiến Lộc Thủy Hà Phong Thạnh Đức Trường Phú Hưng Thành Hiệp Khê Lâm Giang Lạc Điền'.split(' ')
  const third = ['', ' Đông', ' Tây', ' Thượng', ' Hạ', ' Trung', ' Nam', ' Bắc', ' Nhất']
  const family = 'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý'.split(' ')
  const middle = 'Văn Thị Đức Minh Hữu Ngọc Thanh Quang Xuân Kim'.split(' ')
  const pick = (list: readonly string[], number: number): string => list[Math.floor(number) % list.length] ?? ''
  return {
    units: Array.from({ length: COMMUNES }, (_, i) => ({
      id: `c${i}`,
      name: `${pick(first, i)} ${pick(second, i / 20)}${pick(third, i / 400)}`,
      level: 'xa' as const,
      aliases: [],
    })),
    people: Array.from({ length: PEOPLE }, (_, i) => ({
      id: `p${i}`,
      name: `${pick(family, i)} ${pick(middle, i / 16)} ${pick(second, i / 160)} ${pick(first, i / 3200)}`,
    })),
  }
}

interface Rival {
  name: string
  /** The command, `unknown` or `followUp`. */
  answer: (text: string) => string | Promise<string>
  readyMs: number
}

const examples: Example[] = [
  ...taught.flatMap(({ name, sentences }) => sentences.map((text) => ({ text, label: name }))),
  ...FOLLOW_UPS.map((text) => ({ text, label: 'followUp' })),
  ...outside.map((text) => ({ text, label: 'unknown' })),
]

/** Logistic regression over folded words, nothing else. */
function bagOfWords(): Rival {
  const start = performance.now()
  const wordsOf = (text: string): Int32Array =>
    Int32Array.from(new Set((fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => hash(word))))
  const model = fit(
    examples.map(({ text }) => wordsOf(text)),
    examples.map(({ label }) => label),
  )
  const answer = (text: string): string => {
    const probabilities = predict(model, wordsOf(text))
    return model.labels[probabilities.indexOf(Math.max(...probabilities))] ?? ''
  }
  return { name: 'bag of words', answer, readyMs: performance.now() - start }
}

interface NlpManager {
  addDocument(language: string, text: string, intent: string): void
  train(): Promise<void>
  process(language: string, text: string): Promise<{ intent: string }>
}

/** node-nlp, installed for this run alone; undefined where it cannot be. */
async function nodeNlp(folder: string): Promise<Rival | undefined> {
  try {
    execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--silent', 'node-nlp@4'], {
      stdio: 'ignore',
    })
  } catch {
    console.error('node-nlp could not be installed: it is left out.')
    return undefined
  }
  const { NlpManager } = createRequire(join(folder, 'node_modules/'))('node-nlp') as {
    NlpManager: new (settings: object) => NlpManager
  }
  const start = performance.now()
  const manager = new NlpManager({ languages: ['vi'], forceNER: false, autoSave: false, nlu: { log: false } })
  for (const { text, label } of examples) manager.addDocument('vi', text, label)
  await manager.train()
  const readyMs = performance.now() - start
  return {
    name: 'node-nlp',
    readyMs,
    answer: async (text) => (await manager.process('vi', text)).intent.replace('None', 'unknown'),
  }
}

async function rivalRow({ name, answer, readyMs }: Rival): Promise<string[]> {
  const answers = new Map<string, string>()
  const times: number[] = []
  for (let round = 0; round < 3; round++) {
    for (const { text } of measuringSet) {
      const start = performance.now()
      answers.set(text, await answer(text))
      if (round > 0) times.push((performance.now() - start) * 1000)
    }
  }
  const right = (inside: boolean): string => {
    const cases = measuringSet.filter(({ way }) => (way === 'outside') !== inside)
    return percent(cases.filter(({ text, command }) => answers.get(text) === command).length, cases.length)
  }
  times.sort((a, b) => a - b)
  return [name, right(true), '–', right(false), figures(at(times, 0.5)), figures(at(times, 0.99)), figures(readyMs)]
}

function publicSet(folder: string): string {
  const part = (name: string): Example[] => {
    const read = (file: string): string[] =>
      readFileSync(join(folder, name, file), 'utf8')
        .trim()
        .split('\n')
    const labels = read('label')
    return read('seq.in').map((text, i) => ({ text, label: labels[i] ?? '' }))
  }
  const start = performance.now()
  const model = train([...part('train'), ...(existsSync(join(folder, 'dev')) ? part('dev') : [])])
  const ready = performance.now() - start
  const test = part('test')
  const begun = performance.now()
  const right = test.filter(({ text, label }) => classify(model, text)[0]?.label === label).length
  const each = ((performance.now() - begun) * 1000) / test.length
  return `public set: ${percent(right, test.length)} of ${test.length} right, ${figures(each)} µs each, trained in ${figures(ready)} ms`
}

/** What lives on after a collection: heap and buffers. */
function keptBytes(): number {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

const lexicon = country()
const sets = nationalSets()
const data = {
  units: [...units, ...lexicon.units],
  people: [...people, ...lexicon.people],
  sets,
  commands: taught,
  outside,
}
// As the program starts: it learns once after an installation or an upgrade, and from then on reads what it has learnt.
const begun = performance.now()
const packed = packLearnt(learn(data))
const learntMs = performance.now() - begun
const before = keptBytes()
const start = performance.now()
const language = createLanguage(data, unpackLearnt(packed))
const readyMs = performance.now() - start
const kept = keptBytes() - before
const times = timed((text) => language.understand(text, TODAY))

// Accuracy is measured in the small world that the set was written for.
const world = createLanguage({ units, people, sets, commands: taught, outside })
const results = measuringSet.map((expected) => {
  const understanding = world.understand(expected.text, TODAY)
  return { expected, got: commandOf(understanding), wrong: faults(expected, understanding).length > 0 }
})
const byWay = Map.groupBy(results, ({ expected }) => expected.way)
const byCommand = Map.groupBy(results, ({ expected }) => expected.command)
const inside = results.filter(({ expected }) => expected.way !== 'outside')
const outsiders = byWay.get('outside') ?? []
const count = (list: typeof results, right: (result: (typeof results)[number]) => boolean): string =>
  percent(list.filter(right).length, list.length)

console.log(
  `${machine()}\n\n${measuringSet.length} sentences, ${outsiders.length} of them not for the bot; ${examples.length} taught\n`,
)
console.log(
  table([
    ['way of writing', 'sentences', 'intent', 'intent and slots'],
    ...[...byWay].map(([way, list]) => [
      way,
      String(list.length),
      count(list, ({ expected, got }) => got === expected.command),
      count(list, ({ wrong }) => !wrong),
    ]),
  ]),
)
console.log(
  `\n${table([
    ['intent', 'sentences', 'right', 'taken for'],
    ...[...byCommand].map(([command, list]) => {
      const others = Map.groupBy(
        list.filter(({ got }) => got !== command),
        ({ got }) => got,
      )
      return [
        command,
        String(list.length),
        count(list, ({ got }) => got === command),
        [...others].map(([got, { length }]) => `${got} ${length}`).join(', '),
      ]
    }),
  ])}`,
)

const folder = mkdtempSync(join(tmpdir(), 'ntm-nlp-'))
try {
  const rivals = [bagOfWords(), await nodeNlp(folder)].filter((rival) => rival !== undefined)
  console.log(
    `\n${table([
      ['', 'intent', 'intent and slots', 'outside refused', 'median µs', 'p99 µs', 'ready ms'],
      [
        'this',
        count(inside, ({ expected, got }) => got === expected.command),
        count(inside, ({ wrong }) => !wrong),
        count(outsiders, ({ wrong }) => !wrong),
        figures(at(times, 0.5)),
        figures(at(times, 0.99)),
        figures(readyMs),
      ],
      ...(await Promise.all(rivals.map(rivalRow))),
    ])}`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(
  `\nready in ${figures(readyMs)} ms with ${figures(COMMUNES)} communes and ${figures(PEOPLE)} people in the lexicon, ${figures(kept / 1e6)} MB kept (aims: 500 ms, 60 MB); the first start learns for ${figures(learntMs)} ms before`,
)
if (options.intents !== undefined) console.log(publicSet(options.intents))
