import { z } from 'zod'
import type { Reply, Turn } from '../command/command.ts'
import { defineForm, type Heard, type Step } from '../command/form.ts'
import { mayAnywhere } from '../replies/own-communes.ts'
import { lastTold } from '../store/last-told.ts'
import { findUnits } from '../store/units.ts'
import { day } from '../wording/figures.ts'
import { capitalised, unitName } from '../wording/names.ts'
import { looksLikeMore, looksLikeReport } from '../language/looks-like-report.ts'
import { isNews, planOf, unitsFor, type Answers } from './plan.ts'
import { planLines } from './plan-words.ts'
import { record } from './record.ts'
import { keepText, readKept, reportsIn, shortHash, textIn } from './source.ts'

/** A text that was kept, what has to be asked of it, and what stood when it was shown. */
const textShape = z.strictObject({
  sha256: z.string(),
  mime: z.string(),
  /** The communes that one of its reports may be about, where they are several; null where it is clear. */
  among: z.array(z.string()).nullable(),
  noDate: z.boolean(),
  /** The sets that one of its reports may be of, where it tells none. */
  noSet: z.boolean(),
  /** All communes it may be about, and the mark of what was told of them. */
  units: z.array(z.string()),
  mark: z.string(),
})
type TextValue = z.infer<typeof textShape>

/** What the officer said the source is; else the text itself, and the day that it came. */
const sourceShape = z.union([z.strictObject({ said: z.string() }), z.strictObject({ sent: z.iso.date() })])

type ReadValues = {
  text: TextValue
  unit?: string
  asOf?: string
  set?: string
  source: z.infer<typeof sourceShape>
}

type FormTurn = Turn<never>

/** Reads a report that was pasted or sent, shows what it says, and records it once that is confirmed. */
export const readReportForm = defineForm<ReadValues>({
  version: 1,
  steps: [textStep(), unitStep(), dayStep(), setStep(), sourceStep()],
  async confirm(turn, values) {
    const reading = await readKept(turn, values.text)
    if (!reading) return turn.say('read-lost')
    const plan = await planOf(turn, reading.reports, answersOf(values))
    const lines = await planLines(turn, plan, sourceOf(turn, values))
    return [
      turn.say('read-check'),
      ...lines,
      turn.say(
        plan.planned.some(isNews) ? 'read-more' : plan.planned.length > 0 ? 'read-no-news' : 'read-nothing-to-record',
      ),
    ].join('\n')
  },
  submit,
})

function sourceOf({ say }: FormTurn, { source, text }: ReadValues): string {
  return 'said' in source ? source.said : say('read-source-presumed', { day: day(source.sent), hash: shortHash(text) })
}

function answersOf({ unit, asOf, set }: Partial<ReadValues>): Answers {
  return { unit, asOf, set }
}

function textStep(): Step<ReadValues, 'text'> {
  return {
    name: 'text',
    label: 'read-label-text',
    value: textShape,
    takesAnyText: true,
    goesOn: true,
    ask: ({ say }) => ({ text: say('read-ask-text') }),
    async parse(turn, values) {
      const heard = await hearText(turn, values)
      // What is asked for is a report: a short one, or none, is said to be none.
      return heard ?? (turn.text.length > 20 ? keptText(turn, turn.text) : undefined)
    },
    hear: hearText,
    heard: 'read-joined',
  }
}

async function hearText(turn: FormTurn, { text: before }: Partial<ReadValues>): Promise<Heard<TextValue>> {
  const { files, text, say } = turn
  const [file] = files
  if (file?.kind === 'refused') return { problem: say(`file-${file.why}`) }
  if (file) return valueOf(turn, file)
  if (before === undefined) return looksLikeReport(text) ? keptText(turn, text) : undefined
  if (!looksLikeMore(text)) return undefined
  // Zalo cuts a long text into several messages: what is pasted while the first waits belongs to it.
  const first = await textIn(turn, before)
  if (!first.ok || first.text.includes(text.normalize('NFC').trim())) return undefined
  return keptText(turn, `${first.text}\n${text}`)
}

/** What a message, or a text that was sent before, is heard to say. */
export async function heardText(turn: FormTurn, before?: { sha256: string; mime: string }): Promise<Heard<TextValue>> {
  return before ? valueOf(turn, before) : hearText(turn, {})
}

async function keptText(turn: FormTurn, text: string): Promise<Heard<TextValue>> {
  return valueOf(turn, await keepText(turn, text))
}

async function valueOf(turn: FormTurn, kept: { sha256: string; mime: string }): Promise<Heard<TextValue>> {
  const { say, db } = turn
  const read = await textIn(turn, kept)
  if (!read.ok) return { problem: say(read.why === 'too-long' ? 'read-too-long' : 'read-unreadable') }
  const reading = reportsIn(turn, read.text)
  if (reading.reports.length === 0) return { problem: say('read-nothing') }
  // Whose commune it is needs no answer: what one may not record is read out, and not confirmed.
  const plan = await planOf(turn, reading.reports, {})
  if (plan.left.every(({ why }) => why === 'not-yours' || why === 'unknown-unit') && plan.planned.length === 0) {
    const lines = await planLines(turn, plan, '')
    return { problem: [say('read-check'), ...lines, say('read-nothing-to-record')].join('\n') }
  }
  const about = await Promise.all(reading.reports.map((report) => unitsFor(turn, report)))
  const among = about.find((units) => units.length > 1)?.map(({ id }) => id) ?? null
  const units = [...new Set(about.flat().map(({ id }) => id))]
  return {
    value: {
      sha256: kept.sha256,
      mime: kept.mime,
      among,
      noDate: reading.reports.some(({ date }) => date === null),
      noSet: reading.reports.some(({ set }) => set === null),
      units,
      mark: await lastTold(db, units),
    },
  }
}

function unitStep(): Step<ReadValues, 'unit'> {
  const options = async ({ db, say }: FormTurn, { text }: Partial<ReadValues>) =>
    (await findUnits(db, text?.among ?? [])).map((unit) => ({
      label: capitalised(unitName(say, unit)),
      value: unit.id,
    }))
  return {
    name: 'unit',
    label: 'result-label-unit',
    value: z.string(),
    wanted: ({ text }) => text?.among !== null,
    ask: async (turn, values) => ({ text: turn.say('read-ask-unit'), options: await options(turn, values) }),
    async parse(turn, values) {
      const named = turn.mentions.units.flatMap(({ ids }) => ids)
      const fits = (await options(turn, values)).filter(({ value }) => named.includes(value))
      if (fits.length > 1) return { among: fits }
      return fits[0] && { value: fits[0].value }
    },
  }
}

function dayStep(): Step<ReadValues, 'asOf'> {
  return {
    name: 'asOf',
    label: 'result-label-day',
    value: z.iso.date(),
    wanted: ({ text }) => text?.noDate === true,
    ask: ({ say, today }) => ({ text: say('result-ask-day'), options: [{ label: day(today), value: today }] }),
    parse({ mentions, today, say }) {
      const [date] = mentions.dates
      if (!date) return undefined
      if (date.from > today) return { problem: say('result-day-to-come', { day: day(date.from) }) }
      return { value: date.to > today ? today : date.to }
    },
  }
}

function setStep(): Step<ReadValues, 'set'> {
  return {
    name: 'set',
    label: 'read-label-set',
    value: z.string(),
    wanted: ({ text }) => text?.noSet === true,
    ask: ({ say, catalogs }) => ({
      text: say('read-ask-set'),
      options: catalogs
        .all()
        .filter(({ level }) => level === 'xa')
        .map(({ id, short_name }) => ({ label: short_name, value: id })),
    }),
    parse: ({ mentions }) => {
      const [set] = mentions.sets
      return set === undefined ? undefined : { value: set }
    },
  }
}

const LONGEST_SOURCE = 300

function sourceStep(): Step<ReadValues, 'source'> {
  return {
    name: 'source',
    label: 'result-label-source',
    value: sourceShape,
    takesAnyText: true,
    presumed: ({ today }) => ({ sent: today }),
    ask: ({ say }) => ({ text: say('result-ask-source') }),
    parse: ({ text }) => {
      const said = text
        .normalize('NFC')
        .replace(/^\s*nguồn\s*(?:là|:)?\s*/iu, '')
        .trim()
      return said === '' ? undefined : { value: { said: capitalised(said).slice(0, LONGEST_SOURCE) } }
    },
    hear: ({ text }) => {
      const said = /^\s*nguồn\s*(?:là|:)\s*(\S.*)$/isu.exec(text.normalize('NFC'))?.[1]
      return said === undefined ? undefined : { value: { said: capitalised(said.trim()).slice(0, LONGEST_SOURCE) } }
    },
  }
}

/** Records what was shown: all of it in the turn's transaction, or, where something was told since, nothing. */
async function submit(turn: FormTurn, values: ReadValues): Promise<Reply> {
  const { say, db } = turn
  if (!mayAnywhere(turn, 'set-status')) return { text: say('read-no-right') }
  const reading = await readKept(turn, values.text)
  if (!reading) return { text: say('read-lost') }
  if ((await lastTold(db, values.text.units)) !== values.text.mark)
    return {
      text: say('read-changed'),
      choices: [
        {
          label: say('read-again'),
          ask: { command: 'read-report', subject: `${values.text.sha256} ${values.text.mime}` },
        },
      ],
    }
  const plan = await planOf(turn, reading.reports, answersOf(values))
  if (!plan.planned.some(isNews)) return { text: say('read-nothing-to-record') }
  const told = await record(turn, plan.planned, sourceOf(turn, values), values.text)
  return { text: say('read-done', { ...told, hash: shortHash(values.text) }) }
}
