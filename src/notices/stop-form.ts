import { z } from 'zod'
import type { Reply, Turn } from '../command/command.ts'
import { defineForm, type Heard } from '../command/form.ts'
import { may } from '../people/permissions.ts'
import { audit } from '../store/audit.ts'
import { endSchedule, findSchedule, type Schedule } from '../store/schedules.ts'
import { capitalised } from '../wording/names.ts'
import { listedSchedules } from './listed-schedules.ts'
import { pickSchedule, scheduleSaid } from './pick-schedule.ts'
import { ruleOf } from './schedule.ts'

type FormTurn = Turn<never>

/** The schedules that are to end. */
type StopValues = { schedules: number[] }

/** An officer ends a schedule: it stays on record, and sends nothing any more. */
export const stopForm = defineForm<StopValues>({
  version: 1,
  steps: [
    {
      name: 'schedules',
      label: 'stop-label',
      picks: true,
      value: z.array(z.number()).min(1),
      async ask(turn) {
        const listed = await listedSchedules(turn)
        const options = listed.map((schedule) => ({ label: optionLabel(turn, schedule), value: [schedule.id] }))
        const all = { label: turn.say('stop-all'), value: listed.map(({ id }) => id) }
        return { text: turn.say('stop-ask'), options: listed.length > 1 ? [...options, all] : options }
      },
      parse: hear,
      hear,
    },
  ],
  leaving: { button: 'dialog-leave', said: leftSaid },
  confirm: confirmation,
  submit,
})

function leftSaid({ say }: Pick<Turn, 'say'>): string {
  return say('stop-left')
}

function optionLabel(turn: FormTurn, schedule: Schedule): string {
  return capitalised(turn.say('stop-option', scheduleSaid(turn, schedule)))
}

async function hear(turn: FormTurn, { schedules }: Partial<StopValues>): Promise<Heard<number[]>> {
  const picked = await pickSchedule(turn)
  switch (picked.kind) {
    case 'one':
      return { value: [picked.schedule.id] }
    case 'all':
    case 'these':
      return { value: picked.schedules.map(({ id }) => id) }
    case 'several':
      // What names none of them changes nothing of what is to be confirmed.
      return schedules
        ? undefined
        : { among: picked.schedules.map((each) => ({ label: optionLabel(turn, each), value: [each.id] })) }
    case 'unknown':
      return { problem: turn.say('schedules-unknown', { number: picked.number }) }
    case 'none':
      return undefined
  }
}

async function meant({ db }: FormTurn, { schedules }: StopValues): Promise<Schedule[]> {
  const found = await Promise.all(schedules.map((id) => findSchedule(db, id)))
  return found.flatMap((schedule) => (schedule && schedule.ended_at === null ? [schedule] : []))
}

async function confirmation(turn: FormTurn, values: StopValues): Promise<string> {
  const schedules = await meant(turn, values)
  if (schedules.length === 0) return turn.say('schedule-gone')
  const title =
    schedules.length === 1 ? turn.say('stop-check') : turn.say('stop-check-all', { count: schedules.length })
  return [title, ...schedules.map((schedule) => `• ${optionLabel(turn, schedule)}`)].join('\n')
}

/** Ends what still goes on and may be ended by the speaker. */
async function submit(turn: FormTurn, values: StopValues): Promise<Reply> {
  const { db, say, now, speaker, channel } = turn
  const ended: Schedule[] = []
  for (const schedule of await meant(turn, values)) {
    if (!speaker.personId || !may(speaker, 'schedule-notice', { path: schedule.unit_path })) continue
    if (!(await endSchedule(db, schedule.id, now))) continue
    await audit(db, {
      at: now,
      person_id: speaker.personId,
      channel,
      action: 'schedule.ended',
      unit_id: schedule.unit_id,
      subject: `schedule ${schedule.id}`,
      before: JSON.stringify({ kind: schedule.kind, rule: ruleOf(schedule) ?? schedule.rule }),
    })
    ended.push(schedule)
  }
  const [first] = ended
  if (!first) return { text: say('schedule-gone') }
  return {
    text:
      ended.length === 1 ? say('stop-done', scheduleSaid(turn, first)) : say('stop-done-all', { count: ended.length }),
  }
}
