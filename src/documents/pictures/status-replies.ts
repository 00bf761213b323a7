import type { Choice, Reply, Turn } from '../../command/command.ts'
import type { CriteriaSet } from '../../criteria/criteria-set.ts'
import { countsOf } from '../../replies/counts.ts'
import { dayAsked } from '../../replies/day-asked.ts'
import { standingsThrough } from '../../replies/standing-on.ts'
import { standingLines } from '../../replies/standing.ts'
import { endNote, fullName, noFigures } from '../../replies/unit-notes.ts'
import { readUnitSets } from '../../replies/unit-set.ts'
import type { Unit } from '../../store/units.ts'
import { day } from '../../wording/figures.ts'
import type { PictureKind } from './kind-asked.ts'
import { progressChart, thinned } from './progress-chart.ts'
import { readProgress } from './read-progress.ts'
import { readStatusCard } from './read-status-card.ts'
import { replyWith, offering } from './reply-with.ts'
import { statusCard } from './status-card.ts'

/** A commune's status card of each set that was asked for, or that it has figures on. */
export async function statusReplies(
  turn: Turn<never>,
  commune: Unit,
  others: readonly PictureKind[] = ['progress', 'comparison'],
): Promise<Reply[]> {
  const { say } = turn
  const title = say('standing-title', { unit: await fullName(turn, commune) })
  const end = await endNote(turn, commune)
  const replies: Reply[] = []
  for (const unitSet of await readUnitSets(turn, commune)) {
    const card = await readStatusCard(turn, commune, unitSet)
    if (!card) continue
    const text = [title, ...standingLines(say, unitSet.set, unitSet.standing), ...end].join('\n')
    replies.push(await replyWith(turn, text, statusCard(say, card)))
  }
  if (replies.length === 0) return [{ text: await noFigures(turn, commune) }]
  const days = await Promise.all(
    (await readUnitSets(turn, commune)).map(({ set }) => standingsThrough(turn.db, commune.id, set, turn.today)),
  )
  const moves = days.some((known) => known.length > 1)
  const shown = others.filter((kind) => kind !== 'progress' || moves)
  return offering(replies, offers(turn, commune, shown))
}

/** How a commune came on from day to day; where only one day is known, its status cards, and why. */
export async function progressReplies(turn: Turn<never>, commune: Unit): Promise<Reply[]> {
  const { say, today } = turn
  const until = dayAsked(turn) ?? today
  const sets = (await readUnitSets(turn, commune)).map(({ set }) => set)
  const name = await fullName(turn, commune)
  const replies: Reply[] = []
  const days: string[] = []
  for (const set of sets) {
    const progress = await readProgress(turn, commune, set, until)
    days.push(...progress.points.slice(-1).map((point) => point.day))
    if (progress.points.length < 2) continue
    const points = thinned(progress.points).toReversed()
    const lines = points.map((point) =>
      say('picture-progress-line', { day: day(point.day), counts: countsOf(say, set, point) }),
    )
    const text = [say('picture-progress-title', { unit: name, set: set.short_name }), ...lines, ...progress.foot].join(
      '\n',
    )
    replies.push(await replyWith(turn, text, progressChart(say, progress)))
  }
  if (replies.length > 0) return offering(replies, offers(turn, commune, ['status', 'comparison']))
  const cards = await statusReplies(turn, commune, ['comparison'])
  const [first, ...rest] = cards
  const last = days.sort().at(-1)
  if (!first || last === undefined) return cards
  return [{ ...first, text: `${say('picture-progress-one-day', { day: day(last) })}\n\n${first.text}` }, ...rest]
}

/** Other pictures of the same unit, and of the set where one was asked for. */
export function offers({ say, sets }: Turn<never>, unit: Unit, kinds: readonly PictureKind[]): Choice[] {
  const [set] = sets.length === 1 ? sets : ([] as CriteriaSet[])
  return kinds.map((kind) => ({
    label: say(`picture-offer-${kind}`),
    ask: { command: 'picture', unit: unit.id, set: set?.id, subject: kind },
  }))
}
