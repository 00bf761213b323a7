import { expect, test } from 'vitest'
import { pollWaitMs } from '../../src/channels/poll-wait.ts'

test('a poll is tried again soon at first, and within ten seconds however long an outage lasts', () => {
  const waits = [1, 2, 3, 4, 5, 6, 1000, 10_000].map((failures) => pollWaitMs(1000, failures) / 1000)
  expect(waits).toEqual([1, 2, 4, 8, 10, 10, 10, 10])
})
