import { defineCommand, type Turn } from '../src/command/command.ts'
import { fold } from '../src/language/fold.ts'
import { may } from '../src/people/permissions.ts'
import { refuse } from '../src/replies/refusal.ts'
import { beginRemoval, removalForm } from '../src/replies/removal.ts'
import { audit } from '../src/store/audit.ts'
import { holdersWithin, withAccounts } from '../src/store/roster.ts'
import { findUnits, type Unit } from '../src/store/units.ts'
import { unitName } from '../src/wording/names.ts'
import { roleName } from '../src/wording/roles.ts'
import sentences from './sentences/people.ts'

/** A list of people is not to be gathered by chat: whoever needs more has the office's own files. */
const MOST_SHOWN = 40
/** Folded words that take somebody's rights away. */
const REMOVES =
  /\b(xoa|go|bo|loai|thu hoi|huy|khoa|chan|ngung|bot|dua .* ra khoi|thoi (lam|quyen)|nghi|thay|khong lam .* nua|chuyen cong tac|remove)\b/

export default defineCommand({
  name: 'people',
  slash: ['nguoidung', 'people'],
  summary: 'summary-people',
  examples: ['danh sách người dùng xã', 'xóa người dùng'],
  sentences,
  roles: ['admin', 'district_officer', 'commune_officer'],
  needs: ['units'],
  form: removalForm,
  async run(turn) {
    const { db, say, speaker, chat, now, channel } = turn
    if (chat.kind === 'group') return { text: say('private-only') }
    if (REMOVES.test(fold(turn.text))) return beginRemoval(turn)
    const [unit = await ownUnit(turn)] = turn.slots.units
    if (!unit) return { text: say('no-units') }
    if (!may(speaker, 'list-people', unit)) return refuse(turn, 'list-people', unit)
    const people = await holdersWithin(db, unit.path)
    await audit(db, {
      at: now,
      person_id: speaker.personId,
      channel,
      action: 'list-people',
      unit_id: unit.id,
      subject: `unit/${unit.id}`,
    })
    if (people.length === 0) return { text: say('people-none', { unit: unitName(say, unit) }) }
    const shown = people.slice(0, MOST_SHOWN)
    const joined = await withAccounts(
      db,
      shown.map(({ personId }) => personId),
    )
    const lines = shown.map(({ personId, name, role, unitName: place, unitLevel: level }) => {
      const line = { name, role: roleName(say, role), unit: unitName(say, { name: place, level }) }
      return say(joined.has(personId) ? 'people-line' : 'people-line-absent', line)
    })
    const more = people.length - shown.length
    return {
      text: [
        say('people-title', { unit: unitName(say, unit), count: people.length }),
        ...lines,
        ...(more > 0 ? [say('people-more', { count: more })] : []),
        say('people-hint'),
      ].join('\n'),
    }
  },
})

/** The unit of the first role that lists people. */
async function ownUnit({ db, speaker }: Turn<'units'>): Promise<Unit | undefined> {
  const own = speaker.grants.find(({ unitPath }) => may(speaker, 'list-people', { path: unitPath }))
  return own && (await findUnits(db, [own.unitId]))[0]
}
