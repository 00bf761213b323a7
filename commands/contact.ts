import { defineCommand } from '../src/command/command.ts'
import { officerSaid } from '../src/replies/refusal.ts'
import { officersOver } from '../src/store/roster.ts'
import { unitName } from '../src/wording/names.ts'
import sentences from './sentences/contact.ts'

const MOST = 5

/** Hands over to a person: names the officers, and tells them who asks for them. */
export default defineCommand({
  name: 'contact',
  slash: ['gapcanbo'],
  summary: 'summary-contact',
  examples: ['gặp cán bộ'],
  sentences,
  acts: true,
  asked: 'contact',
  denied: 'contact',
  async run(turn) {
    const { db, say, speaker, now } = turn
    const [place] = speaker.grants
    if (!speaker.personId || !place) return { text: say('contact-stranger') }
    const officers = await officersOver(db, place.unitPath, ['commune_officer', 'district_officer', 'admin'], MOST)
    const others = officers.filter(({ personId }) => personId !== speaker.personId)
    if (others.length === 0) return { text: say('contact-nobody') }
    const [nearest] = others
    const told = others.filter(({ role }) => role === nearest?.role)
    const unit = unitName(say, { name: place.unitName, level: place.unitLevel })
    for (const { personId } of told)
      await turn.tell(personId, `contact:${speaker.personId}:${personId}:${now.toISOString().slice(0, 13)}`, {
        text: say('contact-told', { person: speaker.name ?? '', unit }),
      })
    return { text: say('contact-done', { people: told.map((person) => officerSaid({ say }, person)).join('; ') }) }
  },
})
