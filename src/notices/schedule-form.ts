import type { Reply, Turn } from '../command/command.ts'
import { defineForm } from '../command/form.ts'
import { countedFrom, nextDeliveries, type Rule } from '../calendar/recurrence.ts'
import { isQuiet } from '../calendar/quiet-hours.ts'
import { HOME_ZONE } from '../calendar/zone.ts'
import { may } from '../people/permissions.ts'
import { refuse } from '../replies/refusal.ts'
import { audit } from '../store/audit.ts'
import { addSchedule, endSchedule, findSchedule, type Schedule } from '../store/schedules.ts'
import { zoneOf } from '../store/unit-settings.ts'
import { findUnits, type Unit } from '../store/units.ts'
import { literal } from '../wording/emphasis.ts'
import { unitName } from '../wording/names.ts'
import { listedSchedules } from './listed-schedules.ts'
import { likeThese, type Like } from './same-schedule.ts'
import { audienceOf, chatsOf, reachOf, ruleOf, unitOf, whatSaid, whenSaid } from './schedule.ts'
import { groupsStep } from './schedule-groups.ts'
import { daysStep, kindStep, textStep, timesStep, unitStep } from './schedule-steps.ts'
import { scheduleShapes, type ScheduleValues } from './schedule-values.ts'
import { momentSaid, ruleSaid, timeSaid } from './schedule-words.ts'

type FormTurn = Turn<never>

/** How many of the next times are said. */
const NEXT = 3
const MOST_GROUPS = 5

/** An officer has something sent to groups at set times, or changes when and what. */
export const scheduleForm = defineForm<ScheduleValues>({
  version: 2,
  steps: [kindStep, textStep, daysStep, timesStep, unitStep, groupsStep],
  given: { replaces: scheduleShapes.replaces },
  leaving: { said: ({ say }, { replaces }) => say(replaces === undefined ? 'dialog-cancelled' : 'stop-left') },
  settle,
  confirm: confirmation,
  submit,
})

/** Times that were said with the days are the times; a text belongs to an announcement. */
function settle(values: Partial<ScheduleValues>): Partial<ScheduleValues> {
  const { text: _, ...others } = values
  const kept = values.kind !== undefined && values.kind !== 'announcement' ? others : values
  if (!kept.days?.times) return kept
  const { times, on } = kept.days
  return { ...kept, days: { on }, times: { times, said: true } }
}

/** The rule as it counts at the unit's place. */
function ruleFrom({ days, times }: ScheduleValues, now: Date, zone: string): Rule {
  return countedFrom({ on: days.on, times: times.times }, now, zone)
}

async function unitMeant({ db }: FormTurn, { unit: id }: ScheduleValues): Promise<Unit> {
  const [unit] = await findUnits(db, [id])
  if (!unit) throw new Error(`no unit ${id}`)
  return unit
}

async function confirmation(turn: FormTurn, values: ScheduleValues): Promise<string> {
  const { db, say, now } = turn
  const unit = await unitMeant(turn, values)
  const zone = await zoneOf(db, unit.path)
  const rule = ruleFrom(values, now, zone)
  const what = whatSaid({ say }, values.kind, unit)
  const next = nextDeliveries(rule, now, zone, NEXT)
  const quiet = rule.times.some(isQuiet)
  return [
    say(values.replaces === undefined ? 'schedule-check' : 'schedule-check-edit', { what }),
    ...(await beforeLines(turn, values)),
    say('schedule-check-when', { when: ruleSaid(say, rule) }),
    ...(values.times.said
      ? []
      : [say('schedule-check-usual', { times: rule.times.map((time) => timeSaid(say, time)).join(', ') })]),
    ...(quiet ? [say('schedule-check-quiet')] : []),
    say('schedule-check-next', { count: next.length }),
    ...next.map((moment) => say('schedule-check-moment', { moment: momentSaid(say, moment, zone) })),
    ...(zone === HOME_ZONE ? [] : [say('schedule-check-zone', { zone })]),
    ...(await groupsSaid(turn, unit, values)),
    ...likeSaid(turn, await likeThese(turn, unit, values, rule), zone),
    ...(values.kind === 'announcement' ? [say('schedule-check-text'), literal(values.text ?? '')] : []),
    ...(values.kind === 'digest' && values.replaces === undefined ? [say('schedule-check-preview')] : []),
  ].join('\n')
}

async function beforeLines({ db, say }: FormTurn, values: ScheduleValues): Promise<string[]> {
  const old = values.replaces === undefined ? undefined : await findSchedule(db, values.replaces)
  if (!old) return []
  const lines = [say('schedule-check-before', { when: whenSaid(say, old) })]
  return isSame(values, old) ? [...lines, say('schedule-check-change')] : lines
}

function isSame(
  { days, times, text, unit, groups }: ScheduleValues,
  old: Pick<Schedule, 'rule' | 'next_at' | 'text' | 'unit_id' | 'chats'>,
) {
  const before = ruleOf(old)
  return (
    before !== undefined &&
    old.next_at !== null &&
    JSON.stringify(days.on) === JSON.stringify(before.on) &&
    JSON.stringify(times.times) === JSON.stringify(before.times) &&
    (text ?? null) === old.text &&
    unit === old.unit_id &&
    groups === reachOf(old)
  )
}

/** Who gets it; where there are groups below that do not, how they would. */
async function groupsSaid({ db, say }: FormTurn, unit: Unit, values: ScheduleValues): Promise<string[]> {
  const all = await audienceOf(db, unit, values.kind, 'below')
  const groups = values.groups === 'below' ? all : all.filter(({ unitId }) => unitId === unit.id)
  const left = all.length - groups.length
  const below = left > 0 ? [say('schedule-check-below', { count: left })] : []
  if (groups.length === 0) return [say('schedule-check-no-groups', { unit: unitName(say, unit) }), ...below]
  const named = groups.slice(0, MOST_GROUPS).map(({ title, chatId, unitId, unitLevel: level, unitName: name }) => {
    const called = title ?? chatId
    return unitId === unit.id ? called : say('schedule-group', { title: called, unit: unitName(say, { level, name }) })
  })
  const more = groups.length - named.length
  const own = groups.some(({ unitId }) => unitId !== unit.id) && all.some(({ unitId }) => unitId === unit.id)
  return [
    say('schedule-check-groups', {
      count: groups.length,
      groups: [named.join(', '), ...(more > 0 ? [say('schedule-check-more-groups', { count: more })] : [])].join(' '),
    }),
    ...below,
    ...(own ? [say('schedule-check-own', { level: unit.level })] : []),
  ]
}

/** That it is sent already, or falls together with what is: a group gets one message then. */
function likeSaid({ say }: FormTurn, like: readonly Like[], zone: string): string[] {
  return like.map(({ number, when, same, at }) =>
    same
      ? say('schedule-check-same', { number, when })
      : say('schedule-check-together', { number, when, moment: momentSaid(say, at, zone) }),
  )
}

/** Sets it, if the right is still there and nobody was faster. What it takes the place of ends in the same moment. */
async function submit(turn: FormTurn, values: ScheduleValues): Promise<Reply> {
  const { db, say, now, speaker, channel } = turn
  const unit = await unitMeant(turn, values)
  const { personId } = speaker
  if (!personId || !may(speaker, 'schedule-notice', unit)) return refuse(turn, 'schedule-notice', unit)
  const zone = await zoneOf(db, unit.path)
  const rule = ruleFrom(values, now, zone)
  const [next] = nextDeliveries(rule, now, zone, 1)
  if (!next) return { text: say('schedule-once-past') }
  const old = values.replaces === undefined ? undefined : await findSchedule(db, values.replaces)
  if (values.replaces !== undefined) {
    if (!old || old.ended_at !== null) return { text: say('schedule-gone') }
    const place = { ...unitOf(old), path: old.unit_path }
    if (!may(speaker, 'schedule-notice', place)) return refuse(turn, 'schedule-notice', place)
    if (isSame(values, old)) return { text: say('schedule-same') }
    // Of two who change it at once, one does.
    if (!(await endSchedule(db, old.id, now))) return { text: say('schedule-gone') }
  }
  const id = await addSchedule(db, {
    unit_id: unit.id,
    kind: values.kind,
    text: values.text ?? null,
    chats: chatsOf(values.groups),
    rule: JSON.stringify(rule),
    next_at: next.toISOString(),
    created_by: personId,
    created_at: now.toISOString(),
    continues: old && (old.continues ?? old.id),
  })
  await audit(db, {
    at: now,
    person_id: personId,
    channel,
    action: old ? 'schedule.changed' : 'schedule.set',
    unit_id: unit.id,
    subject: `schedule ${id}`,
    before: old ? JSON.stringify({ schedule: old.id, kind: old.kind, rule: ruleOf(old) ?? old.rule }) : null,
    after: JSON.stringify({ kind: values.kind, rule }),
  })
  const number = (await listedSchedules(turn)).findIndex((each) => each.id === id) + 1
  const said = {
    what: whatSaid({ say }, values.kind, unit),
    when: ruleSaid(say, rule),
    moment: momentSaid(say, next, zone),
  }
  return { text: [say(old ? 'schedule-changed' : 'schedule-done', said), say('schedule-hint', { number })].join('\n') }
}
