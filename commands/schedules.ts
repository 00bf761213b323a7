import { isQuiet, QUIET } from '../src/calendar/quiet-hours.ts'
import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import { fold } from '../src/language/fold.ts'
import { listedSchedules } from '../src/notices/listed-schedules.ts'
import { scheduleSaid } from '../src/notices/pick-schedule.ts'
import { ruleOf } from '../src/notices/schedule.ts'
import { momentSaid } from '../src/notices/schedule-words.ts'
import { rolesThatMay } from '../src/people/permissions.ts'
import { refuseRole } from '../src/replies/refusal.ts'
import { endedWithin } from '../src/store/schedules.ts'
import { zoneOf } from '../src/store/unit-settings.ts'
import { literal } from '../src/wording/emphasis.ts'
import { capitalised } from '../src/wording/names.ts'
import sentences from './sentences/schedules.ts'

/** A schedule that ended within so many days can be chosen to be set again. */
const KEPT_DAYS = 90
const MOST_ENDED = 5
const LONGEST_TEXT = 60

export default defineCommand({
  name: 'schedules',
  slash: ['lichthongbao'],
  summary: 'summary-schedules',
  examples: ['lịch thông báo', 'xem các lịch đã đặt'],
  sentences,
  async run(turn): Promise<Reply> {
    const roles = rolesThatMay('schedule-notice')
    if (!turn.speaker.grants.some(({ role }) => roles.includes(role)))
      return refuseRole(turn, turn.say('action-schedule-notice'), roles)
    // "Bật lại lịch 2": one that has ended is set again.
    return /\b(bat|mo lai|dat lai|khoi phuc)\b/.test(fold(turn.text)) ? endedOnes(turn) : goingOn(turn)
  },
})

async function goingOn(turn: Turn<never>): Promise<Reply> {
  const { db, say } = turn
  const listed = await listedSchedules(turn)
  if (listed.length === 0) return { text: say('schedules-none') }
  const lines: string[] = []
  for (const [index, schedule] of listed.entries()) {
    const { what, when } = scheduleSaid(turn, schedule)
    const rule = ruleOf(schedule)
    // One that was set aside has no next time, also where somebody has put its rule right by hand.
    if (!rule || schedule.next_at === null) {
      lines.push(say('schedules-line-broken', { number: index + 1, what: capitalised(what) }))
      continue
    }
    const moment = momentSaid(say, new Date(schedule.next_at), await zoneOf(db, schedule.unit_path))
    const line = say('schedules-line', { number: index + 1, what: capitalised(what), when, moment })
    const night = rule.times.some(isQuiet) ? [say('schedules-line-quiet', { time: QUIET.until })] : []
    const text = schedule.text === null ? [] : [say('schedules-line-text', { text: shortened(schedule.text) })]
    lines.push([line, ...night, ...text].join(' '))
  }
  return {
    text: [say('schedules-title', { count: listed.length }), ...lines, say('schedules-hint', { number: 1 })].join('\n'),
  }
}

async function endedOnes({ db, say, speaker, now }: Turn<never>): Promise<Reply> {
  const since = new Date(now.getTime() - KEPT_DAYS * 86_400_000)
  const roles = rolesThatMay('schedule-notice')
  const found = await Promise.all(
    speaker.grants
      .filter(({ role }) => roles.includes(role))
      .map(({ unitPath }) => endedWithin(db, unitPath, since, MOST_ENDED)),
  )
  const ended = [...new Map(found.flat().map((schedule) => [schedule.id, schedule])).values()].slice(0, MOST_ENDED)
  if (ended.length === 0) return { text: say('schedules-none-ended') }
  return {
    text: say('schedules-ended'),
    choices: ended.map((schedule) => ({
      label: say('schedules-set-again', scheduleSaid({ say }, schedule)),
      ask: { command: 'schedule', subject: String(schedule.id) },
    })),
  }
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return literal(line.length <= LONGEST_TEXT ? line : `${line.slice(0, LONGEST_TEXT - 1).trimEnd()}…`)
}
