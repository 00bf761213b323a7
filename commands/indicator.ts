import { defineCommand } from '../src/command/command.ts'
import { targetAnswer } from '../src/replies/target-answer.ts'
import sentences from './sentences/indicator.ts'

export default defineCommand({
  name: 'indicator',
  slash: ['chitieu'],
  summary: 'summary-indicator',
  examples: ['chỉ tiêu 17.5 đạt chưa', 'phân loại rác tới đâu rồi'],
  sentences,
  needs: ['unit', 'targets'],
  run: targetAnswer,
})
