import { ConfigError } from '../config.ts'

/** Runs a program; whatever stops it is said on standard error, one line for each reason, and the exit status is 1. */
export async function orStop(program: () => Promise<void>): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read has gone (`| head`): there is nobody left to write to.
    if (error.code === 'EPIPE') process.exit()
    throw error
  })
  try {
    await program()
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    const lines = error instanceof ConfigError ? `configuration:\n${text}` : text
    process.stderr.write(`${lines}\n`)
    process.exitCode = 1
  }
}
