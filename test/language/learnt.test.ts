import { describe, expect, it } from 'vitest'
import { createLanguage, learn } from '../../src/language/language.ts'
import { packLearnt, unpackLearnt } from '../../src/language/learnt.ts'
import { nationalSets, people, units } from './world.ts'

const data = {
  units,
  people,
  sets: nationalSets(),
  commands: [
    { name: 'status', sentences: ['xã đạt bao nhiêu tiêu chí', 'xã đạt mấy chỉ tiêu nâng cao', 'tiến độ của xã'] },
    { name: 'unmet', sentences: ['còn thiếu tiêu chí nào', 'còn vướng gì', 'chưa đạt những chỉ tiêu nào'] },
  ],
  outside: ['mai trời có mưa không', 'giá vàng hôm nay'],
}

describe('what was learnt', () => {
  const learnt = learn(data)
  const bytes = packLearnt(learnt)

  it('comes back from its bytes and understands the same', () => {
    const again = unpackLearnt(bytes)
    expect(again).toEqual({ ...learnt, masked: JSON.parse(JSON.stringify(learnt.masked)) })
    const [first, second] = [createLanguage(data, learnt), createLanguage(data, again)]
    for (const text of ['xã Trung Lương đạt mấy tiêu chí', 'còn thiếu gì', 'giá vàng', 'xa dong son con vuong gi'])
      expect(second.understand(text, '2026-11-23')).toEqual(first.understand(text, '2026-11-23'))
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['cut off', bytes.subarray(0, bytes.length - 8)],
    ['half', bytes.subarray(0, bytes.length >> 1)],
    ['other bytes', new Uint8Array(1000).fill(7)],
  ])('is learnt anew where what was kept is not whole: %s', (_, damaged) => {
    expect(unpackLearnt(damaged)).toBeUndefined()
  })
})
