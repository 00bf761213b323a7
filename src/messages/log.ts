/** Where a part writes what it did; a pino logger is one. Never give it a token or what people wrote. */
export interface Log {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}
