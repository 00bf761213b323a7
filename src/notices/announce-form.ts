import type { Turn } from '../command/command.ts'
import { defineForm } from '../command/form.ts'
import { isQuiet } from '../calendar/quiet-hours.ts'
import { localAt } from '../calendar/zone.ts'
import type { Outgoing } from '../messages/outgoing.ts'
import type { Group } from '../store/groups.ts'
import { zoneOf } from '../store/unit-settings.ts'
import { findUnits, type Unit } from '../store/units.ts'
import { zaloUsage } from '../store/zalo-usage.ts'
import { literal } from '../wording/emphasis.ts'
import { instant } from '../wording/instant.ts'
import { send } from './announce.ts'
import { groupsStep, photoStep, textStep, unitStep, whenStep } from './announce-steps.ts'
import { announceShapes, groupsFor, photoFile, sendAtFor, type Announce } from './announce-values.ts'
import { announcementMessage, announcementTitle } from './announcement.ts'
import { groupSaid, stopSaid } from './group-words.ts'
import { keyOf } from './own-groups.ts'
import { sameAnnouncement } from './same-announcement.ts'

type FormTurn = Turn<never>

const MOST_SHOWN = 30
/** From this share of the month's messages on, what is left on Zalo is said. */
const SHORT_FROM = 0.2

/** An announcement: what, to which groups, shown as they will see it, and sent only when it is confirmed. */
export const announceForm = defineForm<Announce>({
  version: 1,
  given: { begun: announceShapes.begun },
  steps: [unitStep, textStep, photoStep, groupsStep, whenStep],
  numbersChoose: ({ groups }) => groups.all.length > 1,
  confirm: preview,
  submit: send,
})

async function preview(turn: FormTurn, values: Announce): Promise<string> {
  const { db, say, now, speaker } = turn
  const [unit] = await findUnits(db, [values.unit])
  if (!unit) throw new Error(`no unit ${values.unit}`)
  const { text, photo = null } = values
  const by = { unitId: unit.id, authorId: speaker.personId ?? '' }
  const same = await sameAnnouncement(db, by, { text, photo }, now)
  const message = announcementMessage(say, unit, text, photoFile(turn, photo))
  return [
    ...(same ? [say('announcement-again', { at: instant(same.at), count: same.groups }), ''] : []),
    say('announcement-preview'),
    RULE,
    `[b]${announcementTitle(say, unit)}[/b]`,
    literal(text),
    ...(photo ? [say('announcement-with-photo')] : []),
    RULE,
    ...(await groupLines(turn, unit, values, message)),
    ...(await timeLine(turn, unit, values)),
  ].join('\n')
}

/** Shows where the announcement begins and ends. */
const RULE = '―――'

async function groupLines(turn: FormTurn, unit: Unit, { groups }: Announce, message: Outgoing): Promise<string[]> {
  const { say } = turn
  const known = new Map((await groupsFor(turn, unit)).map((group) => [keyOf(group), group]))
  const numbered = groups.all.map((key, index) => ({ number: index + 1, group: known.get(key) }))
  const chosen = numbered.flatMap(({ number, group }) =>
    group && group.stoppedAt === null && groups.chosen.includes(number) ? [{ number, group }] : [],
  )
  const stopped = numbered.flatMap(({ group }) => (group && group.stoppedAt !== null ? [group] : []))
  const others = numbered.filter(({ number, group }) => group?.stoppedAt === null && !groups.chosen.includes(number))
  const several = groups.all.length > 1
  const rest = chosen.length - MOST_SHOWN
  return [
    say('announcement-to', { count: chosen.length }),
    ...chosen.slice(0, MOST_SHOWN).map(({ number, group }) => {
      const said = groupSaid(say, group)
      return several
        ? say('announcement-group-numbered', { number, group: said })
        : say('announcement-group', { group: said })
    }),
    ...(rest > 0 ? [say('announcement-groups-more', { count: rest })] : []),
    ...(others.length > 0 ? [say('announcement-left-out', { numbers: leftOut(turn, others) })] : []),
    ...stopped
      .slice(0, MOST_SHOWN)
      .map((group) => say('announcement-stopped', { group: groupSaid(say, group), why: stopSaid(say, group) })),
    ...(await countLines(
      turn,
      chosen.map(({ group }) => group),
      message,
    )),
    ...(several && chosen.length > 1 ? [say('announcement-choose')] : []),
  ]
}

function leftOut({ say }: FormTurn, others: readonly { number: number }[]): string {
  return others.map(({ number }) => say('announcement-number', { number })).join(', ')
}

/** How many messages it takes, and what Zalo has left of the month where that is short. */
async function countLines(turn: FormTurn, groups: readonly Group[], message: Outgoing): Promise<string[]> {
  const { db, say, now, poster, zaloMonthlyMessages: most } = turn
  const needOn = (channel: Group['channel']) =>
    groups.filter((group) => group.channel === channel).length * poster.partsOn(channel, message)
  const total = groups.reduce((sum, { channel }) => sum + poster.partsOn(channel, message), 0)
  const lines = total > groups.length ? [say('announcement-count', { count: total })] : []
  const need = needOn('zalo')
  if (most === undefined || need === 0) return lines
  const left = Math.max(0, most - (await zaloUsage(db, now)).sent)
  if (need > left) return [...lines, say('announcement-zalo-short', { left, need })]
  return left - need < most * SHORT_FROM ? [...lines, say('announcement-zalo-left', { left, need })] : lines
}

async function timeLine(turn: FormTurn, unit: Unit, { when }: Announce): Promise<string[]> {
  const { db, say, now } = turn
  if (when === 'morning') return [say('announcement-waits', { at: instant(await sendAtFor(turn, unit, when)) })]
  const { time } = localAt(now, await zoneOf(db, unit.path))
  return isQuiet(time) ? [say('announcement-quiet', { time })] : []
}
