import { defineCommand, type Command, type Reply } from '../src/command/command.ts'
import { isOffered } from '../src/command/is-offered.ts'
import { fold } from '../src/language/fold.ts'
import type { Speaker } from '../src/people/speaker.ts'
import sentences from './sentences/help.ts'

/** What each needs most, in the order in which they need it. */
const FIRST = {
  stranger: ['status', 'unmet', 'criterion', 'explain', 'join', 'contact'],
  viewer: ['status', 'picture', 'unmet', 'changes', 'compare', 'tasks', 'digest', 'contact'],
  village: ['report', 'my-reports', 'correct', 'my-tasks', 'finish-task', 'status', 'unmet', 'contact'],
  commune: ['status', 'unmet', 'pending', 'completeness', 'rollup', 'assign', 'tasks', 'notify', 'schedule', 'invite'],
  area: ['status', 'compare', 'picture', 'completeness', 'tasks', 'digest', 'notify', 'schedule', 'invite'],
}

/** What follows when all is asked for. */
const REST = ['status', 'unmet', 'met', 'criterion', 'indicator', 'explain', 'compare', 'changes', 'history', 'picture']

/** What somebody without a role can use: the figures, joining, and what is kept of them. */
const FOR_STRANGERS = [...REST, 'join', 'contact', 'whoami', 'my-data', 'greeting']

const ALL = /\b(them|day du|tat ca|het|cac lenh|danh sach lenh|cau lenh|\/help)\b/

export default defineCommand({
  name: 'help',
  slash: ['trogiup', 'help'],
  summary: 'summary-help',
  examples: ['trợ giúp', 'trợ giúp thêm'],
  sentences,
  always: true,
  async run({ say, commands, speaker, text, subject }): Promise<Reply> {
    const who = kindOf(speaker)
    const allowed = commands.filter(
      (command) => isOffered(command, speaker) && (who !== 'stranger' || FOR_STRANGERS.includes(command.name)),
    )
    const inOrder = (names: readonly string[]) =>
      names.flatMap((name) => allowed.find((command) => command.name === name) ?? [])
    const line = ({ summary, examples, slash }: Pick<Command, 'summary' | 'examples' | 'slash'>) =>
      say('help-line', { what: say(summary), example: examples[0] ?? '', slash: slash[0] ?? '' })
    const first = inOrder(FIRST[who])
    if (subject === 'all' || ALL.test(fold(text))) {
      const all = new Set([...first, ...inOrder(REST), ...allowed])
      return { text: [say('help-title'), ...[...all].map(line)].join('\n') }
    }
    return { text: [say('help-title'), ...first.map(line), say('help-more')].join('\n') }
  },
})

function kindOf({ grants }: Pick<Speaker, 'grants'>): keyof typeof FIRST {
  const isOfficer = grants.some(({ role }) => role !== 'viewer' && role !== 'village_head')
  if (isOfficer)
    return grants.some(({ role, unitLevel }) => role !== 'viewer' && (unitLevel === 'tinh' || unitLevel === 'huyen'))
      ? 'area'
      : 'commune'
  if (grants.some(({ role }) => role === 'village_head')) return 'village'
  return grants.length > 0 ? 'viewer' : 'stranger'
}
