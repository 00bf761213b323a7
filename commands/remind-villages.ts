import { z } from 'zod'
import { isQuiet } from '../src/calendar/quiet-hours.ts'
import { periodAwaited, type Period } from '../src/calendar/periods.ts'
import { localAt } from '../src/calendar/zone.ts'
import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import { defineForm, type Step } from '../src/command/form.ts'
import { may, rolesThatMay } from '../src/people/permissions.ts'
import { namedUnits, ownCommunes } from '../src/replies/own-communes.ts'
import { refuse } from '../src/replies/refusal.ts'
import {
  headSaid,
  reminderFrom,
  remindPlan,
  remindVillages,
  type RemindValues,
} from '../src/reports/remind-villages.ts'
import { periodName } from '../src/reports/reporting-words.ts'
import { reportingOf } from '../src/store/unit-settings.ts'
import { findUnits, type Unit } from '../src/store/units.ts'
import { day } from '../src/wording/figures.ts'
import { capitalised, unitName } from '../src/wording/names.ts'
import sentences from './sentences/remind-villages.ts'

type FormTurn = Turn<never>

const MOST_OPTIONS = 25
const MOST_SHOWN = 30

const unitsStep: Step<RemindValues, 'units'> = {
  name: 'units',
  label: 'remind-label-units',
  picks: true,
  value: z.array(z.string()).min(1),
  async ask(turn) {
    const communes = await ownCommunes(turn, 'send-notice')
    return {
      text: turn.say('remind-ask-units'),
      options: communes
        .slice(0, MOST_OPTIONS)
        .map((unit) => ({ label: capitalised(unitName(turn.say, unit)), value: [unit.id] })),
    }
  },
  async parse(turn) {
    const units = await reminded(turn)
    return units.length > 0 ? { value: units.map(({ id }) => id) } : undefined
  },
  async hear(turn, { units: before }) {
    const units = await reminded(turn)
    if (units.length > 0) return { value: units.map(({ id }) => id) }
    const own = before === undefined ? await ownCommunes(turn, 'send-notice') : []
    const [only, ...others] = own
    return only && others.length === 0 ? { value: [only.id] } : undefined
  },
}

/** The communes and villages that are named and the speaker's to remind. */
async function reminded(turn: FormTurn): Promise<Unit[]> {
  const named = await namedUnits(turn, 'send-notice')
  const own = named.filter(
    (unit) => (unit.level === 'xa' || unit.level === 'thon') && may(turn.speaker, 'send-notice', unit),
  )
  // "Thôn Đoài xã Mẫu Sơn" is one village.
  return own.filter((unit) => !own.some((other) => other !== unit && other.path.startsWith(unit.path)))
}

/** Village heads who have sent nothing are reminded at an officer's word; who gets what is shown before it goes. */
const form = defineForm<RemindValues>({
  version: 1,
  confirmedBy: /^(?:nhac|gui|nhan)(?: ho)?(?: di| luon| ngay| nhe)*$/,
  given: { from: z.iso.date(), to: z.iso.date(), due: z.iso.date() },
  steps: [unitsStep],
  inPrivate: true,
  confirm: preview,
  submit: remindVillages,
})

/** Shows where the message begins and ends. */
const RULE = '―――'

async function preview(turn: FormTurn, values: RemindValues): Promise<string> {
  const { db, say, now } = turn
  const units = await findUnits(db, values.units)
  const period = { from: values.from, to: values.to }
  const { villages, missing, told, left } = await remindPlan(turn, units, period)
  const rest = told.length - MOST_SHOWN
  const [first] = told
  return [
    say('remind-title', {
      units: units.map((unit) => unitName(say, unit)).join(', '),
      period: periodName(say, period),
      to: day(period.to),
    }),
    say('remind-missing', { missing: missing.length, total: villages }),
    ...(first ? [say('remind-to', { count: told.length })] : [say('remind-nobody')]),
    ...told.slice(0, MOST_SHOWN).map((head) => say('remind-line', { line: headSaid(turn, head) })),
    ...(rest > 0 ? [say('remind-more', { count: rest })] : []),
    ...(first && isQuiet(localAt(now).time)
      ? [say('remind-night', { time: first.heardAt.time, day: day(first.heardAt.day) })]
      : []),
    ...(left.length > 0 ? [say('remind-left')] : []),
    ...left.slice(0, MOST_SHOWN).map((line) => say('remind-line', { line })),
    ...(first ? [say('remind-text'), RULE, reminderFrom(turn, first, values).text, RULE] : []),
  ].join('\n')
}

export default defineCommand({
  name: 'remind-villages',
  slash: ['nhacbaocao'],
  summary: 'summary-remind-villages',
  examples: ['nhắc các thôn chưa báo cáo', 'nhắc thôn Đoài nộp báo cáo'],
  sentences,
  acts: true,
  roles: rolesThatMay('send-notice'),
  form,
  async run(turn): Promise<Reply | Reply[]> {
    const { say, speaker } = turn
    const named = await namedUnits(turn, 'send-notice')
    const strange = named.find((unit) => !may(speaker, 'send-notice', unit))
    if (strange) return refuse(turn, 'send-notice', strange)
    const heard = await unitsStep.hear?.(turn, {})
    const ids: string[] = heard && 'value' in heard ? heard.value : []
    const units = await findUnits(turn.db, ids)
    const period = await periodMeant(turn, units[0])
    if (!period) return { text: say('remind-no-period') }
    if (units.length > 0) {
      const plan = await remindPlan(turn, units, period)
      const none = noneToRemind(turn, units, period, plan)
      if (none) return { text: none }
    }
    // "Nộp trước 25/11": a day is until when, a span is the period.
    const due = turn.mentions.dates.find(({ from, to }) => from === to && to >= turn.today)?.to
    return turn.begin({ from: period.from, to: period.to, ...(due === undefined ? {} : { due }) })
  },
})

/** Why nobody is to be reminded; undefined where somebody is. */
function noneToRemind(
  { say }: FormTurn,
  units: readonly Unit[],
  period: Period,
  { villages, missing, told, left }: Awaited<ReturnType<typeof remindPlan>>,
): string | undefined {
  const said = { units: units.map((unit) => unitName(say, unit)).join(', '), period: periodName(say, period) }
  if (villages === 0) return say('remind-no-villages', said)
  if (missing.length === 0) return say('remind-none-missing', said)
  if (told.length > 0) return undefined
  return [
    say('remind-title', { ...said, to: day(period.to) }),
    say('remind-missing', { missing: missing.length, total: villages }),
    say('remind-nobody'),
    ...left.map((line) => say('remind-line', { line })),
  ].join('\n')
}

/** The days that were named; else the period that is awaited, where the villages report in periods at all. */
async function periodMeant({ db, mentions, today, speaker }: FormTurn, unit: Unit | undefined) {
  const [span] = mentions.dates
  if (span && span.from <= today && span.from !== span.to) return { from: span.from, to: span.to }
  const kind = await reportingOf(db, unit?.path ?? speaker.grants[0]?.unitPath ?? '')
  return kind === 'none' ? undefined : periodAwaited(kind, today)
}
