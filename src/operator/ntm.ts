/** The operator's tool: `npm run --silent ntm -- COMMAND`. */
import { catalogCheck } from './catalog-check.ts'
import { importCommand } from './import.ts'
import type { OperatorCommand } from './operator-command.ts'
import { orStop } from './or-stop.ts'

const COMMANDS: readonly OperatorCommand[] = [importCommand, catalogCheck]

async function run(typed: string[]): Promise<number> {
  for (const command of COMMANDS) {
    const words = command.name.split(' ')
    if (words.every((word, at) => typed[at] === word)) return command.run(typed.slice(words.length))
  }
  console.error(
    [
      'Dùng: npm run --silent ntm -- LỆNH',
      '',
      ...COMMANDS.map(({ name, usage, summary }) => `  ${name} ${usage}\n      ${summary}`),
    ].join('\n'),
  )
  return 1
}

await orStop(async () => {
  process.exitCode = await run(process.argv.slice(2))
})
