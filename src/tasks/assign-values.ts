import { z } from 'zod'

/** What a task is given on, and what had happened to tasks by then: what happens after it was not seen. */
export const taskTargetShape = z.strictObject({ set: z.string(), code: z.string(), seen: z.number() })
export type TaskTargetRef = z.infer<typeof taskTargetShape>

/** What the form of giving a task collects; handing one on goes through the same questions. */
export type AssignValues = {
  person: string
  unit: string
  target: TaskTargetRef
  /** ISO day. */
  due: string
  /** Null where nothing is said: the name of the indicator stands for it. */
  task: string | null
  /** The task that is handed on, and who had it when that was asked. */
  handsOn?: { task: number; from: string }
  /** Codes that were named too: each is a task of its own, and offered when this one is given. */
  also?: string[]
}

export const LONGEST_TASK = 300

export const assignShapes = {
  person: z.string(),
  unit: z.string(),
  target: taskTargetShape,
  due: z.iso.date(),
  task: z.string().max(LONGEST_TASK),
  also: z.array(z.string()),
  handsOn: z.strictObject({ task: z.number(), from: z.string() }),
}
