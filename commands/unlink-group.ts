import { defineCommand } from '../src/command/command.ts'
import { may, rolesThatMay } from '../src/people/permissions.ts'
import { refuseRole } from '../src/replies/refusal.ts'
import { mayAnywhere } from '../src/replies/own-communes.ts'
import { findGroup } from '../src/store/groups.ts'
import { unitOf } from '../src/notices/group-words.ts'
import { keyOf, ownGroups } from '../src/notices/own-groups.ts'
import { unlinkForm } from '../src/notices/unlink-form.ts'
import sentences from './sentences/unlink-group.ts'

export default defineCommand({
  name: 'unlink-group',
  slash: ['bonhom'],
  summary: 'summary-unlink-group',
  examples: ['bỏ liên kết nhóm'],
  sentences,
  acts: true,
  form: unlinkForm,
  async run(turn) {
    const { db, say, chat, channel, speaker, subject } = turn
    if (!mayAnywhere(turn, 'link-group'))
      return refuseRole(turn, say('summary-unlink-group'), rolesThatMay('link-group'))
    if (chat.kind === 'group') {
      const linked = await findGroup(db, [channel, chat.id])
      if (!linked) return { text: say('group-unlinked-already') }
      if (!may(speaker, 'link-group', { path: linked.unitPath }))
        return { text: say('group-of-other', { unit: unitOf(say, linked) }) }
      return turn.begin({ group: keyOf(linked) })
    }
    const groups = await ownGroups(turn, 'link-group')
    if (groups.length === 0) return { text: say('group-link-how') }
    const [only] = groups.length === 1 ? groups : []
    const group = groups.find((each) => keyOf(each) === subject) ?? only
    return turn.begin(group ? { group: keyOf(group) } : {})
  },
})
