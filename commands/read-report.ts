import { defineCommand, type Reply } from '../src/command/command.ts'
import { heardText, readReportForm } from '../src/pasted/read-report-form.ts'
import { rolesThatMay } from '../src/people/permissions.ts'
import { refuseRole } from '../src/replies/refusal.ts'
import { mayAnywhere } from '../src/replies/own-communes.ts'
import sentences from './sentences/read-report.ts'

export default defineCommand({
  name: 'read-report',
  slash: ['docbaocao'],
  summary: 'summary-read-report',
  examples: ['đọc báo cáo này', 'nhập số liệu từ báo cáo'],
  sentences,
  acts: true,
  form: readReportForm,
  async run(turn): Promise<Reply | Reply[]> {
    const { say, chat, subject } = turn
    if (!mayAnywhere(turn, 'set-status'))
      return refuseRole(turn, say('summary-read-report'), rolesThatMay('set-status'))
    if (chat.kind === 'group') return { text: say('read-private') }
    // A choice names a text that was sent before.
    const [, sha256, mime] = /^([0-9a-f]{64}) (.+)$/.exec(subject ?? '') ?? []
    const heard = await heardText(turn, sha256 && mime ? { sha256, mime } : undefined)
    if (heard && 'problem' in heard) return { text: heard.problem }
    return turn.begin(heard && 'value' in heard ? { text: heard.value } : undefined)
  },
})
