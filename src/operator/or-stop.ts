import { ConfigError } from '../config.ts'

/** Runs a program; whatever stops it is said on standard error, one line for each reason, and the exit status is 1. */
export async function orStop(program: () => Promise<void>): Promise<void> {
  try {
    await program()
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    const lines = error instanceof ConfigError ? `configuration:\n${text}` : text
    process.stderr.write(`${lines}\n`)
    process.exitCode = 1
  }
}
