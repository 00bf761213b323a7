import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import { may, rolesThatMay } from '../src/people/permissions.ts'
import { refuseRole } from '../src/replies/refusal.ts'
import { mayAnywhere } from '../src/replies/own-communes.ts'
import { findGroup, titleOfChat } from '../src/store/groups.ts'
import { unitOf } from '../src/notices/group-words.ts'
import { linkForm } from '../src/notices/link-form.ts'
import { groupMeant, keyOf, ownGroups } from '../src/notices/own-groups.ts'
import sentences from './sentences/link-group.ts'

/** Has a group follow a unit: begun in the group or, for one that follows a unit already, in private; confirmed in private. */
export default defineCommand({
  name: 'link-group',
  slash: ['nhom', 'lienketnhom'],
  summary: 'summary-link-group',
  examples: ['liên kết nhóm này với thôn Đoài', 'nhóm này chỉ nhận thông báo thôi'],
  sentences,
  acts: true,
  form: linkForm,
  async run(turn) {
    const { chat, say } = turn
    if (!mayAnywhere(turn, 'link-group')) return refuseRole(turn, say('summary-link-group'), rolesThatMay('link-group'))
    return chat.kind === 'group' ? linkHere(turn) : change(turn)
  },
})

async function linkHere(turn: Turn<never>): Promise<Reply | Reply[]> {
  const { db, say, chat, channel, speaker } = turn
  const linked = await findGroup(db, [channel, chat.id])
  if (linked && !may(speaker, 'link-group', { path: linked.unitPath }))
    return { text: say('group-of-other', { unit: unitOf(say, linked) }) }
  const title = linked?.title ?? chat.title ?? (await titleOfChat(db, [channel, chat.id])) ?? null
  return turn.begin({ group: keyOf({ channel, chatId: chat.id }), title })
}

/** In private there is no group to be linked, but those that are can be changed. */
async function change(turn: Turn<never>): Promise<Reply | Reply[]> {
  const { say, text, subject } = turn
  const groups = await ownGroups(turn, 'link-group')
  const group = groups.find((each) => keyOf(each) === subject) ?? groupMeant(text, groups)
  if (group) return turn.begin({ group: keyOf(group), title: group.title })
  if (groups.length === 0 || !CHANGES.test(text)) return { text: say('group-link-how') }
  return turn.begin({ title: null })
}

/** Words that are about a group which is linked already. */
const CHANGES = /s[ửu]a|[đd][ổo]i|chuy[ểe]n|ch[ỉi]nh|nh[ậa]n|c[àa]i/iu
