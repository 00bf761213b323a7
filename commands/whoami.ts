import { defineCommand } from '../src/command/command.ts'
import { unitName } from '../src/wording/names.ts'
import sentences from './sentences/whoami.ts'

const ROLE_KEYS = {
  admin: 'role-admin',
  district_officer: 'role-district_officer',
  commune_officer: 'role-commune_officer',
  village_head: 'role-village_head',
  viewer: 'role-viewer',
} as const

export default defineCommand({
  name: 'whoami',
  slash: ['toilaai', 'whoami'],
  summary: 'summary-whoami',
  examples: ['tôi là ai'],
  sentences,
  always: true,
  async run({ say, speaker, chat }) {
    if (chat.kind === 'group') return { text: say('whoami-group') }
    if (!speaker.personId) return { text: say('whoami-stranger', { account: speaker.accountId }) }
    const roles = speaker.grants.map(({ role, unitName: name, unitLevel: level }) =>
      say('whoami-role', { role: say(ROLE_KEYS[role]), unit: unitName(say, { name, level }) }),
    )
    return {
      text: [
        say('whoami', { name: speaker.name ?? '' }),
        ...(speaker.title ? [say('whoami-title', { title: speaker.title })] : []),
        ...roles,
      ].join('\n'),
    }
  },
})
