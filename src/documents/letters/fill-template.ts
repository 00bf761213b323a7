import { xmlText } from '../xml-text.ts'
import type { Fields, LetterData } from './letter-fields.ts'

/** What is wrong with a template, for whoever edits it. */
export type TemplateProblem =
  /** It is not a Word file, or is damaged. */
  | { why: 'damaged' }
  /** It names fields that there are not. */
  | { why: 'unknown-fields'; fields: string[] }
  /** Marks that do not fit together: `{#rows}` without `{/rows}`. */
  | { why: 'marks'; fields: string[] }

export type Filled = { ok: true; bytes: Uint8Array } | { ok: false; problem: TemplateProblem }

/**
 * Fills a Word template: `{field}`, and `{#rows}…{/rows}` around what is repeated. A field that is not among the known ones is
 * refused even where it stands in rows of which there are none today. What people typed is put in as text, never as a
 * template.
 */
export async function fillTemplate(template: Uint8Array, fields: Fields, data: LetterData): Promise<Filled> {
  // Only where it is used: most runs of the bot write no letter.
  const [{ default: PizZip }, { default: Docxtemplater }] = await Promise.all([
    import('pizzip'),
    import('docxtemplater'),
  ])
  const parts: Part[] = []
  const missing: string[] = []
  let document: InstanceType<typeof Docxtemplater>
  try {
    document = new Docxtemplater(new PizZip(template), {
      // What docxtemplater's own inspect module does too, which needs a package that does not come with it.
      modules: [
        {
          set: ({ inspect }: { inspect?: { postparsed?: Part[] } }) => void parts.push(...(inspect?.postparsed ?? [])),
        },
      ],
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      nullGetter(part: { value?: string }) {
        missing.push(part.value ?? '')
        return ''
      },
    })
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
  const unknown = unknownFields(parts, [fields])
  if (unknown.length > 0) return { ok: false, problem: { why: 'unknown-fields', fields: unknown } }
  document.render(clean(data))
  // A field that is known and was not given is a fault of the program's, and no letter goes out with a hole in it.
  if (missing.length > 0) throw new Error(`fields of a letter without a value: ${missing.join(', ')}`)
  return { ok: true, bytes: document.toUint8Array() }
}

/** A piece of a template: a text, or a mark with what stands between it and its end. */
interface Part {
  type: string
  value: string
  /** `rawxml` puts XML in as it is, which no field of a letter is. */
  module?: string
  subparsed?: Part[]
}

/** The marks that no field answers to, here or in what surrounds them, each once. */
function unknownFields(parts: readonly Part[], scopes: readonly Fields[]): string[] {
  const found = parts.flatMap(({ type, value, module, subparsed = [] }) => {
    if (type !== 'placeholder') return []
    const field = scopes.map((scope) => (Object.hasOwn(scope, value) ? scope[value] : undefined)).find(Boolean)
    if (field === undefined || module === 'rawxml') return [value]
    return unknownFields(subparsed, field === true ? scopes : [field, ...scopes])
  })
  return [...new Set(found)]
}

/** What docxtemplater throws: one error, or one that holds several. */
interface TemplateErrorLike {
  properties?: { id?: string; xtag?: string; errors?: TemplateErrorLike[] }
}

function problemOf(error: unknown): TemplateProblem {
  const { properties } = error as TemplateErrorLike
  const tags = (properties?.errors ?? [error as TemplateErrorLike]).flatMap((each) => each.properties?.xtag ?? [])
  return tags.length > 0 ? { why: 'marks', fields: [...new Set(tags)] } : { why: 'damaged' }
}

function clean(data: LetterData): LetterData {
  return Object.fromEntries(
    Object.entries(data).map(([field, value]) => [
      field,
      typeof value === 'string' ? xmlText(value) : value.map((row) => clean(row)),
    ]),
  )
}
