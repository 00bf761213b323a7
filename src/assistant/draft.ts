import { z } from 'zod'
import type { Form, Option, Step, Values } from '../command/form.ts'
import type { Control } from './control-words.ts'

/** What a button of a dialog stands for. */
export const moveShape = z.union([
  z.strictObject({ control: z.string() }),
  z.strictObject({ answer: z.unknown() }),
  z.strictObject({ edit: z.string() }),
  z.strictObject({ aside: z.string() }),
])
export type Move = { control: Control } | { answer: unknown } | { edit: string } | { aside: string }

/** Not questions of a form, but places in a dialog. */
export const CONFIRM = '~confirm'
export const EDIT = '~edit'

/** A dialog as it is kept between two messages. */
export interface Draft {
  /** The command whose form it is. */
  form: string
  version: number
  /** The step that is asked, {@link CONFIRM} or {@link EDIT}. */
  step: string
  values: Values
  /** The message that opened it: what it says of a step may become clear only by a later answer. */
  first: string
  /** The steps that were asked, in order: the way that "quay lại" goes back. */
  asked: string[]
  /** Whether something required had to be asked: then what can be skipped is asked too, before the confirmation. */
  guided: boolean
  /** Which page of the options is shown. */
  page: number
  /** Where a message fitted several options of a step: those, to choose from when it is asked. */
  among?: Record<string, Option[]>
  /** Words of which it is asked whether they are the answer or mean something else. */
  doubt?: string
  /** What was last offered, in order. */
  offered: { label: string; move: Move }[]
  /** Counts what was shown, so that a button of an earlier question is known for one. */
  shown: number
  /** The key of the last message in the outbox, to edit it where the channel can. */
  message?: string
  /** The dialog that this one interrupted, to be taken up again. */
  below?: Draft
}

const draftShape: z.ZodType<Draft> = z.lazy(() =>
  z.object({
    form: z.string(),
    version: z.number(),
    step: z.string(),
    values: z.record(z.string(), z.unknown()),
    first: z.string(),
    asked: z.array(z.string()),
    guided: z.boolean(),
    page: z.number(),
    among: z.record(z.string(), z.array(z.object({ label: z.string(), value: z.unknown() }))).optional(),
    doubt: z.string().optional(),
    offered: z.array(z.object({ label: z.string(), move: moveShape as z.ZodType<Move> })),
    shown: z.number(),
    message: z.string().optional(),
    below: draftShape.optional(),
  }),
)

/** Reads a kept draft; undefined where it is not one that this program can go on with. */
export function readDraft(json: string): Draft | undefined {
  try {
    return draftShape.safeParse(JSON.parse(json)).data
  } catch {
    return undefined
  }
}

export function newDraft(form: string, version: number, values: Values, first: string, below?: Draft): Draft {
  return { form, version, step: '', values, first, asked: [], guided: false, page: 0, offered: [], shown: 0, below }
}

export function stepOf(form: Form, name: string): Step | undefined {
  return form.steps.find((step) => step.name === name)
}

/** Whether a form asks for anything that can be changed once it is said. */
export function isEditable({ steps }: Form): boolean {
  return steps.some(({ picks }) => picks !== true)
}

export function isSet({ values }: Draft, name: string): boolean {
  return values[name] !== undefined && values[name] !== null
}

/** A draft never stands at the confirmation while something required is missing: then that is asked. */
export function complete(form: Form, draft: Draft): Draft {
  const missing =
    draft.step === CONFIRM &&
    form.steps.some(
      ({ name, optional, wanted }) => !optional && draft.values[name] === undefined && (wanted?.(draft.values) ?? true),
    )
  return missing ? advance(form, draft) : draft
}

/**
 * The step to be asked next: what is required first, then, unless everything was said at once, what can be skipped;
 * at the end the confirmation.
 */
export function nextStep(form: Form, { values, guided }: Draft): string {
  const open = form.steps.filter((step) => values[step.name] === undefined && (step.wanted?.(values) ?? true))
  const required = open.find(({ optional }) => !optional)
  if (required) return required.name
  return (guided ? open[0]?.name : undefined) ?? CONFIRM
}

/** Asks a step with only the options that a message fitted. */
export function narrowed(draft: Draft, name: string, options: Option[]): Draft {
  return { ...reopened(draft, name), among: { ...draft.among, [name]: options } }
}

/** Goes on to the next step. */
export function advance(form: Form, draft: Draft): Draft {
  const name = nextStep(form, draft)
  const step = stepOf(form, name)
  const asked = step && !draft.asked.includes(name) ? [...draft.asked, name] : draft.asked
  return { ...draft, step: name, asked, guided: draft.guided || (step !== undefined && !step.optional), page: 0 }
}

/** Keeps answers, takes out what no longer fits them, and goes on. */
export function answered(form: Form, draft: Draft, answers: Values): Draft {
  const values = { ...draft.values, ...answers }
  const among = Object.fromEntries(Object.entries(draft.among ?? {}).filter(([name]) => !(name in answers)))
  return advance(form, { ...draft, among, values: form.settle?.(values) ?? values })
}

/** Asks a step again, with its old answer taken out. */
export function reopened(draft: Draft, name: string): Draft {
  const { [name]: _, ...values } = draft.values
  return { ...draft, values, step: name, page: 0, asked: [...draft.asked.filter((each) => each !== name), name] }
}

/** One question back; undefined where there is none before. */
export function stepBack({ asked, ...draft }: Draft): Draft | undefined {
  const before = draft.step === CONFIRM || draft.step === EDIT ? asked : asked.slice(0, asked.indexOf(draft.step))
  const last = before.at(-1)
  if (last === undefined) return undefined
  const { [last]: _, ...values } = draft.values
  return { ...draft, values, step: last, page: 0, asked: before }
}

/**
 * A draft of another version of its form: what still fits is kept, and the first step that does not is asked again.
 */
export function upgraded(form: Form, draft: Draft): Draft {
  const shapes = new Map([
    ...form.steps.map(({ name, value }) => [name, value] as const),
    ...Object.entries(form.given ?? {}),
  ])
  const values: Values = {}
  for (const [name, value] of Object.entries(draft.values)) {
    const fits = shapes.get(name)?.safeParse(value).success ?? false
    const skipped = value === null && stepOf(form, name)?.optional === true
    if (fits || skipped) values[name] = value
  }
  const asked = draft.asked.filter((name) => stepOf(form, name))
  return advance(form, { ...draft, version: form.version, values, asked })
}
