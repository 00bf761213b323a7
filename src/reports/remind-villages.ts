import { afterQuiet } from '../calendar/quiet-hours.ts'
import type { Period } from '../calendar/periods.ts'
import { localAt } from '../calendar/zone.ts'
import type { Reply, Turn } from '../command/command.ts'
import { may } from '../people/permissions.ts'
import { refuse } from '../replies/refusal.ts'
import { audit } from '../store/audit.ts'
import { villageReporting, type VillageReporting } from '../store/completeness.ts'
import { holdersWithin, withAccounts } from '../store/roster.ts'
import { quietOf } from '../store/task-reminders.ts'
import { zoneOfPerson } from '../store/unit-settings.ts'
import { findUnits, type Unit } from '../store/units.ts'
import { day } from '../wording/figures.ts'
import { unitName } from '../wording/names.ts'
import { askedKey, isRemindedOn } from './reporting-reminders.ts'
import { reportingReminder } from './reporting-words.ts'

type FormTurn = Turn<never>

/** Whose villages are reminded, to report for which days, and until when where the officer said a day. */
export type RemindValues = { units: string[]; due?: string } & Period

interface Head {
  personId: string
  name: string
  villages: VillageReporting[]
  /** When what is told now is heard: in the night, in the morning. */
  heardAt: { day: string; time: string }
}

/** Who is told and who is not. */
export interface RemindPlan {
  villages: number
  missing: VillageReporting[]
  told: Head[]
  /** Those who are told nothing, in words: nobody to tell, no account, paused, or told today already. */
  left: string[]
}

/** Reads anew which villages have reported nothing, and which of their heads can be reminded now. */
export async function remindPlan(turn: FormTurn, units: readonly Unit[], period: Period): Promise<RemindPlan> {
  const { db, say, now, today } = turn
  const all = (await Promise.all(units.map(({ path }) => villageReporting(db, path, period)))).flat()
  const missing = all.filter(({ waiting, approved }) => waiting + approved === 0)
  const holders = (await Promise.all(units.map(({ path }) => holdersWithin(db, path)))).flat()
  const heads = new Map<string, Omit<Head, 'heardAt'>>()
  const left: string[] = []
  for (const village of missing) {
    const own = holders.filter(({ role, unitId }) => role === 'village_head' && unitId === village.unit_id)
    if (own.length === 0) left.push(say('remind-left-nobody', { unit: unitName(say, village) }))
    for (const { personId, name } of own) {
      const head = heads.get(personId) ?? { personId, name, villages: [] }
      head.villages.push(village)
      heads.set(personId, head)
    }
  }
  const ids = [...heads.keys()]
  const reachable = await withAccounts(db, ids)
  const quiet = await quietOf(db, ids, now)
  const told: Head[] = []
  for (const head of heads.values()) {
    const { personId } = head
    const said = { person: headSaid(turn, head) }
    const heardAt = await whenHeard(turn, personId)
    const on = { ...said, day: day(heardAt.day) }
    const until = quiet.get(personId)
    if (personId === turn.speaker.personId) left.push(say('remind-left-self', said))
    else if (!reachable.has(personId)) left.push(say('remind-left-absent', said))
    else if (until) left.push(say('remind-left-quiet', { ...said, day: day(localAt(until).day) }))
    else if (!(await isRemindedOn(db, personId, heardAt.day))) told.push({ ...head, heardAt })
    else left.push(heardAt.day === today ? say('remind-left-told', said) : say('remind-left-soon', on))
  }
  return { villages: all.length, missing, told, left }
}

/** `Vũ Thị Trung Mẫu (thôn Trung)` */
export function headSaid({ say }: Pick<FormTurn, 'say'>, { name, villages }: Pick<Head, 'name' | 'villages'>): string {
  return say('remind-head', { person: name, units: villages.map((village) => unitName(say, village)).join(', ') })
}

/** What a head gets to read: who asks, and what is missing. */
export function reminderFrom(
  { say, speaker }: FormTurn,
  { villages, heardAt }: Head,
  { from, to, due }: Omit<RemindValues, 'units'>,
): Reply {
  const { text, choices } = reportingReminder(say, villages, { from, to }, heardAt.day)
  const until = due === undefined ? [] : [say('remind-due', { day: day(due) })]
  return { text: [say('remind-by', { person: speaker.name ?? '' }), ...until, text].join('\n'), choices }
}

/** When a person gets to hear what is told now: in the night, in the morning. */
async function whenHeard({ db, now }: FormTurn, personId: string): Promise<Head['heardAt']> {
  const zone = await zoneOfPerson(db, personId)
  return localAt(afterQuiet(now, zone), zone)
}

/** Reminds those who have reported nothing by now; whoever was reminded meanwhile is not reminded again. */
export async function remindVillages(turn: FormTurn, values: RemindValues): Promise<Reply> {
  const { db, say, speaker, now, channel, tell } = turn
  const { from, to } = values
  const units = await findUnits(db, values.units)
  const strange = units.find((unit) => !may(speaker, 'send-notice', unit))
  if (strange) return refuse(turn, 'send-notice', strange)
  const { told, missing } = await remindPlan(turn, units, { from, to })
  if (missing.length === 0) return { text: say('remind-all-reported') }
  if (told.length === 0) return { text: say('remind-nobody') }
  for (const head of told)
    await tell(head.personId, askedKey(head.heardAt.day, head.personId), reminderFrom(turn, head, values))
  for (const { id } of units)
    await audit(db, {
      at: now,
      person_id: speaker.personId ?? null,
      channel,
      action: 'report.remind',
      unit_id: id,
      subject: `period/${from}/${to}`,
      after: JSON.stringify({ reminded: told.map(({ personId }) => personId) }),
    })
  return {
    text: say('remind-done', { count: told.length, people: told.map((head) => headSaid(turn, head)).join(', ') }),
  }
}
