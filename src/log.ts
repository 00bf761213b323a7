import pino from 'pino'
import type { Log } from './messages/log.ts'

/**
 * Structured lines on standard error, which leaves standard output to the console channel. The parts write ids,
 * commands and times; never a token, a name or what people wrote.
 */
export function createLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
}
