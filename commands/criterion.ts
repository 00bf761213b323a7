import { defineCommand } from '../src/command/command.ts'
import { targetReply } from '../src/replies/target-state.ts'
import sentences from './sentences/criterion.ts'

export default defineCommand({
  name: 'criterion',
  slash: ['tieuchi'],
  summary: 'summary-criterion',
  examples: ['tiêu chí 17 thế nào rồi', 'môi trường đạt chưa'],
  sentences,
  needs: ['unit', 'targets'],
  run: targetReply,
})
