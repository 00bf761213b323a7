import { periodAwaited } from '../src/calendar/periods.ts'
import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import { completenessOf, type Completeness } from '../src/criteria/completeness.ts'
import { may, rolesThatMay } from '../src/people/permissions.ts'
import { namedIndicators } from '../src/replies/named-indicators.ts'
import { reportingPeriodOf, startOfNextDay } from '../src/replies/period.ts'
import { refuse, refuseRole } from '../src/replies/refusal.ts'
import { villageReporting, type VillageReporting } from '../src/store/completeness.ts'
import { holdersWithin } from '../src/store/roster.ts'
import { reportingOf } from '../src/store/unit-settings.ts'
import { findUnits, unitsWithin, type Unit } from '../src/store/units.ts'
import { day, number } from '../src/wording/figures.ts'
import { capitalised, unitName } from '../src/wording/names.ts'
import sentences from './sentences/completeness.ts'

type CompletenessTurn = Turn<'units'>

interface Period {
  from: string
  to: string
}

/** Communes of a province; more would be no answer any more. */
const MOST_COMMUNES = 60

export default defineCommand({
  name: 'completeness',
  slash: ['tinhhinhbaocao'],
  summary: 'summary-completeness',
  examples: ['thôn nào chưa báo cáo', 'tỷ lệ báo cáo tháng này'],
  sentences,
  needs: ['units'],
  async run(turn): Promise<Reply> {
    const unit = await unitMeant(turn)
    if (!unit) return refuseRole(turn, turn.say('action-see-reporting'), rolesThatMay('see-reporting'), 'see-reporting')
    if (!may(turn.speaker, 'see-reporting', unit)) return refuse(turn, 'see-reporting', unit)
    const [said] = turn.mentions.dates
    const period = said ? { from: said.from, to: said.to } : await reportingPeriodOf(turn.db, unit.path, turn.today)
    const villages = await villageReporting(turn.db, unit.path, { ...period, subjects: subjectsOf(turn) })
    if (villages.length === 0) return { text: turn.say('rollup-no-villages', { unit: unitName(turn.say, unit) }) }
    const lines =
      unit.level === 'tinh' || unit.level === 'huyen'
        ? await communeLines(turn, unit, villages, period)
        : await villageLines(turn, unit, villages, period)
    return {
      text: [...titleLines(turn, unit, villages, period), ...lines, ...(await remindHint(turn, unit, villages))].join(
        '\n',
      ),
    }
  },
})

/** How to have those reminded who are missing, for whoever may. */
async function remindHint(
  { db, say, speaker, chat, mentions, today }: CompletenessTurn,
  unit: Unit,
  villages: readonly VillageReporting[],
): Promise<string[]> {
  const missing = villages.some(({ waiting, approved }) => waiting + approved === 0)
  const offers = missing && unit.level === 'xa' && chat.kind === 'private' && may(speaker, 'send-notice', unit)
  if (!offers || mentions.dates.length + mentions.targets.length > 0) return []
  const kind = await reportingOf(db, unit.path)
  // Those words are of the period that is awaited: in its first days, of the one before.
  return kind !== 'none' && periodAwaited(kind, today).to >= today ? [say('completeness-remind')] : []
}

/** What was named; else the speaker's own, of several the one that holds the others. */
async function unitMeant({ db, speaker, slots }: CompletenessTurn): Promise<Unit | undefined> {
  if (slots.units[0]) return slots.units[0]
  const own = await findUnits(
    db,
    speaker.grants.map(({ unitId }) => unitId),
  )
  return own.sort((a, b) => a.path.length - b.path.length)[0]
}

/** The indicators that were named, as `set/code`; undefined where none was. */
function subjectsOf({ mentions, catalogs }: CompletenessTurn): string[] | undefined {
  const [target] = mentions.targets
  if (!target) return undefined
  return target.readings.flatMap(({ set: id, code }) => {
    const set = catalogs.get(id)
    const named = set ? namedIndicators({ kind: target.kind, set, code }) : []
    return named.map(({ indicator }) => `${id}/${indicator.code}`)
  })
}

function read(villages: readonly VillageReporting[], { to }: Period): Completeness {
  const sent = villages.map(({ unit_id, waiting, approved, returned, first_at }) => ({
    id: unit_id,
    standing: waiting + approved,
    returned,
    firstAt: first_at,
  }))
  return completenessOf(sent, startOfNextDay(to))
}

function counts({ total, reported, onTime }: Completeness) {
  const percent = (part: number) => `${number(Math.round((part * 1000) / total) / 10)}%`
  return {
    total,
    reported: reported.length,
    share: percent(reported.length),
    onTime: onTime.length,
    onTimeShare: percent(onTime.length),
  }
}

function titleLines(
  { say, mentions, today }: CompletenessTurn,
  unit: Unit,
  villages: readonly VillageReporting[],
  period: Period,
): string[] {
  const named = { unit: capitalised(unitName(say, unit)), from: day(period.from), to: day(period.to) }
  const about = mentions.targets[0]?.text
  const result = read(villages, period)
  return [
    about ? say('completeness-title-target', { ...named, target: about }) : say('completeness-title', named),
    say('completeness-counts', counts(result)),
    ...(period.to >= today ? [say('completeness-running')] : []),
  ]
}

async function villageLines(
  turn: CompletenessTurn,
  unit: Unit,
  villages: readonly VillageReporting[],
  period: Period,
): Promise<string[]> {
  const { say, chat } = turn
  const result = read(villages, period)
  const heads = chat.kind === 'private' ? await headsOf(turn, unit) : new Map<string, string>()
  const named = (ids: readonly string[]) =>
    villages
      .filter(({ unit_id }) => ids.includes(unit_id))
      .map((village) => {
        const name = unitName(say, village)
        const head = heads.get(village.unit_id)
        return head ? say('completeness-head', { unit: name, person: head }) : name
      })
      .join(', ')
  const done = villages
    .filter(({ unit_id }) => result.reported.includes(unit_id))
    .map((village) => {
      const { waiting, approved } = village
      const said = { unit: capitalised(unitName(say, village)), count: waiting + approved, waiting }
      const line = waiting > 0 ? say('completeness-village-waiting', said) : say('completeness-village', said)
      return result.late.includes(village.unit_id) ? say('completeness-late', { line }) : line
    })
  return [
    ...(done.length > 0 ? [say('completeness-reported'), ...done] : []),
    ...(result.returned.length > 0 ? [say('completeness-returned', { units: named(result.returned) })] : []),
    result.missing.length > 0
      ? say('completeness-missing', { units: named(result.missing) })
      : say('completeness-none-missing'),
  ]
}

/** Who is to report for each village, by name. */
async function headsOf({ db }: CompletenessTurn, unit: Unit): Promise<Map<string, string>> {
  const holders = await holdersWithin(db, unit.path)
  const heads = holders.filter(({ role }) => role === 'village_head')
  return new Map(
    [...Map.groupBy(heads, ({ unitId }) => unitId)].map(([id, people]) => [
      id,
      people.map(({ name }) => name).join(', '),
    ]),
  )
}

async function communeLines(
  { db, say }: CompletenessTurn,
  unit: Unit,
  villages: readonly VillageReporting[],
  period: Period,
): Promise<string[]> {
  const communes = await unitsWithin(db, unit.path, 'xa', MOST_COMMUNES)
  return communes.flatMap((commune) => {
    const own = villages.filter(({ path }) => path.startsWith(commune.path))
    if (own.length === 0) return []
    return [say('completeness-commune', { unit: capitalised(unitName(say, commune)), ...counts(read(own, period)) })]
  })
}
