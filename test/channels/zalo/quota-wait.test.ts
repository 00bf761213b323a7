import { expect, test } from 'vitest'
import { createQuotaWait } from '../../../src/channels/zalo/quota-wait.ts'

function start() {
  const clock = { now: 0 }
  return { clock, wait: createQuotaWait(() => clock.now) }
}

test('refusals one after the other wait longer and longer, up to a quarter of an hour', () => {
  const { clock, wait } = start()
  const waits = Array.from({ length: 10 }, () => {
    clock.now += 1000
    return wait.refused(clock.now) / 1000
  })
  expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 900, 900])
})

test('sends that left together are refused once: none waits longer than the first', () => {
  const { clock, wait } = start()
  clock.now = 100
  const refusedAt = (now: number, beganAt: number) => {
    clock.now = now
    return wait.refused(beganAt) / 1000
  }
  expect([refusedAt(150, 0), refusedAt(160, 10), refusedAt(170, 149)]).toEqual([5, 5, 5])
  expect([refusedAt(5300, 5200), refusedAt(5310, 5290)]).toEqual([10, 10])
})

test('once one was sent, the next refusal is the first', () => {
  const { clock, wait } = start()
  for (const at of [10, 20, 30]) {
    clock.now = at
    wait.refused(at)
  }
  wait.sent()
  expect(wait.refused(25)).toBe(5000)
})
