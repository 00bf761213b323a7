import type { Log } from '../src/messages/log.ts'

/** For tests that look at nothing in the log. */
export const silentLog: Log = { info() {}, warn() {}, error() {} }
