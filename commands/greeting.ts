import { fold } from '../src/language/fold.ts'
import { defineCommand } from '../src/command/command.ts'
import sentences from './sentences/greeting.ts'

/** "Ok", "dạ", "hay quá": an answer to the bot, not a greeting. */
const ACKNOWLEDGED = /^(da|vang|u|uh|uhm|ok|oke|okie|okay|duoc roi|hay|tot|tuyet|hieu roi|ro roi|nhat tri)\b/
const GREETED = /\b(chao|hello|hi|alo|bot oi)\b/

export default defineCommand({
  name: 'greeting',
  slash: ['start'],
  summary: 'summary-greeting',
  examples: ['xin chào'],
  sentences,
  hidden: true,
  always: true,
  async run({ say, commands, text }) {
    const words = fold(text)
    if (/\b(tam biet|bye|hen gap)/.test(words)) return { text: say('goodbye') }
    if (/\b(cam on|cam ta|thanks?|thank you|tks|tk)\b/.test(words)) return { text: say('thanks') }
    if (ACKNOWLEDGED.test(words) && !GREETED.test(words)) return { text: say('acknowledged') }
    const questions = commands.filter(({ name }) => ['status', 'unmet', 'indicator'].includes(name))
    const examples = questions.flatMap((command) => command.examples.slice(0, 1)).map((example) => `“${example}”`)
    return { text: say('greeting', { examples: examples.join(', ') }) }
  },
})
