import type { Turn } from '../command/command.ts'
import type { Heard, Option, Step } from '../command/form.ts'
import { countedFrom, nextAfter, type Days } from '../calendar/recurrence.ts'
import { HOME_ZONE, instantAt, localAt } from '../calendar/zone.ts'
import { fold } from '../language/fold.ts'
import { freeTextOf } from '../language/free-text.ts'
import type { ScheduleMention } from '../language/schedules.ts'
import { may, rolesThatMay } from '../people/permissions.ts'
import { unitOfChat } from '../store/chats.ts'
import { findUnits, type Unit } from '../store/units.ts'
import { capitalised, unitName } from '../wording/names.ts'
import { daysSaid, momentSaid, timeSaid } from './schedule-words.ts'
import { SCHEDULE_KINDS, type ScheduleKind } from './schedule.ts'
import { readPlainNotice } from './plain-notice.ts'
import { scheduleShapes, type DaysSaid, type ScheduleValues, type TimesSaid } from './schedule-values.ts'

type FormTurn = Turn<never>
type Values = Partial<ScheduleValues>

const SHORTEST_TEXT = 5
/** A notice may take several messages, but not a page. */
const LONGEST_TEXT = 3000
const USUAL_TIME = '07:30'
const MOST_OPTIONS = 25

export const kindStep: Step<ScheduleValues, 'kind'> = {
  name: 'kind',
  label: 'schedule-label-kind',
  value: scheduleShapes.kind,
  ask: ({ say }) => ({
    text: say('schedule-ask-kind'),
    options: SCHEDULE_KINDS.map((kind) => kindOption({ say }, kind)),
  }),
  parse: (turn) => hearKind(turn) ?? (/\bthong bao\b/.test(fold(turn.text)) ? { value: 'announcement' } : undefined),
  // Asking to see a digest in the middle makes no digest of an announcement.
  hear: (turn, { kind }) => (kind === undefined ? hearKind(turn) : undefined),
}

function kindOption({ say }: Pick<FormTurn, 'say'>, kind: ScheduleKind): Option<ScheduleKind> {
  return { label: say(`schedule-kind-${kind}`), value: kind }
}

const DIGEST = /\b(tien do|ban tin|td)\b/
const OVERDUE = /\b(qua|tre|cham) han\b/

/** What is to be announced, word for word: a text behind a colon may speak of anything, so it is no one's to understand. */
function quoted({ text }: FormTurn): string | undefined {
  return freeTextOf(text.normalize('NFC')).freeText
}

/** What a message asks to be sent, without a colon: where and when before it, then to whom, then the text. */
function plainly({ text, language, today, now }: FormTurn): { head: string; content: string } | undefined {
  const said = readPlainNotice(text)
  return said && language.schedule(said.head, today, localAt(now).time) ? said : undefined
}

function hearKind(turn: FormTurn): Heard<ScheduleKind> {
  const freeText = quoted(turn)
  const beside = fold(turn.text)
  // What is quoted is an announcement, unless it only names what is to be sent.
  if (freeText !== undefined && !/^(gui )?(ban tin|tien do|viec qua han|danh sach viec)/.test(fold(freeText)))
    return { value: 'announcement' }
  // Two schedules in one sentence: one is set at a time, and which day belongs to which is not guessed.
  if (OVERDUE.test(beside) && /\bgui\b.*\bgui\b/.test(beside) && DIGEST.test(beside))
    return { among: (['digest', 'overdue'] as const).map((kind) => kindOption(turn, kind)) }
  if (OVERDUE.test(beside)) return { value: 'overdue' }
  if (DIGEST.test(beside)) return { value: 'digest' }
  const announces =
    /\b(nhac|soan|moi hop|thong bao do)\b|\b(phut|tieng|gio) (ruoi )?nua\b.*\bthong bao\b/.test(beside) ||
    plainly(turn) !== undefined
  return announces ? { value: 'announcement' } : undefined
}

export const textStep: Step<ScheduleValues, 'text'> = {
  name: 'text',
  label: 'schedule-label-text',
  value: scheduleShapes.text,
  takesAnyText: true,
  quotes: true,
  wanted: ({ kind }) => kind === 'announcement',
  ask: ({ say }) => ({ text: say('schedule-ask-text') }),
  parse: (turn) => readText(turn, quoted(turn) ?? turn.text),
  hear(turn, { kind }) {
    const content = quoted(turn) ?? plainly(turn)?.content
    return kind === 'announcement' && content !== undefined ? readText(turn, content) : undefined
  },
}

function readText({ say }: FormTurn, written: string): Heard<string> {
  const text = written.normalize('NFC').trim()
  if (text.length < SHORTEST_TEXT) return { problem: say('schedule-text-short') }
  if (text.length > LONGEST_TEXT)
    return { problem: say('schedule-text-long', { length: text.length, most: LONGEST_TEXT }) }
  return { value: text }
}

export const daysStep: Step<ScheduleValues, 'days'> = {
  name: 'days',
  label: 'schedule-label-days',
  value: scheduleShapes.days,
  ask: (turn) => ({ text: turn.say('schedule-ask-days'), options: usualDays(turn) }),
  said: ({ say }, { days }) => days && daysSaid(say, days.on),
  parse: (turn, values) => hearDays(turn, values, mentionIn(turn)),
  hear: (turn, values) => hearDays(turn, values, mentionIn(turn)),
}

/** Whether a whole other schedule is asked for while one is being set: its days are not this one's. */
function anotherKind(turn: FormTurn, kind: ScheduleKind | undefined): boolean {
  if (!/^(?:bot oi |da )?(?:dat|hen|len|tao|them|cai) (?:lich|gio)\b/.test(fold(turn.text))) return false
  const heard = hearKind(turn)
  return heard !== undefined && 'value' in heard && heard.value !== kind
}

function usualDays({ say, today }: FormTurn): Option<DaysSaid>[] {
  const usual: Days[] = [
    { kind: 'weekly', every: 1, from: today, weekdays: [1] },
    { kind: 'weekly', every: 1, from: today, weekdays: [5] },
    { kind: 'dates', months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], dates: [1] },
    { kind: 'daily', every: 1, from: today },
  ]
  return usual.map((on) => ({ label: capitalised(daysSaid(say, on)), value: { on } }))
}

/** What a message says of when. A text that is to be sent says it only where it recurs: "họp giao ban 7h thứ hai hằng tuần". */
function mentionIn(turn: FormTurn): ScheduleMention | undefined {
  const { language, text, today, now } = turn
  const { time } = localAt(now)
  const freeText = quoted(turn)
  if (freeText === undefined) return language.schedule(plainly(turn)?.head ?? text, today, time)
  const beside = language.schedule(text.normalize('NFC').replace(freeText, ' '), today, time)
  if (beside?.on) return beside
  const inside = language.schedule(freeText, today)
  if (!inside?.on || inside.on.kind === 'once' || inside.or) return beside
  return beside && beside.times.length > 0 ? { ...inside, times: beside.times } : inside
}

function hearDays(turn: FormTurn, { kind, times }: Values, mention: ScheduleMention | undefined): Heard<DaysSaid> {
  const { say, now } = turn
  if (!mention?.on) return undefined
  const other = anotherKind(turn, kind)
  if (kind && other) return { problem: say('schedule-other', { kind: say(`schedule-kind-${kind}`).toLowerCase() }) }
  const said = mention.times.length > 0 ? mention.times : undefined
  const at = said ?? times?.times ?? [mention.usual]
  const value = (on: Days): DaysSaid => {
    const counted = countedFrom({ on, times: at }, now, HOME_ZONE).on
    return { on: counted, ...(said ? { times: said } : {}) }
  }
  const { on, or } = mention
  if (on.kind === 'once' && !nextAfter({ on, times: at }, now, HOME_ZONE)) {
    const moment = momentSaid(say, instantAt(on.day, at.at(-1) ?? USUAL_TIME), HOME_ZONE)
    return { problem: say('schedule-past', { moment }) }
  }
  // A digest that is scheduled for "thứ sáu" is sent each week; an announcement may well be meant once.
  if (or && kind === 'announcement')
    return { among: [on, or].map((each) => ({ label: capitalised(daysSaid(say, each)), value: value(each) })) }
  return { value: value(on) }
}

export const timesStep: Step<ScheduleValues, 'times'> = {
  name: 'times',
  label: 'schedule-label-times',
  value: scheduleShapes.times,
  ask: ({ say }) => ({
    text: say('schedule-ask-times'),
    options: ['07:00', USUAL_TIME, '08:00', '17:00'].map((time) => ({
      label: capitalised(timeSaid(say, time)),
      value: { times: [time], said: true },
    })),
  }),
  said: ({ say }, { times }) => times?.times.map((time) => timeSaid(say, time)).join(', '),
  parse: hearTimes,
  hear: hearTimes,
  presumed: () => ({ times: [USUAL_TIME], said: false }),
}

function hearTimes(turn: FormTurn, { times }: Values): Heard<TimesSaid> {
  const mention = mentionIn(turn)
  if (!mention) return undefined
  if (mention.times.length > 0) return { value: { times: mention.times, said: true } }
  // "Chiều thứ sáu" says a part of the day.
  const part = mention.usual !== USUAL_TIME && times?.said !== true
  return part ? { value: { times: [mention.usual], said: false } } : undefined
}

export const unitStep: Step<ScheduleValues, 'unit'> = {
  name: 'unit',
  label: 'schedule-label-unit',
  value: scheduleShapes.unit,
  async ask(turn) {
    const own = await ownUnits(turn)
    const options = own.filter(isLiving).map((unit) => unitOption(turn, unit))
    const [ended] = options.length === 0 ? own : []
    const text = ended ? endedSaid(turn, ended) : turn.say('schedule-ask-unit')
    return { text, options: options.slice(0, MOST_OPTIONS) }
  },
  parse: hearUnit,
  async hear(turn, values) {
    const heard = await hearUnit(turn)
    if (heard || values.unit !== undefined) return heard
    const group = turn.chat.kind === 'group' ? await unitOfChat(turn.db, turn.channel, turn.chat.id) : undefined
    const own = (await ownUnits(turn)).filter(isLiving)
    const [only] = own.length === 1 ? own : own.filter(({ id }) => id === group)
    return only && { value: only.id }
  },
}

async function hearUnit(turn: FormTurn): Promise<Heard<string>> {
  const { db, say, speaker } = turn
  const mentions = mentionsBeside(turn)
  const named = await findUnits(
    db,
    mentions.units.flatMap(({ ids }) => ids),
  )
  const own = named.filter((unit) => may(speaker, 'schedule-notice', unit))
  const living = own.filter(isLiving)
  if (living.length > 1) return { among: living.map((unit) => unitOption({ say }, unit)) }
  if (living[0]) return { value: living[0].id }
  if (own[0]) return { problem: endedSaid({ say }, own[0]) }
  return named[0] && { problem: say('schedule-not-yours', { unit: unitName(say, named[0]) }) }
}

/** The units in which the speaker has the right by a role of their own. */
export async function ownUnits({ db, speaker }: Pick<FormTurn, 'db' | 'speaker'>): Promise<Unit[]> {
  const roles = rolesThatMay('schedule-notice')
  const ids = speaker.grants.filter(({ role }) => roles.includes(role)).map(({ unitId }) => unitId)
  return findUnits(db, [...new Set(ids)])
}

export function isLiving({ ended_on }: Unit): boolean {
  return ended_on === null
}

/** A schedule of a unit that has ended would stop before it sends anything. */
function endedSaid({ say }: Pick<FormTurn, 'say'>, unit: Unit): string {
  return say('schedule-unit-ended', { unit: capitalised(unitName(say, unit)) })
}

function unitOption({ say }: Pick<FormTurn, 'say'>, unit: Unit): Option<string> {
  return { label: capitalised(unitName(say, unit)), value: unit.id }
}

/** What is named beside a text that is to be announced: that may name any unit. */
export function mentionsBeside(turn: FormTurn): FormTurn['mentions'] {
  const { text, mentions, language, today } = turn
  const { head, freeText } = freeTextOf(text.normalize('NFC'))
  if (freeText !== undefined) return language.understand(head, today).mentions
  const said = plainly(turn)
  return said ? language.understand(said.head, today).mentions : mentions
}
