import { defineCommand, type Reply } from '../src/command/command.ts'
import { digestOf } from '../src/notices/digest.ts'
import { may } from '../src/people/permissions.ts'
import { refuse } from '../src/replies/refusal.ts'
import sentences from './sentences/digest.ts'

export default defineCommand({
  name: 'digest',
  slash: ['bantin'],
  summary: 'summary-digest',
  examples: ['bản tin tiến độ', 'xem trước bản tin'],
  sentences,
  needs: ['unit'],
  async run(turn): Promise<Reply> {
    const { unit } = turn.slots
    if (!may(turn.speaker, 'see-reporting', unit)) return refuse(turn, 'see-reporting', unit)
    return { text: await digestOf(turn, unit) }
  },
})
