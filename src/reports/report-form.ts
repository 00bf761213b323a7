import { defineForm } from '../command/form.ts'
import type { Turn } from '../command/command.ts'
import { aboutTarget } from '../replies/about-target.ts'
import { findUnits, type Unit } from '../store/units.ts'
import { isOfKind } from './figure.ts'
import { describe } from './describe.ts'
import { communeOf } from './places.ts'
import { dayStep, evidenceStep, noteStep } from './detail-steps.ts'
import { figureStep, indicatorStep, unitStep } from './steps.ts'
import { reportReplacedBy, submitReport } from './submit.ts'
import { reportShapes, type ReportValues } from './values.ts'

/** A village's report: which village, which indicator, what figure; then what supports it. */
export const reportForm = defineForm<ReportValues>({
  version: 1,
  steps: [unitStep, indicatorStep, figureStep, dayStep, evidenceStep, noteStep],
  given: { corrects: reportShapes.corrects, also: reportShapes.also },
  settle,
  confirm: confirmation,
  async submit(turn, values) {
    const { set, code } = values.indicator
    return { ...(await submitReport(turn, values)), about: aboutTarget(values.unit, set, code) }
  },
})

/** A figure of another kind does not outlive a change of the indicator. */
function settle(values: Partial<ReportValues>): Partial<ReportValues> {
  const { figure, ...rest } = values
  return rest.indicator && figure && !isOfKind(rest.indicator.kind, figure) ? rest : values
}

async function confirmation(turn: Turn<never>, values: ReportValues): Promise<string> {
  const { say, db } = turn
  const unit = await villageOf(turn, values)
  const lines = await describe(
    turn,
    unit,
    values.indicator,
    values.figure,
    values.asOf,
    (await communeOf(db, unit)) ?? unit,
  )
  if (values.evidence) lines.push(say('report-evidence', { count: values.evidence.length }))
  if (values.note) lines.push(say('report-note', { note: values.note }))
  const replaced = await reportReplacedBy(turn, values)
  if (replaced) lines.push(say('report-replaces', { id: replaced.id }))
  const also = values.also === undefined ? [] : [say('report-also', { text: values.also })]
  return [say('report-check'), ...lines, '', ...also, say('report-confirm-hint')].join('\n')
}

async function villageOf({ db }: Turn<never>, { unit: id }: ReportValues): Promise<Unit> {
  const [unit] = await findUnits(db, [id])
  if (!unit) throw new Error(`no unit ${id}`)
  return unit
}
