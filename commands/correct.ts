import { defineCommand, type Turn } from '../src/command/command.ts'
import { hearFiles, type KeptFiles } from '../src/replies/hear-files.ts'
import { reportForm } from '../src/reports/report-form.ts'
import { readReportIds } from '../src/reports/report-ids.ts'
import { refTo, type ReportValues } from '../src/reports/values.ts'
import { stateSaid } from '../src/reports/describe.ts'
import { evidenceOf, findReport, reportsBy } from '../src/store/reports.ts'
import sentences from './sentences/correct.ts'

/** A returned or waiting report is sent again with another figure; the old one stays as it was. */
export default defineCommand({
  name: 'correct',
  slash: ['suabaocao'],
  summary: 'summary-correct',
  examples: ['sửa báo cáo 12'],
  sentences,
  acts: true,
  form: reportForm,
  async run(turn) {
    const { db, say, speaker } = turn
    const { personId } = speaker
    const mine = personId ? await reportsBy(db, personId, 50) : []
    const open = mine.filter(({ state }) => state === 'waiting' || state === 'returned')
    const [said] = turn.subject === undefined ? readReportIds(turn.text) : [Number(turn.subject)]
    const id = said ?? (open.find(({ state }) => state === 'returned') ?? open[0])?.id
    if (id === undefined) return { text: say('correct-none') }
    const report = await findReport(db, id)
    if (!report || report.submitted_by !== personId) return { text: say('report-unknown', { id }) }
    if (report.state !== 'waiting' && report.state !== 'returned')
      return { text: say('review-late', { id, state: stateSaid(turn, report) }) }
    const evidence = await evidenceOf(db, id)
    const given: Partial<ReportValues> = {
      corrects: id,
      unit: report.unit_id,
      indicator: refTo(turn, report.set_id, report.indicator),
      evidence: withNew(turn, evidence),
      note: report.note,
    }
    return turn.begin(given)
  },
})

/** What supported it before, with what comes now: "sửa báo cáo" under the photo that was missing. */
function withNew(turn: Turn<never>, before: KeptFiles): KeptFiles | null {
  const heard = hearFiles(turn, before)
  const files = heard && 'value' in heard ? heard.value : before
  return files.length > 0 ? files : null
}
