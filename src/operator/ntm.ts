/** The operator's tool: `npm run --silent ntm -- COMMAND`. */
import { catalogCheck } from './catalog-check.ts'
import { importCommand } from './import.ts'
import { OperatorError, type OperatorCommand } from './operator-command.ts'
import { ConfigError } from '../config.ts'
import { StoreError } from '../store/store.ts'

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

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof OperatorError || error instanceof StoreError || error instanceof ConfigError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
