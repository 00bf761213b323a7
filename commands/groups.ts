import { defineCommand, type Reply } from '../src/command/command.ts'
import { may, rolesThatMay } from '../src/people/permissions.ts'
import { refuse, refuseRole } from '../src/replies/refusal.ts'
import { mayAnywhere } from '../src/replies/own-communes.ts'
import { followsSaid } from '../src/notices/follow-words.ts'
import { groupName, stopSaid, unitOf } from '../src/notices/group-words.ts'
import { ownGroups } from '../src/notices/own-groups.ts'
import { unitName } from '../src/wording/names.ts'
import sentences from './sentences/groups.ts'

const MOST_SHOWN = 30

export default defineCommand({
  name: 'groups',
  slash: ['cacnhom'],
  summary: 'summary-groups',
  examples: ['các nhóm', 'danh sách nhóm'],
  sentences,
  needs: ['units'],
  async run(turn): Promise<Reply> {
    const { say, chat, speaker, slots } = turn
    if (!mayAnywhere(turn, 'link-group')) return refuseRole(turn, say('summary-groups'), rolesThatMay('link-group'))
    if (chat.kind === 'group') return { text: say('groups-in-private') }
    const [unit] = slots.units
    if (unit && !may(speaker, 'link-group', unit)) return refuse(turn, 'link-group', unit)
    // The numbers are those of the whole list, which "sửa nhóm 2" goes by.
    const numbered = (await ownGroups(turn, 'link-group')).map((group, index) => ({ group, number: index + 1 }))
    const meant = unit ? numbered.filter(({ group }) => group.unitPath.startsWith(unit.path)) : numbered
    const [own, ...more] = speaker.grants
    const of = unit ?? (own && more.length === 0 ? { name: own.unitName, level: own.unitLevel } : undefined)
    const place = of ? unitName(say, of) : undefined
    if (meant.length === 0)
      return {
        text: [...(place ? [say('groups-none', { unit: place })] : []), say('group-link-how')].join('\n'),
      }
    const lines = meant.slice(0, MOST_SHOWN).map(({ group, number }) => {
      const { follows, stoppedAt } = group
      const line = say('groups-line', {
        number,
        name: groupName(say, group),
        unit: unitOf(say, group),
        what: followsSaid(say, follows),
      })
      return stoppedAt ? say('groups-line-stopped', { line, why: stopSaid(say, group) }) : line
    })
    const rest = meant.length - lines.length
    return {
      text: [
        place
          ? say('groups-title', { unit: place, count: meant.length })
          : say('groups-title-several', { count: meant.length }),
        ...lines,
        ...(rest > 0 ? [say('groups-more', { count: rest })] : []),
        say('groups-hint'),
      ].join('\n'),
    }
  },
})
