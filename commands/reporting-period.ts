import { z } from 'zod'
import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import { defineForm, type Heard, type Option } from '../src/command/form.ts'
import { fold } from '../src/language/fold.ts'
import { unitStep } from '../src/notices/schedule-steps.ts'
import { may, rolesThatMay } from '../src/people/permissions.ts'
import { refuse, refuseRole } from '../src/replies/refusal.ts'
import { audit } from '../src/store/audit.ts'
import { decideForUnit, reportingOf } from '../src/store/unit-settings.ts'
import { findUnits, type Unit } from '../src/store/units.ts'
import type { ReportingPeriod } from '../src/store/work-tables.ts'
import { capitalised, unitName } from '../src/wording/names.ts'
import sentences from './sentences/reporting-period.ts'

type FormTurn = Turn<never>
type PeriodValues = { unit: string; period: ReportingPeriod }

const PERIODS = ['week', 'month', 'quarter', 'year', 'none'] as const satisfies ReportingPeriod[]

/** How each is said, folded. */
const SAID: [words: RegExp, period: ReportingPeriod][] = [
  [/\b(khong (can |phai )?(bao cao|theo doi|nhac)|bo ky|tat ky|khong co ky|khong theo ky)\b/, 'none'],
  [/\b(hang|moi|theo|mot|tung) tuan\b|\btuan (mot|1) lan\b/, 'week'],
  [/\b(hang|moi|theo|mot|tung) thang\b|\bthang (mot|1) lan\b/, 'month'],
  [/\b(hang|moi|theo|mot|tung) quy\b|\bquy (mot|1) lan\b|\b(3|ba) thang\b/, 'quarter'],
  [/\b(hang|moi|theo|mot|tung) nam\b|\bnam (mot|1) lan\b/, 'year'],
]

export default defineCommand({
  name: 'reporting-period',
  slash: ['kybaocao'],
  summary: 'summary-reporting-period',
  examples: ['kỳ báo cáo hằng quý', 'đổi kỳ báo cáo thành hằng tuần'],
  sentences,
  acts: true,
  form: defineForm<PeriodValues>({
    version: 1,
    steps: [
      {
        name: 'period',
        label: 'reporting-label',
        value: z.enum(PERIODS),
        ask: ({ say }) => ({ text: say('reporting-ask'), options: PERIODS.map((period) => option({ say }, period)) }),
        parse: hearPeriod,
        hear: hearPeriod,
      },
      {
        name: 'unit',
        label: 'schedule-label-unit',
        value: z.string(),
        ask: (turn) => unitStep.ask(turn, {}),
        parse: (turn) => unitStep.parse(turn, {}),
        hear: (turn, { unit }) => unitStep.hear?.(turn, { unit }),
      },
    ],
    confirm: confirmation,
    submit,
  }),
  async run(turn): Promise<Reply | Reply[]> {
    const roles = rolesThatMay('schedule-notice')
    if (!turn.speaker.grants.some(({ role }) => roles.includes(role)))
      return refuseRole(turn, turn.say('summary-reporting-period').toLowerCase(), roles)
    return turn.begin()
  },
})

function option({ say }: Pick<FormTurn, 'say'>, period: ReportingPeriod): Option<ReportingPeriod> {
  return { label: capitalised(say(`reporting-${period}`)), value: period }
}

function hearPeriod({ text }: FormTurn): Heard<ReportingPeriod> {
  const said = fold(text)
  const found = SAID.find(([words]) => words.test(said))
  return found && { value: found[1] }
}

async function unitMeant({ db }: FormTurn, { unit: id }: PeriodValues): Promise<Unit> {
  const [unit] = await findUnits(db, [id])
  if (!unit) throw new Error(`no unit ${id}`)
  return unit
}

async function confirmation(turn: FormTurn, values: PeriodValues): Promise<string> {
  const { db, say } = turn
  const unit = await unitMeant(turn, values)
  const now = say(`reporting-${await reportingOf(db, unit.path)}`)
  return [
    say('reporting-check', { unit: unitName(say, unit), period: say(`reporting-${values.period}`) }),
    say('reporting-before', { period: now }),
    say(values.period === 'none' ? 'reporting-means-none' : 'reporting-means'),
  ].join('\n')
}

/** Decides it for the unit and all below that have not decided otherwise. */
async function submit(turn: FormTurn, values: PeriodValues): Promise<Reply> {
  const { db, say, now, speaker, channel } = turn
  const unit = await unitMeant(turn, values)
  if (!speaker.personId || !may(speaker, 'schedule-notice', unit)) return refuse(turn, 'schedule-notice', unit)
  const before = await reportingOf(db, unit.path)
  await decideForUnit(db, unit.id, { reporting: values.period })
  await audit(db, {
    at: now,
    person_id: speaker.personId,
    channel,
    action: 'unit.reporting',
    unit_id: unit.id,
    subject: `unit ${unit.id}`,
    before: JSON.stringify({ reporting: before }),
    after: JSON.stringify({ reporting: values.period }),
  })
  return { text: say('reporting-done', { unit: unitName(say, unit), period: say(`reporting-${values.period}`) }) }
}
