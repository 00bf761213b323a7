import type { Choice, Reply, Turn } from '../../command/command.ts'
import { rollupNote, isReported, type CommuneRollup } from '../../replies/rollup.ts'
import { shortIndicator } from '../../replies/standing.ts'
import { rollupsMeant } from '../../reports/rollups-meant.ts'
import type { Unit } from '../../store/units.ts'
import { unitName } from '../../wording/names.ts'
import { readVillages } from './read-villages.ts'
import { offering, replyWith } from './reply-with.ts'
import { villageChart, type VillageChart } from './village-chart.ts'

const MOST_CHOICES = 6
/** Of a criterion that is named, as many of its indicators. */
const MOST_PICTURES = 3

/** What the villages add up to: of the indicators that were named, else of the one that most villages report on. */
export async function villageReplies(turn: Turn<never>, commune: Unit): Promise<Reply[]> {
  const reported = (await rollupsMeant(turn, commune)).filter(isReported)
  if (reported.length === 0) return turn.instead('rollup')
  const shown = reported.slice(0, turn.mentions.targets.length > 0 ? MOST_PICTURES : 1)
  const replies: Reply[] = []
  for (const read of shown) {
    const chart = await readVillages(turn, read)
    replies.push(await replyWith(turn, wordsOf(turn, read, chart), villageChart(turn.say, chart)))
  }
  return offering(replies, others(commune, reported.slice(shown.length)))
}

function wordsOf({ say }: Turn<never>, read: CommuneRollup, chart: VillageChart): string {
  const { commune, set, indicator } = read
  return [
    say('rollup-title', { code: indicator.code, set: set.short_name, unit: unitName(say, commune) }),
    say('indicator-name', { name: indicator.name }),
    rollupNote(say, read),
    chart.demand,
    ...chart.villages.map(({ name, figure }) => `• ${name}: ${figure || say('picture-villages-none')}`),
    ...chart.notes,
    ...chart.foot,
  ].join('\n')
}

function others(commune: Unit, reported: readonly CommuneRollup[]): Choice[] {
  return reported.slice(0, MOST_CHOICES).map(({ set, indicator }) => ({
    label: `${shortIndicator(set, indicator.code)} (${set.short_name})`,
    ask: { command: 'picture', unit: commune.id, set: set.id, target: indicator.code, subject: 'villages' },
  }))
}
