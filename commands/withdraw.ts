import { z } from 'zod'
import { defineCommand } from '../src/command/command.ts'
import { defineForm } from '../src/command/form.ts'
import { withdraw } from '../src/reports/decide.ts'
import { reportLine } from '../src/reports/describe.ts'
import { readReportIds } from '../src/reports/report-ids.ts'
import { findReport, reportsBy } from '../src/store/reports.ts'
import sentences from './sentences/withdraw.ts'

const form = defineForm<{ report: number }>({
  version: 1,
  steps: [
    {
      name: 'report',
      label: 'withdraw-label',
      picks: true,
      value: z.number(),
      async ask(turn) {
        const mine = await reportsBy(turn.db, turn.speaker.personId ?? '', 50)
        const waiting = mine.filter(({ state }) => state === 'waiting')
        return {
          text: turn.say('withdraw-which'),
          options: waiting.map((report) => ({ label: `${report.id}. ${reportLine(turn, report)}`, value: report.id })),
        }
      },
      parse({ text }) {
        const [id] = readReportIds(text)
        return id === undefined ? undefined : { value: id }
      },
    },
  ],
  leaving: {
    button: 'dialog-leave',
    said: ({ say }, { report }) =>
      report === undefined ? say('dialog-nothing-changed') : say('withdraw-left', { id: report }),
  },
  async confirm(turn, { report: id }) {
    const report = await findReport(turn.db, id)
    if (!report) return turn.say('report-unknown', { id })
    return turn.say('withdraw-check', { id, line: reportLine(turn, report) })
  },
  submit: (turn, { report }) => withdraw(turn, report),
})

/** The author takes back what nobody has decided on. */
export default defineCommand({
  name: 'withdraw',
  slash: ['rutlai'],
  summary: 'summary-withdraw',
  examples: ['rút lại báo cáo'],
  sentences,
  acts: true,
  asked: 'my-reports',
  denied: 'withdraw',
  form,
  async run(turn) {
    const { db, say, speaker } = turn
    const [said] = turn.subject === undefined ? readReportIds(turn.text) : [Number(turn.subject)]
    const mine = speaker.personId ? await reportsBy(db, speaker.personId, 50) : []
    const waiting = mine.filter(({ state }) => state === 'waiting')
    if (said !== undefined && !waiting.some(({ id }) => id === said)) return withdraw(turn, said)
    if (waiting.length === 0) return { text: say('withdraw-none') }
    const [only] = waiting.length === 1 ? waiting : []
    const id = said ?? only?.id
    return turn.begin(id === undefined ? {} : { report: id })
  },
})
