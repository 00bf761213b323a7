import { z } from 'zod'

/**
 * A file of `catalogs/` as it stands on disk: a whole set, or one that extends another and holds only what it changes or
 * adds. Fields that are not known are refused, so that a misspelt one cannot pass unnoticed.
 */

export interface FileProblem {
  /** Where in the file: `criteria[16].indicators[4].thresholds.chung`; empty for the file as a whole. */
  path: string
  reason: string
}

/** Takes up a problem; the path's parts are those of the file's JSON. */
export type Report = (path: readonly PropertyKey[], reason: string) => void

const text = z.string().trim().min(1)
const texts = z.array(text)
const isoDate = z.iso.date()
const count = z.int().positive()
const certainty = z.enum(['document', 'unconfirmed', 'unknown'])
const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected small letters without marks, digits and hyphens')
const code = z
  .string()
  .regex(/^[1-9]\d*(\.[1-9]\d*)?$/, 'expected a code such as "17.5", or "5" for a single indicator')
const thresholdValue = z.union([z.number(), text], 'expected a number or the words of the decision')
const year = z.string().regex(/^20\d\d$/, 'expected a year')
const byYear = z.record(year, thresholdValue).refine((years) => Object.keys(years).length > 0, 'names no year')
const threshold = z.union(
  [thresholdValue, byYear],
  'expected a number, words, or one of these for each year ("2024": 56)',
)

const indicatorFields = {
  code,
  name: text,
  unit: text,
  kind: z.enum(['quantity', 'boolean', 'assessed_by_province']),
  op: z.enum(['>=', '<=', '=']),
  thresholds: z.record(key, threshold),
  name_status: certainty,
  threshold_status: certainty,
  aliases: texts.default([]),
  sources: texts.optional(),
  note: text.optional(),
}
/** An indicator with all that has to be known of it. */
export const wholeIndicator = z.strictObject(indicatorFields)
const changedIndicator = z
  .strictObject({ ...z.strictObject(indicatorFields).partial().shape, code, aliases: texts.optional() })
  .refine((changed) => (changed.thresholds === undefined) === (changed.threshold_status === undefined), {
    message: 'thresholds and threshold_status are given together: one says how sure the other is',
  })
  .refine((changed) => (changed.name === undefined) === (changed.name_status === undefined), {
    message: 'name and name_status are given together: one says how sure the other is',
  })

const wholeCriterion = z
  .strictObject({ no: count, name: text, aliases: texts.default([]), indicators: z.array(wholeIndicator) })
  .superRefine(refuseMisplacedCodes)
const changedCriterion = z
  .strictObject({
    no: count,
    name: text.optional(),
    aliases: texts.default([]),
    indicators: z.array(changedIndicator).default([]),
  })
  .superRefine(refuseMisplacedCodes)

const setFields = {
  id: key,
  name: text,
  short_name: text,
  aliases: texts.default([]),
  decision: text,
  annex: text,
  issued: isoDate,
  in_force_from: isoDate,
  in_force_to: isoDate,
  level: z.enum(['xa', 'huyen', 'tinh', 'thon']),
  official_counts: z.strictObject({ criteria: count, indicators: count }),
  complete: z.boolean(),
  threshold_keys: z.record(key, text),
  notes: texts.default([]),
  sources: texts.min(1, 'names no source'),
}
const wholeFile = z.strictObject({
  ...setFields,
  criteria: z.array(wholeCriterion).min(1).superRefine(refuseDisorder),
})
const changeable = {
  in_force_from: true,
  in_force_to: true,
  level: true,
  official_counts: true,
  complete: true,
  threshold_keys: true,
} as const
const extendingFile = z.strictObject({
  ...z.strictObject(setFields).partial(changeable).shape,
  extends: key,
  criteria: z.array(changedCriterion).default([]).superRefine(refuseDisorder),
})

type WholeFile = z.infer<typeof wholeFile> & { extends?: undefined }
export type ExtendingFile = z.infer<typeof extendingFile>
export type CatalogFile = WholeFile | ExtendingFile
export type WholeIndicator = z.infer<typeof wholeIndicator>

/** Reads a catalog file's text: JSON, shape, and the order of its criteria and codes. Never throws. */
export function readCatalogFile(
  source: string,
): { ok: true; file: CatalogFile } | { ok: false; problems: FileProblem[] } {
  let data: unknown
  try {
    // Windows editors begin a file with a byte order mark.
    data = JSON.parse(source.replace(/^\uFEFF/, ''))
  } catch (error) {
    return { ok: false, problems: [{ path: '', reason: `is not JSON: ${(error as Error).message}` }] }
  }
  const extending = typeof data === 'object' && data !== null && 'extends' in data
  const read = (extending ? extendingFile : wholeFile).safeParse(data, { error: z.locales.en().localeError })
  if (read.success) return { ok: true, file: read.data }
  return { ok: false, problems: problemsOf(read.error) }
}

/** What zod found, with the path of a field that is not known instead of its parent's. `at` is where the data stands. */
export function problemsOf(error: z.ZodError, at: readonly PropertyKey[] = []): FileProblem[] {
  return error.issues.flatMap((issue) => {
    const path = [...at, ...issue.path]
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((field) => ({ path: pathText([...path, field]), reason: 'is no known field' }))
    if (issue.code === 'invalid_key')
      return issue.issues.map(({ message }) => ({ path: pathText(path), reason: message }))
    return [{ path: pathText(path), reason: issue.message }]
  })
}

/** `['criteria', 16, 'name']` → `criteria[16].name` */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
}

function refuseDisorder(criteria: readonly { no: number }[], context: z.RefinementCtx): void {
  for (const [i, { no }] of criteria.entries()) {
    const before = criteria[i - 1]?.no
    if (before === undefined || no > before) continue
    const message = no === before ? `criterion ${no} stands here twice` : `criterion ${no} stands after ${before}`
    context.addIssue({ code: 'custom', path: [i, 'no'], message })
  }
}

function refuseMisplacedCodes(
  { no, indicators }: { no: number; indicators: readonly { code: string }[] },
  context: z.RefinementCtx,
): void {
  for (const [i, { code }] of indicators.entries()) {
    const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['indicators', i, 'code'], message })
    if (Number(code.split('.')[0]) !== no) refuse(`indicator ${code} does not belong to criterion ${no}`)
    const before = indicators[i - 1]?.code
    if (before === undefined) continue
    const order = compareCodes(before, code)
    if (order === 0) refuse(`indicator ${code} stands here twice`)
    else if (order > 0) refuse(`indicator ${code} stands after ${before}`)
  }
}

/** By number, so that 17.10 comes after 17.9. */
export function compareCodes(a: string, b: string): number {
  const [a1 = 0, a2 = 0] = a.split('.').map(Number)
  const [b1 = 0, b2 = 0] = b.split('.').map(Number)
  return a1 - b1 || a2 - b2
}
