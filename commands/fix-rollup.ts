import { defineCommand, type Choice, type Reply, type Turn } from '../src/command/command.ts'
import { may, rolesThatMay } from '../src/people/permissions.ts'
import { namedIndicators } from '../src/replies/named-indicators.ts'
import { refuse } from '../src/replies/refusal.ts'
import { communeOf, isReported, readRollup, type CommuneRollup } from '../src/replies/rollup.ts'
import { shortIndicator } from '../src/replies/standing.ts'
import { fixForm, fixValues } from '../src/reports/fix-rollup.ts'
import { ownCommunes } from '../src/reports/own-communes.ts'
import { indicatorOf } from '../src/reports/values.ts'
import { rolledUpIndicators } from '../src/store/rollup.ts'
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
    const named = await rollupsNamed(turn, commune)
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

/** What was named; where nothing was, all that villages have reported on. */
async function rollupsNamed(turn: Turn<'unit'>, commune: Unit): Promise<CommuneRollup[]> {
  const { catalogs, mentions, sets } = turn
  const readings = mentions.targets.flatMap(({ kind, readings: all }) =>
    all.flatMap(({ set: id, code }) => {
      const set = catalogs.get(id)
      return set ? namedIndicators({ kind, set, code }) : []
    }),
  )
  const listed = (await rolledUpIndicators(turn.db, commune.path)).map(({ set_id, indicator }) =>
    indicatorOf(turn, { set: set_id, code: indicator }),
  )
  const wanted = (mentions.targets.length > 0 ? readings : listed).filter(
    ({ set }) => sets.length === 0 || sets.includes(set),
  )
  return Promise.all(wanted.map(({ set, indicator }) => readRollup(turn, commune, set, indicator)))
}

function choiceOf({ say }: Turn<never>, { commune, set, indicator, rollup }: CommuneRollup): Choice {
  const name = `${shortIndicator(set, indicator.code)}, ${set.short_name}`
  const label = say('fix-choice', { name, covered: rollup.covered, total: rollup.total })
  return { label, ask: { command: 'fix-rollup', unit: commune.id, set: set.id, target: indicator.code } }
}
