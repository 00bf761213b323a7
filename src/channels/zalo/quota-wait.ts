/** How long to leave Zalo alone after a 429, which does not say. Times in ms. */
export interface QuotaWait {
  /** A send was refused. @param beganAt when it left, by the same clock. @returns how long it is to wait. */
  refused(beganAt: number): number
  /** A send went through, so that the quota is there again. */
  sent(): void
}

/**
 * A limit on a moment's messages is over in seconds, and somebody waits for the answer; a day's or month's is not, and whoever
 * keeps asking makes it worse. So the first wait is short, and each refusal after it doubles it up to a quarter of an hour.
 */
const WAIT_MS = { first: 5000, longest: 15 * 60_000 }

/** The wait after so many refusals before. */
export function quotaWaitMs(before: number): number {
  return Math.min(WAIT_MS.first * 2 ** before, WAIT_MS.longest)
}

/**
 * Counts refusals in a row. What left before the last one was heard of is refused for the same reason: a dozen sends at once
 * are one refusal, and the twelfth does not wait for hours.
 */
export function createQuotaWait(now: () => number = () => performance.now()): QuotaWait {
  let refusals = 0
  let heardAt = -Infinity
  return {
    refused(beganAt) {
      if (beganAt >= heardAt) {
        refusals += 1
        heardAt = now()
      }
      return quotaWaitMs(refusals - 1)
    },
    sent() {
      refusals = 0
      heardAt = -Infinity
    },
  }
}
