import { defineCommand, type Choice, type Reply, type Turn } from '../src/command/command.ts'
import { may, rolesThatMay } from '../src/people/permissions.ts'
import { refuse } from '../src/replies/refusal.ts'
import { communeOf, isReported, type CommuneRollup } from '../src/replies/rollup.ts'
import { shortIndicator } from '../src/replies/standing.ts'
import { fixForm, fixValues } from '../src/reports/fix-rollup.ts'
import { ownCommunes } from '../src/replies/own-communes.ts'
import { rollupsMeant } from '../src/reports/rollups-meant.ts'
import type { Unit } from '../src/store/units.ts'
import { unitName } from '../src/wording/names.ts'
import sentences from './sentences/fix-rollup.ts'

const MOST_CHOICES = 8

export default defineCommand({
  name: 'fix-rollup',
  slash: ['chot'],
  summary: 'summary-fix-rollup',
  examples: ['chốt 17.5'],
  sentences,
  roles: rolesThatMay('fix-rollup'),
  needs: ['unit'],
  acts: true,
  form: fixForm,
  async run(turn): Promise<Reply | Reply[]> {
    const { say, speaker } = turn
    const commune = await communeMeant(turn)
    if (!commune) return { text: say('rollup-commune-only', { unit: unitName(say, turn.slots.unit) }) }
    if (!may(speaker, 'fix-rollup', commune)) return refuse(turn, 'fix-rollup', commune)
    const named = await rollupsMeant(turn, commune)
    const reported = named.filter((read) => isReported(read) && read.rollup.covered > 0)
    const [only] = reported
    if (only && reported.length === 1) return turn.begin(fixValues(only))
    if (reported.length > 1)
      return { text: say('fix-which'), choices: reported.slice(0, MOST_CHOICES).map((read) => choiceOf(turn, read)) }
    // "Chốt 8.5 đạt" where no village reports on it: the officer's own word.
    if (turn.mentions.verdict && named.length > 0) return turn.instead('set-status')
    return {
      text: say('fix-nothing', { unit: unitName(say, commune) }),
      choices: named.slice(0, MOST_CHOICES).map(({ set, indicator }) => ({
        label: say('fix-instead', { code: indicator.code, set: set.short_name }),
        ask: { command: 'set-status', unit: commune.id, set: set.id, target: indicator.code },
      })),
    }
  },
})

/** The commune that was named; without a name, the speaker's own goes before one that was only talked about. */
async function communeMeant(turn: Turn<'unit'>): Promise<Unit | undefined> {
  const commune = await communeOf(turn, turn.slots.unit)
  if (turn.mentions.units.length > 0 || (commune && may(turn.speaker, 'fix-rollup', commune))) return commune
  return (await ownCommunes(turn, 'fix-rollup'))[0] ?? commune
}

function choiceOf({ say }: Turn<never>, { commune, set, indicator, rollup }: CommuneRollup): Choice {
  const name = `${shortIndicator(set, indicator.code)}, ${set.short_name}`
  const label = say('fix-choice', { name, covered: rollup.covered, total: rollup.total })
  return { label, ask: { command: 'fix-rollup', unit: commune.id, set: set.id, target: indicator.code } }
}
