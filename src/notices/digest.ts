import type { Turn } from '../command/command.ts'
import { periodAwaited } from '../calendar/periods.ts'
import { localAt } from '../calendar/zone.ts'
import type { CriteriaSet } from '../criteria/criteria-set.ts'
import { countsOf } from '../replies/counts.ts'
import { shortIndicator, standingLines } from '../replies/standing.ts'
import { liveWithin } from '../store/assignments.ts'
import { lastDigest, toldSince, type Seen } from '../store/changes.ts'
import { villageReporting } from '../store/completeness.ts'
import { rankCommunes, setsTracked, standingsOf, type Ranked, type Status } from '../store/figures.ts'
import { reportingOf, zoneOf } from '../store/unit-settings.ts'
import { ancestorsOf, findUnits, type Unit } from '../store/units.ts'
import { day, quantity } from '../wording/figures.ts'
import { capitalised, unitName } from '../wording/names.ts'
import { changesSince, isChange, sameCounts, type Changes } from './digest-changes.ts'
import { fitText, type Block, type List } from './fit-text.ts'
import { taskLists } from './task-lines.ts'

type Needed = Pick<Turn, 'db' | 'say' | 'catalogs' | 'now'>

/** The shortest of the longest messages: Zalo's. */
const LONGEST = 2000
/** Communes whose changes are told one by one. */
const MOST_COMMUNES = 60

/**
 * The progress digest of a unit, for its groups: counts by set with day and source, what changed since the last one that was
 * sent, what is due or overdue, who has not reported. One message on every channel, and never an empty one.
 */
export async function digestOf(turn: Needed, unit: Unit): Promise<string> {
  const { db, say, now } = turn
  const zone = await zoneOf(db, unit.path)
  const { day: today, time } = localAt(now, zone)
  const last = await lastDigest(db, unit.id)
  const place = await placeOf(turn, unit)
  const figures = place.level === 'xa' ? await communeFigures(turn, place) : await areaFigures(turn, place)
  const changes = last ? await changeBlocks(turn, place, last.seen) : []
  const since = last && { day: day(localAt(new Date(last.at), zone).day) }
  const changed = !since
    ? [say('digest-first')]
    : changes.length > 0
      ? [say('digest-since', since), ...changes]
      : [say('digest-no-change', since)]
  const tasks = taskLists(turn, await liveWithin(db, unit.path), today, unit.path)
  const blocks: Block[] = [
    say('digest-title', { unit: unitName(say, unit), time, day: day(today) }),
    ...(place.id === unit.id ? [] : [say('digest-of-commune', { unit: unitName(say, place) })]),
    ...(figures.length > 0 ? figures : [say('no-figures', { unit: unitName(say, place) })]),
    ...changed,
    ...tasks,
    ...(await reportingBlocks(turn, unit, today)),
  ]
  return fitText(blocks, LONGEST)
}

/** The sets count a commune: what is told in a village is its commune's figures. */
async function placeOf({ db }: Needed, unit: Unit): Promise<Unit> {
  return unit.level === 'thon' ? ((await ancestorsOf(db, unit)).find(({ level }) => level === 'xa') ?? unit) : unit
}

async function communeFigures({ db, say, catalogs }: Needed, commune: Unit): Promise<Block[]> {
  const standings = await standingsOf(db, commune.id)
  return standings.flatMap((standing) => {
    const set = catalogs.get(standing.set_id)
    return set ? standingLines(say, set, standing) : []
  })
}

/** Each set's communes, best first; their days are said as the first and the last of them. */
async function areaFigures({ db, say, catalogs }: Needed, area: Unit): Promise<Block[]> {
  const blocks: Block[] = []
  for (const { set_id } of await setsTracked(db, area.path)) {
    const set = catalogs.get(set_id)
    if (!set) continue
    const ranked = await rankCommunes(db, area.path, set_id)
    const days = ranked.flatMap(({ as_of }) => as_of ?? []).sort()
    blocks.push(
      {
        head: say('digest-area', { set: set.short_name, communes: ranked.length, full: fullOf(ranked, set) }),
        items: ranked.map((commune) =>
          say('digest-commune', {
            unit: capitalised(unitName(say, commune)),
            counts: countsOf(say, set, commune),
          }),
        ),
        join: '\n',
        more: (count) => say('digest-more-communes', { count }),
      },
      daysOf({ say }, days),
    )
  }
  return blocks
}

function daysOf({ say }: Pick<Needed, 'say'>, days: readonly string[]): string {
  const [from = '', to = from] = [days[0], days.at(-1)]
  return from === to
    ? say('digest-area-day', { day: day(to) })
    : say('digest-area-days', { from: day(from), to: day(to) })
}

/** How many communes meet all criteria of a set. */
function fullOf(ranked: readonly Ranked[], { official_counts }: CriteriaSet): number {
  return ranked.filter(({ criteria }) => criteria === official_counts.criteria).length
}

async function changeBlocks(turn: Needed, place: Unit, seen: Seen): Promise<Block[]> {
  const { db, say, catalogs } = turn
  const touched = (await toldSince(db, place.path, seen)).slice(0, MOST_COMMUNES)
  const units = new Map(
    (await findUnits(db, [...new Set(touched.map(({ unit_id }) => unit_id))])).map((unit) => [unit.id, unit]),
  )
  const blocks: Block[] = []
  for (const { unit_id, set_id } of touched) {
    const set = catalogs.get(set_id)
    const unit = units.get(unit_id)
    if (!set || !unit) continue
    const changes = await changesSince(turn, unit_id, set, seen)
    if (!isChange(changes)) continue
    const of = place.level === 'xa' ? set.short_name : `${capitalised(unitName(say, unit))} (${set.short_name})`
    blocks.push(...changesSaid(turn, of, changes, place.level === 'xa'))
  }
  return blocks
}

/** `NTM nâng cao: +1 chỉ tiêu: 17.5; 14/19 → 15/19 tiêu chí`; for a commune, which ones with day and source. */
function changesSaid({ say }: Needed, of: string, changes: Changes, inFull: boolean): Block[] {
  const { set, met, lost, unmet, figures, criteria, before, after } = changes
  const codes = (statuses: readonly Status[]) => shortCodes({ say }, statuses)
  const parts = [
    ...(met.length > 0 ? [say('digest-plus', { count: met.length, codes: codes(met) })] : []),
    ...(lost.length > 0 ? [say('digest-minus', { count: lost.length, codes: codes(lost) })] : []),
    ...(unmet.length > 0 ? [say('digest-unmet', { codes: codes(unmet) })] : []),
    ...(criteria.length > 0 ? [say('digest-criteria', { numbers: criteria.join(', ') })] : []),
    ...(before && after && !sameCounts(before, after)
      ? [say('digest-totals', { before: countsOf(say, set, before), after: countsOf(say, set, after) })]
      : []),
    ...(!before && after ? [say('digest-totals-first', { after: countsOf(say, set, after) })] : []),
  ]
  const line = parts.length > 0 ? [say('digest-change', { of, changes: parts.join('; ') })] : []
  if (!inFull) return line.length > 0 ? line : [say('digest-change', { of, changes: say('digest-new-figures') })]
  const list = (head: string, items: string[]): List[] =>
    items.length > 0 ? [{ head, items, join: '; ', more: (count) => say('digest-more-indicators', { count }) }] : []
  return [
    ...line,
    ...list(
      say('digest-met', { of }),
      met.map((status) =>
        say('digest-met-item', {
          indicator: shortIndicator(set, status.indicator),
          day: day(status.as_of),
          source: status.source,
        }),
      ),
    ),
    ...list(
      say('digest-figures', { of }),
      figures.map(({ before: old, status }) => figureSaid({ say }, set, old, status)),
    ),
  ]
}

const MOST_CODES = 8

function shortCodes({ say }: Pick<Needed, 'say'>, statuses: readonly Status[]): string {
  const codes = statuses.slice(0, MOST_CODES).map(({ indicator }) => indicator)
  const more = statuses.length - codes.length
  return [codes.join(', '), ...(more > 0 ? [say('digest-more-indicators', { count: more })] : [])].join(' ')
}

function figureSaid({ say }: Pick<Needed, 'say'>, set: CriteriaSet, before: number | null, status: Status): string {
  const { indicator: code, value, as_of } = status
  const unit = set.criteria.flatMap(({ indicators }) => indicators).find((each) => each.code === code)?.unit ?? ''
  const said = { code, now: quantity(value ?? 0, unit), day: day(as_of) }
  return before === null
    ? say('digest-figure', said)
    : say('digest-figure-from', { ...said, before: quantity(before, unit) })
}

async function reportingBlocks({ db, say }: Needed, unit: Unit, today: string): Promise<Block[]> {
  const reporting = await reportingOf(db, unit.path)
  if (reporting === 'none') return []
  const period = periodAwaited(reporting, today)
  const villages = await villageReporting(db, unit.path, period)
  const missing = villages.filter(({ waiting, approved }) => waiting + approved === 0)
  const said = { from: day(period.from), to: day(period.to), missing: missing.length, total: villages.length }
  if (villages.length === 0) return []
  if (missing.length === 0) return [say('digest-all-reported', said)]
  const communes =
    unit.level === 'tinh' || unit.level === 'huyen' ? await missingByCommune({ db, say }, missing) : undefined
  return [
    {
      head: say('digest-missing', said),
      items: communes ?? missing.map((village) => unitName(say, village)),
      join: ', ',
      more: (count) => say(communes ? 'digest-more-communes' : 'digest-more-villages', { count }),
    },
  ]
}

/** `xã Đông Mẫu (2 thôn)`, those with the most first. */
async function missingByCommune(
  { db, say }: Pick<Needed, 'db' | 'say'>,
  missing: readonly { path: string }[],
): Promise<string[]> {
  const byCommune = Map.groupBy(missing, ({ path }) => path.split('/').at(-3) ?? '')
  const communes = new Map((await findUnits(db, [...byCommune.keys()])).map((unit) => [unit.id, unit]))
  return [...byCommune]
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([id, villages]) => {
      const commune = communes.get(id)
      return commune ? [say('digest-missing-in', { unit: unitName(say, commune), count: villages.length })] : []
    })
}
