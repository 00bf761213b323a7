/** The operator's tool: `npm run --silent ntm -- COMMAND`. */
import { auditCommand } from './audit.ts'
import { backupCommand, restoreCommand } from './backup.ts'
import { catalogCheck } from './catalog-check.ts'
import { doctor } from './doctor.ts'
import { importCommand } from './import.ts'
import { inviteCommand } from './invite.ts'
import { migrateCommand } from './migrate.ts'
import type { OperatorCommand } from './operator-command.ts'
import { orStop } from './or-stop.ts'
import { readCommand } from './read.ts'
import { retention } from './retention.ts'
import { zaloCheck } from './zalo-check.ts'
import { zaloListen } from './zalo-listen.ts'
import { zaloWebhook } from './zalo-webhook.ts'

const COMMANDS: readonly OperatorCommand[] = [
  importCommand,
  readCommand,
  catalogCheck,
  doctor,
  zaloCheck,
  zaloListen,
  zaloWebhook,
  inviteCommand,
  auditCommand,
  retention,
  backupCommand,
  restoreCommand,
  migrateCommand,
]

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
