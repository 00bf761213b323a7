/** `npm test`: everything a change has to pass, the cheap checks first; stops at the first that fails. */
import { spawnSync } from 'node:child_process'

const STEPS = [
  ['format', 'oxfmt', '--check'],
  ['lint', 'oxlint', '--type-aware', '--deny-warnings'],
  ['types', 'tsc'],
  ['dead code', 'knip'],
  ['tests', 'vitest', 'run', ...process.argv.slice(2)],
] as const

for (const [what, command, ...args] of STEPS) {
  process.stdout.write(`\n— ${what}: ${command} ${args.join(' ')}\n`)
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) {
    process.stdout.write(`\n${what}: failed\n`)
    if (what !== 'tests') process.stdout.write('\n0 passed, 1 failed\n')
    process.exit(status ?? 1)
  }
}
