import type { Reply, Turn } from '../command/command.ts'
import { may } from '../people/permissions.ts'
import { officerSaid, refuse } from '../replies/refusal.ts'
import { audit } from '../store/audit.ts'
import { addReport, findReport, moveReport, reportsOn, type Report } from '../store/reports.ts'
import { officersOver } from '../store/roster.ts'
import { findUnits, type Unit } from '../store/units.ts'
import { time } from '../wording/moment.ts'
import { amendReview, MOST_OFFICERS, tellOfficers } from './officers.ts'
import { columnsOf } from './figure-words.ts'
import { reportLine } from './describe.ts'
import type { ReportValues } from './values.ts'

type FormTurn = Turn<never>

/** The same report again within this time is one. */
const SAME_MS = 60_000

/** The report that this one takes the place of: the one to be corrected, or one's own on the same that still waits. */
export async function reportReplacedBy({ db, speaker }: FormTurn, values: ReportValues): Promise<Report | undefined> {
  if (values.corrects !== undefined) {
    const corrected = await findReport(db, values.corrects)
    return corrected?.submitted_by === speaker.personId ? corrected : undefined
  }
  const subject = { unit_id: values.unit, set_id: values.indicator.set, indicator: values.indicator.code }
  const waiting = await reportsOn(db, subject, 'waiting')
  return waiting.find(({ submitted_by }) => submitted_by === speaker.personId)
}

/** Keeps a report and tells the commune's officers. The right is checked here, however long ago the form was opened. */
export async function submitReport(turn: FormTurn, values: ReportValues): Promise<Reply> {
  const { db, say, speaker, now, channel } = turn
  const [unit] = await findUnits(db, [values.unit])
  if (!unit) throw new Error(`no unit ${values.unit}`)
  const { personId } = speaker
  if (!personId || !may(speaker, 'submit-report', unit)) return refuse(turn, 'submit-report', unit)

  const columns = columnsOf(values.figure)
  const replaced = await reportReplacedBy(turn, values)
  const same = replaced && isSame(replaced, columns, values) ? replaced : undefined
  if (same && now.getTime() - Date.parse(same.submitted_at) < SAME_MS)
    return { text: say('report-same', { id: same.id, time: time(same.submitted_at) }) }

  if (
    replaced?.state === 'waiting' &&
    (await moveReport(db, replaced.id, 'waiting', 'withdrawn', { by: personId, at: now }))
  )
    await amendReview(turn, (await findReport(db, replaced.id)) ?? replaced)
  const id = await addReport(
    db,
    {
      unit_id: unit.id,
      set_id: values.indicator.set,
      indicator: values.indicator.code,
      ...columns,
      as_of: values.asOf,
      note: values.note ?? null,
      corrects: replaced?.id ?? null,
      submitted_by: personId,
      submitted_at: now.toISOString(),
      channel,
    },
    values.evidence ?? [],
  )
  await audit(db, {
    at: now,
    person_id: personId,
    channel,
    action: 'report.submit',
    unit_id: unit.id,
    subject: `${values.indicator.set}/${values.indicator.code}`,
    before: replaced
      ? JSON.stringify({
          report: replaced.id,
          state: replaced.state,
        })
      : null,
    after: JSON.stringify({
      report: id,
      ...columns,
      as_of: values.asOf,
    }),
  })
  const report = await findReport(db, id)
  if (!report) throw new Error(`report ${id} is not there`)
  return sent(turn, unit, report, replaced, values.also)
}

async function sent(
  turn: FormTurn,
  unit: Unit,
  report: Report,
  replaced: Report | undefined,
  also: string | undefined,
): Promise<Reply> {
  const { db, say, speaker } = turn
  const officers = await officersOver(db, unit.path, ['commune_officer'], MOST_OFFICERS)
  const others = officers.filter(({ personId }) => personId !== speaker.personId)
  await tellOfficers(turn, others, unit, report, replaced)
  const line = say('report-sent', { id: report.id, line: reportLine(turn, report) })
  const next =
    others.length === 0
      ? say('report-no-officer')
      : say('report-goes-to', { people: others.map((person) => officerSaid({ say }, person)).join('; ') })
  const rest = also === undefined ? [] : [say('report-also-next', { text: also })]
  return { text: [line, next, ...rest, say('report-after-hint', { id: report.id })].join('\n') }
}

function isSame(
  report: Report,
  columns: ReturnType<typeof columnsOf>,
  { asOf, note, evidence }: ReportValues,
): boolean {
  return (
    report.part === columns.part &&
    report.whole === columns.whole &&
    report.value === columns.value &&
    report.verdict === columns.verdict &&
    report.as_of === asOf &&
    (report.note ?? null) === (note ?? null) &&
    (evidence?.length ?? 0) === 0
  )
}
