import { defineCommand } from '../src/command/command.ts'
import { reportLine, stateSaid } from '../src/reports/describe.ts'
import { reportsBy } from '../src/store/reports.ts'
import sentences from './sentences/my-reports.ts'

const MOST = 10

export default defineCommand({
  name: 'my-reports',
  slash: ['baocaocuatoi'],
  summary: 'summary-my-reports',
  examples: ['báo cáo của tôi'],
  sentences,
  async run(turn) {
    const { db, say, speaker, chat } = turn
    if (!speaker.personId) return { text: say('report-stranger') }
    if (chat.kind === 'group') return { text: say('my-reports-in-private') }
    const reports = await reportsBy(db, speaker.personId, MOST + 1)
    if (reports.length === 0) return { text: say('my-reports-none') }
    const shown = reports.slice(0, MOST)
    const lines = shown.map((report) =>
      say('my-reports-line', { id: report.id, line: reportLine(turn, report), state: stateSaid(turn, report) }),
    )
    const returned = shown.filter(({ state }) => state === 'returned').slice(0, 3)
    const waiting = shown.filter(({ state }) => state === 'waiting').slice(0, 3)
    return {
      text: [say('my-reports-title'), ...lines, ...(reports.length > MOST ? [say('my-reports-more')] : [])].join('\n'),
      choices: [
        ...returned.map(({ id }) => ({
          label: say('my-reports-correct', { id }),
          ask: { command: 'correct', subject: String(id) },
        })),
        ...waiting.map(({ id }) => ({
          label: say('my-reports-withdraw', { id }),
          ask: { command: 'withdraw', subject: String(id) },
        })),
      ],
    }
  },
})
