import pino from 'pino'
import { redactor } from './channels/redact.ts'
import type { Log } from './messages/log.ts'

/** Where lines go; a pino destination is one. */
interface Destination {
  write(line: string): void
}

/**
 * Structured lines on standard error, which leaves standard output to the console channel. The parts write ids,
 * commands and times; never a name or a phone number, nor what people wrote unless the configuration asks for it.
 *
 * @param secrets are taken out of every line, whatever part wrote it and wherever they stand in it.
 */
export function createLog(
  level: string,
  secrets: readonly string[] = [],
  destination: Destination = pino.destination(2),
): Log {
  const redact = redactor(secrets)
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: describeError } },
    { write: (line: string) => destination.write(redact(line)) },
  )
}

/**
 * What is written down of an error: what went wrong and where in the program. What else hangs on it stays out: a database's
 * error carries the row, with the names and words in it.
 */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack, code, cause } = error as Error & { code?: unknown }
  return {
    type: name,
    message,
    ...(typeof code === 'string' && { code }),
    stack,
    ...(cause !== undefined && { cause: describeError(cause) }),
  }
}
