import { defineCommand, type Reply } from '../src/command/command.ts'
import { fold } from '../src/language/fold.ts'
import { planReply } from '../src/tasks/plan.ts'
import { communeOver, unitAsked } from '../src/tasks/unit-asked.ts'
import { unitsWithin } from '../src/store/units.ts'
import { capitalised, unitName } from '../src/wording/names.ts'
import sentences from './sentences/plan.ts'

const MOST_CHOICES = 8
/** Folded words that ask only for what nobody has. */
const NOBODY = /\b(chua (co )?(nguoi|ai|giao|phan cong|duoc giao)|con trong|khong ai)\b/

export default defineCommand({
  name: 'plan',
  slash: ['kehoach'],
  summary: 'summary-plan',
  examples: ['kế hoạch của xã', 'chỉ tiêu nào chưa có người phụ trách'],
  sentences,
  needs: ['units'],
  async run(turn): Promise<Reply> {
    const { db, say } = turn
    const asked = await unitAsked(turn)
    if ('reply' in asked) return asked.reply
    const { unit } = asked
    const commune = await communeOver(turn, unit)
    if (commune) return planReply(turn, commune, NOBODY.test(fold(turn.text)))
    const communes = (await unitsWithin(db, unit.path, 'xa')).filter(({ ended_on }) => ended_on === null)
    const [only, ...others] = communes
    if (only && others.length === 0) return planReply(turn, only, NOBODY.test(fold(turn.text)))
    return {
      text: say('plan-which', { unit: unitName(say, unit) }),
      choices: communes
        .slice(0, MOST_CHOICES)
        .map((each) => ({ label: capitalised(unitName(say, each)), ask: { command: 'plan', unit: each.id } })),
    }
  },
})
