import { defineCommand } from '../src/command/command.ts'
import { targetAnswer } from '../src/replies/target-answer.ts'
import sentences from './sentences/criterion.ts'

export default defineCommand({
  name: 'criterion',
  slash: ['tieuchi'],
  summary: 'summary-criterion',
  examples: ['tiêu chí 17 thế nào rồi', 'môi trường đạt chưa'],
  sentences,
  needs: ['unit', 'targets'],
  run: targetAnswer,
})
