import type { Turn } from '../command/command.ts'
import type { Heard, Option, Step } from '../command/form.ts'
import { fold } from '../language/fold.ts'
import { shortIndicator } from '../replies/standing.ts'
import { thresholdLine } from '../replies/threshold.ts'
import { currentStatuses, standingsOf } from '../store/figures.ts'
import { findReport, recentIndicators } from '../store/reports.ts'
import { namedUnits } from '../replies/own-communes.ts'
import { findUnits, type Unit } from '../store/units.ts'
import { unitName } from '../wording/names.ts'
import { countsHouseholds, kindOf, readFigure, type Figure } from './figure.ts'
import { figureOf, figureSaid, problemSaid } from './figure-words.ts'
import { communeOf, ownVillages } from './places.ts'
import { indicatorOf, refTo, reportShapes, type IndicatorRef, type ReportValues } from './values.ts'

type Values = Partial<ReportValues>
type FormTurn = Turn<never>

const MOST_OPTIONS = 25

export const unitStep: Step<ReportValues, 'unit'> = {
  name: 'unit',
  label: 'report-label-unit',
  value: reportShapes.unit,
  async ask(turn) {
    const villages = await ownVillages(turn)
    return {
      text: turn.say('report-ask-unit'),
      options: villages.map((unit) => ({ label: unitName(turn.say, unit), value: unit.id })),
    }
  },
  async parse(turn) {
    const heard = await hearUnit(turn, await ownVillages(turn))
    if (heard) return heard
    const words = fold(turn.text)
    const named = (await ownVillages(turn)).filter(({ name }) => words.includes(fold(name)))
    return named.length === 1 && named[0] ? { value: named[0].id } : undefined
  },
  async hear(turn, values) {
    const villages = await ownVillages(turn)
    const heard = await hearUnit(turn, villages)
    if (heard) return heard
    return values.unit === undefined && villages.length === 1 && villages[0] ? { value: villages[0].id } : undefined
  },
}

/** Of several units of one name, the speaker's own is meant. */
async function hearUnit(turn: FormTurn, villages: readonly Unit[]): Promise<Heard<string>> {
  const { say } = turn
  const named = await namedUnits(turn, 'submit-report')
  const own = villages.find(({ id }) => named.some((unit) => unit.id === id))
  if (own) return { value: own.id }
  const [other] = named.filter(({ level }) => level === 'thon')
  return other ? { problem: say('report-not-yours', { unit: unitName(say, other) }) } : undefined
}

export const indicatorStep: Step<ReportValues, 'indicator'> = {
  name: 'indicator',
  label: 'report-label-indicator',
  picks: true,
  value: reportShapes.indicator,
  async ask(turn, values) {
    return { text: turn.say('report-ask-indicator'), options: await likelyIndicators(turn, values) }
  },
  said: (turn, { indicator }) => indicator && optionOf(turn, indicator, true).label,
  async parse(turn, values) {
    return hearIndicator(turn, values)
  },
  async hear(turn, values) {
    return hearIndicator(turn, values)
  },
}

/** Words about the report itself, which also stand in the names of indicators. */
const NO_NAMES = new Set(['bao cao', 'cap nhat', 'so lieu', 'xac nhan', 'de nghi', 'gui'])

async function hearIndicator(turn: FormTurn, values: Values): Promise<Heard<IndicatorRef>> {
  const { catalogs, mentions, say } = turn
  const [mention, ...others] = mentions.targets.filter(({ text }) => !NO_NAMES.has(fold(text)))
  if (!mention) return undefined
  const named = mention.readings.filter(({ set, code }) => {
    const again = others.filter(({ kind }) => kind === mention.kind)
    return (
      again.length === 0 ||
      again.some(({ readings }) => readings.some((each) => each.set === set && each.code === code))
    )
  })
  const readings = named.length > 0 ? named : mention.readings
  const tracked = turn.sets.length > 0 ? turn.sets.map(({ id }) => id) : await trackedSets(turn, values)
  const inSets = readings.filter(({ set }) => tracked.includes(set))
  const refs = (inSets.length > 0 ? inSets : readings).flatMap(({ set, code }) => {
    const exact = refTo(turn, set, code)
    if (exact) return [exact]
    const listed = catalogs.criterion(set, Number(code))?.indicators ?? []
    return listed.flatMap((indicator) => refTo(turn, set, indicator.code) ?? [])
  })
  if (refs.length === 0) return { problem: say('target-unknown', { name: mention.text }) }
  if (refs.length === 1 && refs[0]) return { value: refs[0] }
  return { among: refs.slice(0, MOST_OPTIONS).map((ref) => optionOf(turn, ref, true)) }
}

/** The sets that the village's commune has figures on; before a village is chosen, those of all that are one's own. */
async function trackedSets(turn: FormTurn, { unit }: Values): Promise<string[]> {
  const { db } = turn
  const villages = unit ? await findUnits(db, [unit]) : await ownVillages(turn)
  const communes = await Promise.all(villages.map((village) => communeOf(db, village)))
  const known = communes.filter((commune) => commune !== undefined)
  const standings = await Promise.all(known.map((commune) => standingsOf(db, commune.id)))
  return [...new Set(standings.flat().map(({ set_id }) => set_id))]
}

function optionOf(turn: FormTurn, ref: IndicatorRef, named: boolean): Option<IndicatorRef> {
  const { set } = indicatorOf(turn, ref)
  return { label: `${shortIndicator(set, ref.code)}${named ? ` (${set.short_name})` : ''}`, value: ref }
}

/** What the village reported on lately, then what the commune has not met: what a report is most likely about. */
async function likelyIndicators(turn: FormTurn, values: Values): Promise<Option<IndicatorRef>[]> {
  const { db } = turn
  const [village] = values.unit ? await findUnits(db, [values.unit]) : []
  if (!village) return []
  const recent = await recentIndicators(db, village.id, 3)
  const known = recent.flatMap(({ set_id, indicator }) => refTo(turn, set_id, indicator) ?? [])
  const commune = await communeOf(db, village)
  const standings = commune ? await standingsOf(db, commune.id) : []
  for (const { set_id, unit_id } of standings) {
    const statuses = await currentStatuses(db, unit_id, set_id)
    const unmet = new Set(statuses.filter(({ state }) => state === 'unmet').map(({ indicator }) => indicator))
    const codes = (turn.catalogs.get(set_id)?.criteria ?? []).flatMap(({ indicators }) =>
      indicators.map(({ code }) => code),
    )
    known.push(...codes.filter((code) => unmet.has(code)).flatMap((code) => refTo(turn, set_id, code) ?? []))
  }
  const once = known.filter(
    (ref, at) => known.findIndex(({ set, code }) => set === ref.set && code === ref.code) === at,
  )
  return once.slice(0, MOST_OPTIONS).map((ref) => optionOf(turn, ref, standings.length > 1))
}

export const figureStep: Step<ReportValues, 'figure'> = {
  name: 'figure',
  label: 'report-label-figure',
  value: reportShapes.figure,
  async ask(turn, { indicator: ref, unit, corrects }) {
    const { say } = turn
    if (!ref) return { text: say('report-ask-figure-share') }
    const { indicator } = indicatorOf(turn, ref)
    const [village] = unit ? await findUnits(turn.db, [unit]) : []
    const about = [
      say('report-about', { code: ref.code, name: indicator.name }),
      thresholdLine(say, indicator, village, Number(turn.today.slice(0, 4))),
    ].join('\n')
    const old = await figureBefore(turn, { indicator: ref, corrects })
    const before = old ? [say('report-as-before', { figure: figureSaid(say, indicator, old) })] : []
    switch (kindOf(indicator)) {
      case 'verdict': {
        const options: Option<Figure>[] = [
          { label: say('state-met'), value: { kind: 'verdict', verdict: 'met' } },
          { label: say('state-unmet'), value: { kind: 'verdict', verdict: 'unmet' } },
        ]
        return { text: [about, say('report-ask-figure-verdict'), ...before].join('\n'), options }
      }
      case 'amount':
        return { text: [about, say('report-ask-figure-amount', { unit: indicator.unit }), ...before].join('\n') }
      case 'share': {
        const question = countsHouseholds(indicator) ? 'report-ask-figure-households' : 'report-ask-figure-share'
        return { text: [about, say(question), ...before].join('\n') }
      }
    }
  },
  said: (turn, { indicator, figure }) =>
    indicator && figure && figureSaid(turn.say, indicatorOf(turn, indicator).indicator, figure),
  parse: (turn, values) => hearFigure(turn, values, true),
  hear: (turn, values) => hearFigure(turn, values, false),
}

/** A number alone is a figure where one is asked for, though it may look like an indicator's code. */
const BARE_NUMBER = /^\d+(?:[.,]\d+)?$/

const AS_BEFORE = /^(?:(?:da|van|so) )*(?:nhu cu|nhu truoc|giu nguyen|khong doi|khong thay doi|so cu|the cu)\b/

/** Of a report that is corrected, its figure: often only the photo was missing. */
async function figureBefore(turn: FormTurn, { corrects, indicator: ref }: Values): Promise<Figure | undefined> {
  const report = corrects === undefined ? undefined : await findReport(turn.db, corrects)
  if (!report || !ref || report.set_id !== ref.set || report.indicator !== ref.code) return undefined
  return figureOf(indicatorOf(turn, ref).indicator, report)
}

async function hearFigure(turn: FormTurn, values: Values, asked: boolean): Promise<Heard<Figure>> {
  if (!values.indicator) return undefined
  const { indicator } = indicatorOf(turn, values.indicator)
  const [village] = values.unit ? await findUnits(turn.db, [values.unit]) : []
  const old = asked && AS_BEFORE.test(fold(turn.text)) ? await figureBefore(turn, values) : undefined
  if (old) return { value: old }
  const bare = asked && BARE_NUMBER.test(turn.text.trim()) ? turn.text.trim() : undefined
  const mentions = bare
    ? { ...turn.mentions, numbers: [{ kind: 'amount' as const, value: Number(bare.replace(',', '.')), text: bare }] }
    : turn.mentions
  const heard = readFigure(indicator, turn.text, mentions, {
    before: values.figure,
    households: village?.households ?? undefined,
    asked,
  })
  if (!heard) return undefined
  return 'figure' in heard ? { value: heard.figure } : { problem: problemSaid(turn.say, heard.problem) }
}
