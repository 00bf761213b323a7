import { FluentResource } from '@fluent/bundle'

/** The TypeScript of `src/wording/messages.ts` for a locale's source. */
export function messageTypes(source: string): string {
  const lines = new FluentResource(source).body.map(({ id, value }) => {
    const names = [...variablesOf(value)].sort()
    const shape =
      names.length === 0 ? 'Record<string, never>' : `{ ${names.map((n) => `${n}: string | number`).join('; ')} }`
    return `  '${id}': ${shape}`
  })
  return [
    '// Made from locales/vi/ by `npm run locales`.',
    '/* oxfmt-ignore */',
    'export interface MessageArguments {',
    ...lines,
    '}',
    '',
  ].join('\n')
}

/** The names of the variables in a sentence, wherever they stand in it. */
function variablesOf(node: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(node)) for (const child of node) variablesOf(child, found)
  else if (node && typeof node === 'object') {
    if ('type' in node && node.type === 'var' && 'name' in node) found.add(String(node.name))
    for (const child of Object.values(node)) variablesOf(child, found)
  }
  return found
}
