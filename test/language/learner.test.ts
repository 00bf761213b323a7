import { expect, it } from 'vitest'
import { classify, train, type Example } from '../../src/language/learner.ts'

const examples: Example[] = Object.entries({
  weather: [
    'hôm nay trời có mưa không',
    'thời tiết ngày mai thế nào',
    'trời nắng hay mưa',
    'nhiệt độ hôm nay bao nhiêu',
    'mai có bão không',
  ],
  flights: [
    'cho tôi xem các chuyến bay đi Huế',
    'có chuyến bay nào sáng mai',
    'vé máy bay rẻ nhất',
    'chuyến bay cuối cùng trong ngày',
    'đặt vé bay ra Hà Nội',
  ],
  food: ['quán phở nào ngon', 'món này nấu thế nào', 'ăn gì tối nay', 'cách nấu bún bò', 'nhà hàng gần đây'],
}).flatMap(([label, texts]) => texts.map((text) => ({ text, label })))

const model = train(examples)

it('tells sentences apart that it has not seen, with marks or without', () => {
  for (const [text, label] of [
    ['ngày mai trời mưa không', 'weather'],
    ['ngay mai troi mua khong', 'weather'],
    ['chuyến bay sáng đi Hà Nội', 'flights'],
    ['chuyen bay re nhat', 'flights'],
    ['nấu món gì ngon', 'food'],
  ] as const)
    expect(classify(model, text)[0]?.label, text).toBe(label)
})

it('gives every label a probability, all together one, the likeliest first', () => {
  const ranked = classify(model, 'trời mưa')
  expect(ranked.map(({ label }) => label).toSorted()).toEqual(['flights', 'food', 'weather'])
  expect(ranked.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 5)
  expect(ranked.map(({ probability }) => probability)).toEqual(
    ranked.map(({ probability }) => probability).toSorted((a, b) => b - a),
  )
})

it('learns the same from the same', () => {
  expect(classify(train(examples), 'vé bay')).toEqual(classify(model, 'vé bay'))
})

it('learns other words when it is taught other examples', () => {
  const swapped = train(
    examples.map(({ text, label }) => ({
      text,
      label: label === 'food' ? 'weather' : label === 'weather' ? 'food' : label,
    })),
  )
  expect(classify(swapped, 'trời mưa bão')[0]?.label).toBe('food')
})
