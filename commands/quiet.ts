import { addDays, daysBetween } from '../src/calendar/days.ts'
import { instantAt, localAt } from '../src/calendar/zone.ts'
import { defineCommand, type Choice, type Reply, type Turn } from '../src/command/command.ts'
import { fold } from '../src/language/fold.ts'
import { quietOf, setQuiet } from '../src/store/task-reminders.ts'
import { REMINDED_AT } from '../src/tasks/reminder-times.ts'
import { day } from '../src/wording/figures.ts'
import sentences from './sentences/quiet.ts'

const MOST_DAYS = 30
/** What can be chosen where no time was said, in days. */
const OFFERED = [1, 3, 7]
const DAYS_IN: Partial<Record<string, number>> = { ngay: 1, hom: 1, bua: 1, tuan: 7, thang: 30 }
/** Folded words that end a pause. */
const AGAIN = /\b(bat lai|mo lai|tiep tuc|tro lai|binh thuong|huy tam dung|bo tam dung)\b/

const WEEKDAY = /^(thu \S+|chu nhat|cn|t[2-7])$/

/** Pauses the reminders of one person, or has them begin again. */
export default defineCommand({
  name: 'quiet',
  slash: ['tamdung'],
  summary: 'summary-quiet',
  examples: ['tạm dừng nhắc 3 ngày', 'bật lại nhắc việc'],
  sentences,
  acts: true,
  asked: 'quiet',
  denied: 'quiet',
  async run(turn): Promise<Reply> {
    const { db, say, speaker, now, today, subject } = turn
    const { personId } = speaker
    if (!personId) return { text: say('quiet-stranger') }
    const resumed = subject && /^\d+$/.test(subject) ? afterDays(turn, Number(subject)) : dayMeant(turn)
    if (!resumed && AGAIN.test(fold(turn.text))) {
      const quiet = (await quietOf(db, [personId], now)).has(personId)
      await setQuiet(db, personId, null)
      return { text: say(quiet ? 'quiet-off' : 'quiet-was-off') }
    }
    if (!resumed) return { text: say('quiet-ask'), choices: offers(turn) }
    if (resumed <= today) return { text: say('quiet-past', { day: day(resumed) }), choices: offers(turn) }
    const latest = afterDays(turn, MOST_DAYS)
    if (daysBetween(latest, resumed) > 0)
      return { text: say('quiet-too-long', { days: MOST_DAYS, day: day(latest) }), choices: offers(turn) }
    await setQuiet(db, personId, instantAt(resumed, '00:00'))
    return { text: say('quiet-until', { day: day(resumed) }) }
  },
})

function offers({ say }: Turn<never>): Choice[] {
  return OFFERED.map((days) => ({
    label: say('quiet-days', { days }),
    ask: { command: 'quiet', subject: String(days) },
  }))
}

/** The day on which reminders begin again: after so many mornings without any. Of far too many the calendar has no day. */
function afterDays({ now, today }: Turn<never>, days: number): string {
  const morningIsOver = localAt(now).time >= REMINDED_AT
  const mornings = Math.min(days, MOST_DAYS + 1)
  return addDays(today, morningIsOver ? mornings + 1 : mornings)
}

/** "3 ngày", "một tuần", "đến thứ hai", "tuần này", "hết ngày 30/11": the day on which reminders begin again. */
function dayMeant(turn: Turn<never>): string | undefined {
  const { mentions, text, today } = turn
  const [span] = mentions.dates
  if (span) {
    // Said on a Monday, "đến thứ hai" is the next one.
    if (span.to === today && WEEKDAY.test(fold(span.text))) return addDays(today, 7)
    const throughout =
      span.from !== span.to ||
      span.to === today ||
      /\b(het|trong) (ngay|hom|thu|tuan|thang|quy|nam|cn|chu)\b/.test(fold(text))
    return throughout ? addDays(span.to, 1) : span.to
  }
  for (const number of mentions.numbers) {
    const days = number.kind === 'amount' ? DAYS_IN[number.unit ?? ''] : undefined
    if (days !== undefined && number.kind === 'amount' && number.value > 0)
      return afterDays(turn, Math.ceil(number.value * days))
  }
  return undefined
}
