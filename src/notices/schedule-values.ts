import { z } from 'zod'
import { daysShape, ruleShape } from '../calendar/recurrence.ts'
import type { Days } from '../calendar/recurrence.ts'
import { REACHES, SCHEDULE_KINDS, type Reach, type ScheduleKind } from './schedule.ts'

/** On which days, and what was said of times together with them. */
export interface DaysSaid {
  on: Days
  times?: string[]
}

export interface TimesSaid {
  times: string[]
  /** False where none was said and the usual one stands. */
  said: boolean
}

/** What the form of a schedule collects. */
export type ScheduleValues = {
  kind: ScheduleKind
  /** What an announcement says. */
  text?: string
  days: DaysSaid
  times: TimesSaid
  unit: string
  /** Whether the groups below the unit get it too. */
  groups: Reach
  /** The schedule that this one takes the place of. */
  replaces?: number
}

const times = ruleShape.shape.times

export const scheduleShapes = {
  kind: z.enum(SCHEDULE_KINDS),
  text: z.string(),
  days: z.strictObject({ on: daysShape, times: times.optional() }),
  times: z.strictObject({ times, said: z.boolean() }),
  unit: z.string(),
  groups: z.enum(REACHES),
  replaces: z.number(),
}
