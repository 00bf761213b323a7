import type { Turn } from '../command/command.ts'
import type { Form, Step, Values } from '../command/form.ts'
import { capitalised } from '../wording/names.ts'
import { day } from '../wording/figures.ts'

const LONGEST = 120
const ISO_DAY = /^\d{4}-\d\d-\d\d$/

/** Says what was changed without having been asked for, by the steps' labels and what they are now. */
export async function changesSaid(
  turn: Turn<never>,
  form: Form,
  values: Values,
  names: readonly string[],
): Promise<string> {
  const notes: string[] = []
  const changes: string[] = []
  for (const step of form.steps) {
    if (!names.includes(step.name)) continue
    if (step.heard) notes.push(turn.say(step.heard))
    else changes.push(await changeSaid(turn, step, values))
  }
  const changed = changes.length > 0 ? [turn.say('dialog-changed', { changes: changes.join('; ') })] : []
  return [...notes, ...changed].join('\n')
}

/** `Hạn: 25/12/2026`; the label alone where a value cannot be put into a few words: it stands in what is shown below. */
async function changeSaid(turn: Turn<never>, step: Step, values: Values): Promise<string> {
  const label = capitalised(turn.say(step.label))
  const said = await valueSaid(turn, step, values)
  if (said === undefined) return label
  return `${label}: ${said.length > LONGEST ? `${said.slice(0, LONGEST - 1).trimEnd()}…` : said}`
}

async function valueSaid(turn: Turn<never>, step: Step, values: Values): Promise<string | undefined> {
  const value: unknown = values[step.name]
  if (value === undefined || value === null) return undefined
  const own = await step.said?.(turn, values)
  if (own !== undefined) return own
  if (typeof value === 'string' && (step.takesAnyText || ISO_DAY.test(value)))
    return ISO_DAY.test(value) ? day(value) : value
  const { options } = await step.ask(turn, values)
  const stands = JSON.stringify(value)
  return options?.find((option) => JSON.stringify(option.value) === stands)?.label
}
