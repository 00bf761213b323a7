import type { Step } from '../command/form.ts'
import type { Turn } from '../command/command.ts'
import { fold } from '../language/fold.ts'
import { freeTextOf } from '../language/free-text.ts'
import { findUnits } from '../store/units.ts'
import { unitName } from '../wording/names.ts'
import { audienceOf, type Reach } from './schedule.ts'
import { scheduleShapes, type ScheduleValues } from './schedule-values.ts'

const BELOW =
  /\b(cac|nhung|tat ca|moi|toan bo|het) (cac )?(nhom|thon|xom|ban|xa|to|ap|phuong)\b|\b(ca|toan) (xa|tinh|huyen)\b|\bnhom (cac )?(cap duoi|ben duoi)\b|\bca (nhom )?(thon|cap duoi)\b/
const OWN = /\b(chi|rieng)\b.*\bnhom\b|\bnhom (cua )?(xa|tinh|huyen|minh|toi|nay|chung|don vi)\b/
const MOST_WORDS = 8
const ONE = /\bnhom\b/

/** Whose groups are meant: "các nhóm", "các thôn" are those below too; "chỉ nhóm xã" the unit's own. */
export function reachSaid(text: string): Reach | undefined {
  const said = fold(text)
  if (OWN.test(said)) return 'own'
  return BELOW.test(said) ? 'below' : undefined
}

/**
 * For whose groups it is. Where nothing says it: what is "for the group", and a digest or a list, goes to the unit's own groups,
 * if it has any; an announcement, as those that are sent at once, to the groups below too.
 */
export const groupsStep: Step<ScheduleValues, 'groups'> = {
  name: 'groups',
  plain: true,
  label: 'schedule-label-groups',
  value: scheduleShapes.groups,
  async ask({ db, say }, { unit: id }) {
    const [unit] = id === undefined ? [] : await findUnits(db, [id])
    return {
      text: say('schedule-ask-groups'),
      options: [
        { label: say('schedule-groups-own', { unit: unit ? unitName(say, unit) : '' }), value: 'own' },
        { label: say('schedule-groups-below'), value: 'below' },
      ],
    }
  },
  parse: ({ text }) => heard(reachSaid(text)),
  async hear(turn, { groups, unit, kind }) {
    const beside = besideText(turn)
    // In the middle only a few words choose groups: a long sentence is another question or another schedule.
    if (groups !== undefined && beside.trim().split(/\s+/).length > MOST_WORDS) return undefined
    const said = reachSaid(beside)
    if (said !== undefined || groups !== undefined) return heard(said)
    return unit === undefined || kind === undefined ? undefined : { value: await usualReach(turn, unit, kind) }
  },
}

function heard(reach: Reach | undefined) {
  return reach && { value: reach }
}

/** The words beside a text that is to be announced, which may speak of any groups. */
function besideText({ text }: Pick<Turn, 'text'>): string {
  const { head, freeText } = freeTextOf(text.normalize('NFC'))
  return freeText === undefined ? text : head
}

async function usualReach(turn: Turn<never>, unitId: string, kind: ScheduleValues['kind']): Promise<Reach> {
  if (kind === 'announcement' && !ONE.test(fold(besideText(turn)))) return 'below'
  const [unit] = await findUnits(turn.db, [unitId])
  if (!unit || (await audienceOf(turn.db, unit, kind, 'own')).length > 0) return 'own'
  return (await audienceOf(turn.db, unit, kind, 'below')).length > 0 ? 'below' : 'own'
}
