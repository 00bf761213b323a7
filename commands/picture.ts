import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import { comparisonReplies } from '../src/documents/pictures/comparison-replies.ts'
import { kindAsked, KINDS } from '../src/documents/pictures/kind-asked.ts'
import { planReplies } from '../src/documents/pictures/plan-replies.ts'
import { progressReplies, statusReplies } from '../src/documents/pictures/status-replies.ts'
import { villageReplies } from '../src/documents/pictures/village-replies.ts'
import { fold } from '../src/language/fold.ts'
import { isRegion } from '../src/replies/region-of.ts'
import { communeOf } from '../src/replies/rollup.ts'
import { noFigures } from '../src/replies/unit-notes.ts'
import type { Unit } from '../src/store/units.ts'
import { unitName } from '../src/wording/names.ts'
import sentences from './sentences/picture.ts'

export default defineCommand({
  name: 'picture',
  slash: ['anh', 'bieudo'],
  summary: 'summary-picture',
  examples: ['cho xem ảnh tình hình xã', 'vẽ biểu đồ tiến độ', 'so sánh các xã bằng ảnh'],
  sentences,
  needs: ['unit', 'units'],
  ofRegion: (text) => kindAsked(text) === 'comparison' || (kindAsked(text) === 'status' && !namesCommune(text)),
  async run(turn): Promise<Reply[]> {
    const { unit, units } = turn.slots
    const kind = KINDS.find((each) => each === turn.subject) ?? kindAsked(turn.text)
    const communes = units.filter(({ level }) => level === 'xa')
    if (kind === 'comparison' || (kind === 'status' && (isRegion(unit) || communes.length > 1)))
      return comparisonReplies(turn, unit, communes)
    if (isRegion(unit)) return [{ text: turn.say('picture-commune-only', { unit: unitName(turn.say, unit) }) }]
    const commune = await communeOf(turn, unit)
    if (!commune) return [{ text: await noFigures(turn, unit) }]
    if (kind === 'villages') return villageReplies(turn, commune)
    if (kind === 'plan') return planReplies(turn, commune)
    const replies = await (kind === 'progress' ? progressReplies(turn, commune) : statusReplies(turn, commune))
    return unit.level === 'thon' ? ofCommune(turn, unit, commune, replies) : replies
  },
})

/** A set is counted for a whole commune: asked about a village, the answer says whose figures these are. */
function ofCommune({ say }: Turn<never>, unit: Unit, commune: Unit, [first, ...rest]: Reply[]): Reply[] {
  if (!first) return []
  const names = { village: unitName(say, unit), commune: unitName(say, commune) }
  return [{ ...first, text: `${say('figures-of-commune', names)}\n\n${first.text}` }, ...rest]
}

/** "Ảnh tình hình xã": one commune is meant, though it is not said which. */
function namesCommune(text: string): boolean {
  return /\b(xa|phuong|thon)\b/.test(fold(text))
}
