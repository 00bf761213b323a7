/** An idle bot polls twice a minute, so this is no burden; whoever writes after an outage is not to wait longer. */
const LONGEST_MS = 10_000

/** How long to wait after so many failed polls in a row, in ms: twice as long each time, but never long. */
export function pollWaitMs(firstMs: number, failures: number): number {
  return Math.min(firstMs * 2 ** (failures - 1), LONGEST_MS)
}
