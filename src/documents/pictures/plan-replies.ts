import type { Reply, Turn } from '../../command/command.ts'
import { may } from '../../people/permissions.ts'
import type { CriteriaSet } from '../../criteria/criteria-set.ts'
import { notInThisGroup } from '../../replies/not-in-this-group.ts'
import { refuse } from '../../replies/refusal.ts'
import { shortIndicator } from '../../replies/standing.ts'
import { fullName, noFigures } from '../../replies/unit-notes.ts'
import { unitSetToday } from '../../replies/unit-set.ts'
import { standingsOf } from '../../store/figures.ts'
import type { Unit } from '../../store/units.ts'
import { day } from '../../wording/figures.ts'
import type { Say } from '../../wording/say.ts'
import { inOrder, MOST_ROWS, planSheet, type Plan, type PlanRow } from './plan-sheet.ts'
import { readPlan } from './read-plan.ts'
import { replyWith } from './reply-with.ts'

/** A commune's plan on each set that was asked for or that it has figures on: who does what until when. */
export async function planReplies(turn: Turn<never>, commune: Unit): Promise<Reply[]> {
  const { db, say, catalogs, speaker, today } = turn
  if (!may(speaker, 'see-assignments', commune)) return [await refuse(turn, 'see-assignments', commune)]
  const unfit = await notInThisGroup(turn, commune)
  if (unfit) return [unfit]
  const standings = await standingsOf(db, commune.id)
  const replies: Reply[] = []
  // A task may be on a set that there are no figures on yet.
  for (const set of turn.sets.length > 0 ? turn.sets : catalogs.all()) {
    const standing = standings.find(({ set_id }) => set_id === set.id)
    const unitSet = standing && (await unitSetToday(db, set, standing))
    const plan = await readPlan(turn, commune, set, unitSet, today)
    if (plan.rows.length === 0) continue
    const title = say('picture-plan-title', { unit: await fullName(turn, commune), set: set.short_name })
    replies.push(await replyWith(turn, [title, ...planLines(say, set, plan)].join('\n'), planSheet(say, plan)))
  }
  if (replies.length > 0) return replies
  if (standings.length === 0) return [{ text: await noFigures(turn, commune) }]
  return [{ text: say('picture-plan-empty', { unit: await fullName(turn, commune) }) }]
}

/** The plan in words, in the order of the picture. */
function planLines(say: Say, set: CriteriaSet, { rows, foot }: Plan): string[] {
  const sorted = inOrder(rows)
  const rest = sorted.length - MOST_ROWS
  return [
    ...sorted.slice(0, MOST_ROWS).map((row) => `• ${planLine(say, set, row)}`),
    ...(rest > 0 ? [say('picture-plan-more', { count: rest })] : []),
    ...foot,
  ]
}

function planLine(say: Say, set: CriteriaSet, row: PlanRow): string {
  const { code, person, task, village, due, done, daysLate } = row
  const about = shortIndicator(set, code)
  if (person === undefined) return say('picture-plan-line-nobody', { about })
  const who = village === undefined ? person : `${person} (${village})`
  const what = task === undefined || task === '' ? about : `${about}, ${task}`
  const late = daysLate > 0
  const until =
    due === undefined ? [] : [late ? overdue(say, due, daysLate) : say('picture-plan-due', { day: day(due) })]
  return [say('picture-plan-line', { what, who }), ...until, ...(done ? [say('picture-plan-done')] : [])].join('; ')
}

function overdue(say: Say, due: string, days: number): string {
  return say('picture-plan-overdue', { day: day(due), days })
}
