import { defineCommand, type Choice, type Reply, type Turn } from '../src/command/command.ts'
import type { CriteriaSet } from '../src/criteria/criteria-set.ts'
import { dayAsked } from '../src/replies/day-asked.ts'
import { figuresFor } from '../src/replies/figures-for.ts'
import { regionReply } from '../src/replies/ranking.ts'
import { standingLines } from '../src/replies/standing.ts'
import { standingOn } from '../src/replies/standing-on.ts'
import { endNote, fullName, noFigures } from '../src/replies/unit-notes.ts'
import { standingsOf, type Standing } from '../src/store/figures.ts'
import type { Unit } from '../src/store/units.ts'
import { unitName } from '../src/wording/names.ts'
import sentences from './sentences/status.ts'

type StatusTurn = Turn<'unit'>

export default defineCommand({
  name: 'status',
  slash: ['tiendo', 'status'],
  summary: 'summary-status',
  examples: ['xã đạt bao nhiêu tiêu chí', 'xã Trung Lương đạt bao nhiêu chỉ tiêu nâng cao'],
  sentences,
  needs: ['unit'],
  async run(turn) {
    const { unit } = turn.slots
    if (unit.level === 'tinh' || unit.level === 'huyen') return regionReply(turn, unit)
    const asked = dayAsked(turn)
    return figuresFor(turn, (on) => (asked ? statusOn(on, on.slots.unit, asked) : currentStatus(on, on.slots.unit)))
  },
})

async function currentStatus(turn: StatusTurn, unit: Unit): Promise<Reply> {
  const { db, say, catalogs } = turn
  const standings = await standingsOf(db, unit.id)
  const tracked = standings.flatMap((standing) => catalogs.get(standing.set_id) ?? [])
  const sets = turn.sets.length > 0 ? turn.sets : tracked
  if (sets.length === 0) return { text: [await noFigures(turn, unit), ...(await endNote(turn, unit))].join('\n') }

  const blocks = sets.map((set) => {
    const standing = standings.find(({ set_id }) => set_id === set.id)
    return setBlock(turn, unit, set, standing)
  })
  const text = [
    say('standing-title', { unit: await fullName(turn, unit) }),
    ...blocks.map((lines) => `• ${lines.join('\n')}`),
    ...(await endNote(turn, unit)),
  ].join('\n')
  const choices = [...offerUnmet(turn, unit, sets, standings), ...offerPicture(turn, unit, standings)]
  return { text, choices }
}

function setBlock({ say }: StatusTurn, unit: Unit, set: CriteriaSet, standing: Standing | undefined): string[] {
  const lines = standing ? standingLines(say, set, standing) : []
  if (lines.length > 0) return lines
  const none = say('no-figures-set', { unit: unitName(say, unit), set: set.short_name })
  return set.complete ? [none] : [setIncomplete(say, set), none]
}

function setIncomplete(say: StatusTurn['say'], set: CriteriaSet): string {
  const { criteria, indicators } = set.official_counts
  return say('set-incomplete', { set: set.short_name, decision: set.decision, criteria, indicators })
}

/** Where the list is known, what is missing is one press away. */
function offerUnmet({ say }: StatusTurn, unit: Unit, sets: CriteriaSet[], standings: Standing[]): Choice[] {
  return sets
    .filter((set) => standings.some(({ set_id, indicators_unmet }) => set_id === set.id && indicators_unmet > 0))
    .map((set) => ({
      label: say('offer-unmet', { set: set.short_name }),
      ask: { command: 'unmet', unit: unit.id, set: set.id },
    }))
}

/** The same figures as a picture, of the set that was asked for or of all. */
function offerPicture({ say, sets }: StatusTurn, unit: Unit, standings: Standing[]): Choice[] {
  const asked = standings.filter(({ set_id }) => sets.length === 0 || sets.some(({ id }) => id === set_id))
  if (asked.length === 0) return []
  const set = sets.length === 1 ? sets[0]?.id : undefined
  return [{ label: say('offer-picture'), ask: { command: 'picture', unit: unit.id, set, subject: 'status' } }]
}

async function statusOn(turn: StatusTurn, unit: Unit, on: string): Promise<Reply> {
  const { db, say, catalogs } = turn
  const tracked = (await standingsOf(db, unit.id)).flatMap(({ set_id }) => catalogs.get(set_id) ?? [])
  const sets = turn.sets.length > 0 ? turn.sets : tracked
  const blocks = await Promise.all(
    sets.map(async (set) => {
      const standing = await standingOn(db, unit.id, set, on)
      return standing ? standingLines(say, set, standing) : []
    }),
  )
  const known = blocks.filter((lines) => lines.length > 0)
  if (known.length > 0)
    return {
      text: [
        say('standing-title', { unit: await fullName(turn, unit) }),
        ...known.map((lines) => `• ${lines.join('\n')}`),
      ].join('\n'),
    }
  return { text: await noFigures(turn, unit) }
}
