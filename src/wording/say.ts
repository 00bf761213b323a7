import { FluentBundle, FluentResource } from '@fluent/bundle'
import type { MessageArguments } from './messages.ts'

export type MessageKey = keyof MessageArguments

/** A sentence that needs no argument. */
export type PlainKey = {
  [K in MessageKey]: MessageArguments[K] extends Record<string, never> ? K : never
}[MessageKey]

/**
 * Says a sentence of the locale: `say('counts', { unit: 'xã Đông Sơn' })`. The compiler refuses an unknown key and a
 * missing argument. Where the sentence marks words with `[b]…[/b]`, the marks are kept; the same marks in an argument
 * are taken out, so that a name or a note cannot style a message.
 */
export type Say = <K extends MessageKey>(
  key: K,
  ...args: MessageArguments[K] extends Record<string, never> ? [] : [MessageArguments[K]]
) => string

export type Locale = 'vi' | 'en'

const MARKS = /\[\/?b\]/g

/** Taking marks out may leave new ones: `[[b]b]`. */
function withoutMarks(text: string): string {
  const clean = text.replace(MARKS, '')
  return clean === text ? text : withoutMarks(clean)
}

/** @param source the text of the locale's `.ftl` file. Throws on a sentence that does not parse. */
export function createSay(locale: Locale, source: string): Say {
  const bundle = new FluentBundle(locale, { useIsolating: false })
  const problems = bundle.addResource(new FluentResource(source))
  if (problems.length > 0) throw new Error(`locales/${locale}: ${problems.map(String).join('; ')}`)
  return (key, ...[args]) => {
    const pattern = bundle.getMessage(key)?.value
    if (!pattern) throw new Error(`locales/${locale} has no sentence ${key}`)
    const clean: Record<string, string | number> = {}
    for (const [name, value] of Object.entries(args ?? {}))
      // What is named by a number ("báo cáo số 1234") is not counted: no points between its thousands.
      clean[name] = typeof value === 'string' ? withoutMarks(value) : name === 'id' ? String(value) : value
    return bundle.formatPattern(pattern, clean)
  }
}
