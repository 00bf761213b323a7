import type { Clock } from '../clock.ts'
import type { ChannelName } from '../messages/incoming.ts'
import type { Log } from '../messages/log.ts'
import type { Db } from '../store/schema.ts'
import { zaloUsage } from '../store/zalo-usage.ts'

export interface QuotaOptions {
  db: Db
  clock: Clock
  log: Log
  /** How many messages a month Zalo's plan allows. */
  monthlyMessages: number
}

/** From here on the log warns. */
const WARN_AT = 0.8
/** This part of the month's messages is kept for answers to people. */
const KEPT_FOR_REPLIES = 0.1
/** How long a count is good for. */
const COUNT_AGAIN_MS = 60_000

/**
 * Watches how many of the month's messages on Zalo are left: warns once a month at 80 %, and says to hold notices back
 * when what is left is needed for answers. Notices leave again when the month turns, or a larger plan is configured.
 */
export function createQuotaWatch({ db, clock, log, monthlyMessages }: QuotaOptions) {
  let countedAt = -Infinity
  let held = false
  let warned = { month: '', held: false }

  async function count(): Promise<void> {
    const now = clock.now()
    if (Math.abs(now.getTime() - countedAt) < COUNT_AGAIN_MS) return
    const { month, sent } = await zaloUsage(db, now)
    countedAt = now.getTime()
    held = monthlyMessages - sent <= Math.ceil(monthlyMessages * KEPT_FOR_REPLIES)
    if (warned.month !== month) warned = { month: sent >= monthlyMessages * WARN_AT ? month : '', held: false }
    else if (warned.held === held) return
    if (warned.month === '') return
    warned.held = held
    log.warn(
      { channel: 'zalo', month, sent, monthlyMessages, left: monthlyMessages - sent },
      held ? "Zalo's messages of this month run out: notices are held back" : "Zalo's messages of this month run low",
    )
  }

  return {
    async holdsBackNotices(channel: ChannelName): Promise<boolean> {
      if (channel !== 'zalo') return false
      await count()
      return held
    },
  }
}
