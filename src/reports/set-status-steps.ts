import type { Turn } from '../command/command.ts'
import type { Heard, Option, Step } from '../command/form.ts'
import { fold } from '../language/fold.ts'
import { may } from '../people/permissions.ts'
import { namedIndicators } from '../replies/named-indicators.ts'
import { shortIndicator } from '../replies/standing.ts'
import { thresholdLine } from '../replies/threshold.ts'
import { currentStatuses, standingsOf } from '../store/figures.ts'
import type { Unit } from '../store/units.ts'
import { day } from '../wording/figures.ts'
import { capitalised, unitName } from '../wording/names.ts'
import { readFigure, type Figure } from './figure.ts'
import { figureSaid, problemSaid } from './figure-words.ts'
import { namedUnits, ownCommunes } from '../replies/own-communes.ts'
import { findUnit, setShapes, subjectFor, type SetValues, type Subject } from './set-status-values.ts'
import { indicatorOf } from './values.ts'

type Values = Partial<SetValues>
type FormTurn = Turn<never>

const MOST_OPTIONS = 25

export const unitStep: Step<SetValues, 'unit'> = {
  name: 'unit',
  label: 'result-label-unit',
  value: setShapes.unit,
  async ask(turn) {
    const options = (await ownCommunes(turn, 'set-status')).map((unit) => unitOption(turn, unit))
    return { text: turn.say('result-ask-unit'), options: options.slice(0, MOST_OPTIONS) }
  },
  parse: (turn) => hearUnit(turn),
  async hear(turn, values) {
    const heard = await hearUnit(turn)
    if (heard || values.unit !== undefined) return heard
    const [only, ...others] = await ownCommunes(turn, 'set-status')
    return only && others.length === 0 ? { value: only.id } : undefined
  },
}

async function hearUnit(turn: FormTurn): Promise<Heard<string>> {
  const { say, speaker } = turn
  const named = await namedUnits(besideSource(turn), 'set-status')
  const communes = named.filter(({ level }) => level === 'xa')
  const own = communes.filter((unit) => may(speaker, 'set-status', unit))
  if (own.length > 1) return { among: own.map((unit) => unitOption(turn, unit)) }
  if (own[0]) return { value: own[0].id }
  if (communes[0]) return { problem: say('result-not-yours', { unit: unitName(say, communes[0]) }) }
  const village = named.find(({ level }) => level === 'thon')
  return village ? { problem: say('result-communes-only', { unit: unitName(say, village) }) } : undefined
}

function unitOption({ say }: FormTurn, unit: Unit): Option<string> {
  return { label: capitalised(unitName(say, unit)), value: unit.id }
}

export const indicatorStep: Step<SetValues, 'indicator'> = {
  name: 'indicator',
  label: 'result-label-indicator',
  picks: true,
  value: setShapes.indicator,
  async ask(turn, values) {
    return { text: turn.say('result-ask-indicator'), options: await openIndicators(turn, values) }
  },
  said: ({ catalogs }, { indicator }) => {
    const set = indicator && catalogs.get(indicator.set)
    return set && shortIndicator(set, indicator.code)
  },
  parse: hearIndicator,
  hear: hearIndicator,
}

async function hearIndicator(turn: FormTurn, values: Values): Promise<Heard<Subject>> {
  const { catalogs, say } = turn
  const { mentions } = besideSource(turn)
  const [mention] = mentions.targets
  if (!mention) return undefined
  const unit = await findUnit(turn, values.unit)
  const tracked = unit ? (await standingsOf(turn.db, unit.id)).map(({ set_id }) => set_id) : []
  const wanted = mentions.sets.length > 0 ? mentions.sets : tracked
  const inSets = mention.readings.filter(({ set }) => wanted.includes(set))
  const readings = inSets.length > 0 ? inSets : mention.readings
  const named = readings.flatMap(({ set: id, code }) => {
    const set = catalogs.get(id)
    return set ? namedIndicators({ kind: mention.kind, set, code }) : []
  })
  const subjects = await subjectsOf(
    turn,
    unit,
    named.map(({ set, indicator }) => ({ set: set.id, code: indicator.code })),
  )
  const [only] = subjects
  if (!only) return { problem: say('target-unknown', { name: mention.text }) }
  return subjects.length === 1 ? { value: only } : { among: subjects.map((each) => subjectOption(turn, each)) }
}

async function subjectsOf(
  turn: FormTurn,
  unit: Unit | undefined,
  refs: readonly { set: string; code: string }[],
): Promise<Subject[]> {
  const year = Number(turn.today.slice(0, 4))
  const found = await Promise.all(
    refs.slice(0, MOST_OPTIONS).map(({ set, code }) => subjectFor(turn, unit, set, code, year)),
  )
  return found.flatMap((subject) => subject ?? [])
}

/** What the commune has not met comes first: that is what changes. */
async function openIndicators(turn: FormTurn, { unit: id }: Values): Promise<Option<Subject>[]> {
  const unit = await findUnit(turn, id)
  if (!unit) return []
  const refs: { set: string; code: string }[] = []
  for (const { set_id } of await standingsOf(turn.db, unit.id))
    for (const { indicator, state } of await currentStatuses(turn.db, unit.id, set_id))
      if (state === 'unmet' || state === 'unassessed') refs.push({ set: set_id, code: indicator })
  return (await subjectsOf(turn, unit, refs)).map((subject) => subjectOption(turn, subject))
}

function subjectOption(turn: FormTurn, subject: Subject): Option<Subject> {
  const { set } = indicatorOf(turn, subject)
  return { label: `${shortIndicator(set, subject.code)} (${set.short_name})`, value: subject }
}

export const figureStep: Step<SetValues, 'figure'> = {
  name: 'figure',
  label: 'result-label-figure',
  value: setShapes.figure,
  said: (turn, { indicator, figure }) =>
    indicator && figure ? figureSaid(turn.say, indicatorOf(turn, indicator).indicator, figure) : undefined,
  wanted: ({ indicator, verdict }) => indicator?.measured === true && verdict !== 'not_applicable',
  async ask(turn, { indicator: subject, unit }) {
    const { say, today } = turn
    if (!subject) return { text: say('result-ask-indicator') }
    const { indicator } = indicatorOf(turn, subject)
    const threshold = thresholdLine(say, indicator, await findUnit(turn, unit), Number(today.slice(0, 4)))
    const key = indicator.unit === '%' ? 'result-ask-share' : 'result-ask-amount'
    return {
      text: [
        say('result-about', { code: subject.code, name: indicator.name }),
        threshold,
        say(key, { unit: indicator.unit }),
      ].join('\n'),
      options: [{ label: say('dialog-skip'), value: null }],
    }
  },
  parse: (turn, values) => hearFigure(turn, values, true),
  hear: (turn, values) => hearFigure(turn, values, false),
}

/** A number alone is a figure where one is asked for, though it may look like an indicator's code. */
const BARE_NUMBER = /^\d+(?:[.,]\d+)?$/

async function hearFigure(turn: FormTurn, values: Values, asked: boolean): Promise<Heard<Figure | null>> {
  const { say } = turn
  const { text, mentions } = besideSource(turn)
  if (!values.indicator?.measured) return undefined
  const { indicator } = indicatorOf(turn, values.indicator)
  if (asked && /^(khong co|chua co|khong ro|chua ro)( so lieu| con so)?$/.test(fold(text).trim()))
    return { value: null }
  const bare = asked && BARE_NUMBER.test(text.trim()) ? text.trim() : undefined
  const number = { kind: 'percent' as const, value: Number((bare ?? '').replace(',', '.')), text: bare ?? '' }
  const numbers = bare ? [indicator.unit === '%' ? number : { ...number, kind: 'amount' as const }] : mentions.numbers
  const unit = await findUnit(turn, values.unit)
  const heard = readFigure(
    indicator,
    text,
    { ...mentions, numbers },
    {
      before: values.figure ?? undefined,
      households: unit?.households ?? undefined,
      asked,
    },
  )
  if (!heard) return undefined
  return 'figure' in heard ? { value: heard.figure } : { problem: problemSaid(say, heard.problem) }
}

export const verdictStep: Step<SetValues, 'verdict'> = {
  name: 'verdict',
  label: 'result-label-verdict',
  value: setShapes.verdict,
  wanted: ({ indicator, figure }) => !(indicator?.decides && figure),
  async ask(turn, { indicator: subject, unit }) {
    const { say, today } = turn
    const commune = await findUnit(turn, unit)
    const asked = say('result-ask-verdict', { code: subject?.code ?? '', unit: commune ? unitName(say, commune) : '' })
    const threshold = subject
      ? [thresholdLine(say, indicatorOf(turn, subject).indicator, commune, Number(today.slice(0, 4)))]
      : []
    return {
      text: [...threshold, asked].join('\n'),
      options: [
        { label: say('state-met'), value: 'met' },
        { label: say('state-unmet'), value: 'unmet' },
        { label: say('state-not_applicable'), value: 'not_applicable' },
      ],
    }
  },
  parse: hearVerdict,
  hear: hearVerdict,
}

function hearVerdict(turn: FormTurn): Heard<SetValues['verdict']> {
  const { text, mentions } = besideSource(turn)
  if (/\bkhong ap dung\b/.test(fold(text))) return { value: 'not_applicable' }
  return mentions.verdict ? { value: mentions.verdict } : undefined
}

const SOURCE =
  /(?:^|[\s,.;(])(?:nguồn(?: số liệu)?|nguon(?: so lieu)?|theo|căn cứ|can cu)(?:\s+(?:là|la|từ|tu))?\s*[:–-]?\s+(?<source>\S.*?)\s*[).]?$/isu
const LONGEST_SOURCE = 300

/** The message without the words that name the source, which say nothing of the rest: "chưa đạt, nguồn báo cáo xã Đông". */
function besideSource(turn: FormTurn): FormTurn {
  const text = turn.text.normalize('NFC')
  const rest = text.replace(SOURCE, '').trim()
  if (rest === text || rest === '') return turn
  return { ...turn, text: rest, mentions: turn.language.understand(rest, turn.today).mentions }
}

export const sourceStep: Step<SetValues, 'source'> = {
  name: 'source',
  label: 'result-label-source',
  value: setShapes.source,
  takesAnyText: true,
  ask: ({ say }) => ({
    text: say('result-ask-source'),
    options: [{ label: say('result-source-own'), value: say('result-source-own') }],
  }),
  parse({ text }) {
    const said = text.normalize('NFC').trim()
    const named = SOURCE.exec(said)
    // "Theo niên giám thống kê": the words before the source are no part of it.
    const source = named?.index === 0 ? named.groups?.['source'] : said
    return source ? { value: capitalised(source).slice(0, LONGEST_SOURCE) } : undefined
  },
  hear({ text }) {
    const source = SOURCE.exec(text.normalize('NFC'))?.groups?.['source']
    return source ? { value: capitalised(source).slice(0, LONGEST_SOURCE) } : undefined
  },
}

/** Today, unless another day is said; asked only where that day cannot be taken. */
export const dayStep: Step<SetValues, 'asOf'> = {
  name: 'asOf',
  label: 'result-label-day',
  value: setShapes.asOf,
  ask: ({ say, today }) => ({
    text: say('result-ask-day'),
    options: [{ label: day(today), value: today }],
  }),
  parse: hearDay,
  hear: (turn, values) => hearDay(turn) ?? (values.asOf === undefined ? { value: turn.today } : undefined),
}

function hearDay({ mentions, today, say }: FormTurn): Heard<string> {
  const [date] = mentions.dates
  if (!date) return undefined
  if (date.from > today) return { problem: say('result-day-to-come', { day: day(date.from) }) }
  return { value: date.to > today ? today : date.to }
}
