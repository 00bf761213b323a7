import type { Command } from '../src/command/command.ts'
import type { Say } from '../src/wording/say.ts'

const PLACE = /(<!-- commands -->\n)[^]*(<!-- \/commands -->)/

/** README with its table of commands made anew. */
export function withCommandTable(readme: string, commands: readonly Command[], say: Say): string {
  const rows = commands
    .filter(({ hidden }) => !hidden)
    .map(({ slash, summary, examples }) => `| \`/${slash[0]}\` | ${say(summary)} | ${examples.join(' · ')} |`)
  const table = ['| command | what it does | by words, for example |', '| --- | --- | --- |', ...rows].join('\n')
  return readme.replace(PLACE, (_, before: string, after: string) => `${before}${table}\n${after}`)
}
