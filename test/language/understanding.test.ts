import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/language/fold.ts'
import { outside } from '../../src/language/outside.ts'
import { commandOf, faults, measuringSet, showNumber } from './measure.ts'
import { taught } from './taught.ts'
import { people, units, worldLanguage } from './world.ts'

const TODAY = '2026-11-23'
const language = worldLanguage()
const understand = (text: string) => language.understand(text, TODAY)

describe('the measuring set', () => {
  it('holds at least 400 sentences, 120 of them not for the bot, none of them taught', () => {
    const learned = new Set(
      [...taught.flatMap(({ sentences }) => sentences), ...outside].map((text) => text.toLowerCase()),
    )
    expect(measuringSet.filter(({ way }) => way === 'outside').length).toBeGreaterThanOrEqual(120)
    expect(measuringSet.length).toBeGreaterThanOrEqual(400)
    expect(measuringSet.filter(({ text }) => learned.has(text.toLowerCase()))).toEqual([])
  })

  const ways = Map.groupBy(measuringSet, ({ way }) => way)
  it.each([...ways.keys()])('is understood: %s', (way) => {
    const cases = ways.get(way) ?? []
    const wrong = cases.flatMap((expected) => {
      const found = faults(expected, understand(expected.text))
      return found.length > 0 ? [`${expected.text}: ${found.join(', ')}`] : []
    })
    // Of the few sentences that some ways have, a twentieth is one or two.
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(
      Math.ceil(cases.length * (way === 'outside' ? 0.03 : 0.05)),
    )
  })
})

describe('commands', () => {
  it('are taught by at least 40 sentences each', () => {
    expect(taught.filter(({ sentences }) => new Set(sentences).size < 40).map(({ name }) => name)).toEqual([])
  })

  it('share no sentence', () => {
    const owners = new Map<string, string>()
    const shared = taught.flatMap(({ name, sentences }) =>
      sentences.filter((sentence) => {
        const owner = owners.get(sentence.toLowerCase()) ?? name
        owners.set(sentence.toLowerCase(), owner)
        return owner !== name
      }),
    )
    expect(shared).toEqual([])
  })
})

describe('commands that change something', () => {
  const acting = taught.filter(({ acts }) => acts)
  const isActing = (name: string) => acting.some((command) => command.name === name)

  it('are never reached by names and numbers alone', () => {
    const named = ['Trung Lương 2023', 'trung luong 12', '17 5', '17.5', 'nâng cao 17.5 Bình An', 'anh Mẫu 13.2']
    expect(named.filter((text) => isActing(commandOf(understand(text))))).toEqual([])
  })

  it('are not taken for their opposite', () => {
    const turned = ['không duyệt báo cáo 12', 'khong duyet bao cao 12', 'không đồng ý báo cáo 12', 'không duyệt 12']
    expect(turned.filter((text) => commandOf(understand(text)) === 'approve')).toEqual([])
    expect(commandOf(understand('duyệt báo cáo 12'))).toBe('approve')
  })
})

describe('any text', () => {
  it('is handled without an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(understand(text).mentions.units).toBeInstanceOf(Array)
      }),
    )
  })

  it.each([
    ['one letter', 'a'.repeat(100_000)],
    ['a question', 'xã Trung Lương đạt bao nhiêu tiêu chí '.repeat(2_700)],
    ['codes', '17.5 '.repeat(20_000)],
    ['marks', '\u0301'.repeat(100_000)],
    ['typing', 'a1'.repeat(50_000)],
    ['colons', ': '.repeat(50_000)],
    ['number words', 'năm hai '.repeat(12_500)],
    ['emoji', '😀'.repeat(25_000)],
  ])('of 100 KB is cut and handled: %s', (_, text) => {
    understand(text)
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now()
      understand(text)
      return performance.now() - start
    })
    // The best of five, so that a busy machine does not fail it.
    expect(Math.min(...times)).toBeLessThan(5)
  })
})

describe('marks', () => {
  const askable = [
    'chỉ tiêu 17.5 đạt chưa',
    'thôn Đoài phân loại rác 150/210 hộ',
    'tiêu chí 17 thế nào rồi',
    'phân loại rác được 85% rồi',
    'giao 13.2 cho anh Mẫu hạn 31/12/2026',
  ]

  it('change no code and no number', () => {
    for (const text of askable) {
      const [marked, bare] = [understand(text).mentions, understand(fold(text)).mentions]
      expect(bare.targets.map(({ readings }) => readings)).toEqual(marked.targets.map(({ readings }) => readings))
      expect(bare.numbers.map(showNumber)).toEqual(marked.numbers.map(showNumber))
      expect(bare.dates.map(({ from }) => from)).toEqual(marked.dates.map(({ from }) => from))
    }
  })

  it('change no code, whatever it is', () => {
    const code = fc.constantFrom('1.1', '2.4', '8.5', '13.8', '17.10', '17.12', '18.8', '19.2')
    const frame = fc.constantFrom(
      'chỉ tiêu # đạt chưa',
      '# là gì',
      'ngưỡng của # là bao nhiêu',
      'xã mình # thế nào rồi',
    )
    fc.assert(
      fc.property(code, frame, fc.boolean(), (code, frame, marks) => {
        const text = frame.replace('#', code)
        expect(understand(marks ? text : fold(text)).mentions.targets[0]?.readings[0]?.code).toBe(code)
      }),
    )
  })
})

describe('names', () => {
  const name = fc.constantFrom(...units.filter(({ level }) => level === 'xa'))
  const writing = fc.constantFrom<(name: string) => string>(
    (name) => name,
    (name) => name.toUpperCase(),
    (name) => name.toLowerCase(),
    fold,
    (name) => name.normalize('NFD'),
    (name) => name.replaceAll(' ', '  '),
    (name) => name.replaceAll(' ', ''),
    (name) => fold(name).replaceAll(' ', ''),
  )
  const bare = (name: string) => name.replace(/^xã /, '')

  it('of units are found in any writing after the word for their level', () => {
    fc.assert(
      fc.property(name, writing, (unit, write) => {
        const { mentions } = understand(`xã ${write(bare(unit.name))} đạt bao nhiêu tiêu chí`)
        expect(mentions.units[0]?.ids).toContain(unit.id)
      }),
    )
  })

  it('of units are found with a letter missing, doubled or swapped', () => {
    const slip = fc.constantFrom<(word: string, at: number) => string>(
      (word, at) => word.slice(0, at) + word.slice(at + 1),
      (word, at) => word.slice(0, at) + word.charAt(at) + word.slice(at),
      (word, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
    )
    const long = fc.constantFrom(...units.filter(({ level, name }) => level === 'xa' && bare(name).length > 8))
    fc.assert(
      fc.property(long, slip, fc.nat(5), (unit, slip, at) => {
        const { mentions } = understand(`xã ${slip(bare(unit.name), at + 1)} đạt bao nhiêu tiêu chí`)
        expect(mentions.units[0]?.ids).toContain(unit.id)
      }),
    )
  })

  it('of people are found whole or given after a form of address', () => {
    for (const { id, name } of people) {
      for (const written of [name, fold(name), name.toUpperCase(), name.normalize('NFD')])
        expect(understand(`giao 13.2 cho ${written}`).mentions.people[0]?.ids, written).toContain(id)
      const given = name.split(' ').at(-1) ?? ''
      expect(understand(`giao 13.2 cho anh ${given}`).mentions.people[0]?.ids).toContain(id)
    }
  })

  it('that nobody has are told from those that are near', () => {
    expect(understand('xã Phú Thịnh Đông đạt bao nhiêu tiêu chí').mentions.unknownUnit).toBe('Phú Thịnh Đông')
    expect(language.nearestUnits('Trung Lưng')[0]?.ids).toEqual(['tl'])
    expect(language.nearestUnits('Cẩm Xiên')[0]?.ids).toEqual(['cx'])
  })

  it('that two units share are all given, unless the one above is named', () => {
    expect(understand('xã Đông Sơn đạt bao nhiêu tiêu chí').mentions.units[0]?.ids).toEqual(['ds1', 'ds2'])
    expect(understand('xã Đông Sơn, Hà Tĩnh đạt bao nhiêu tiêu chí').mentions.units.map(({ ids }) => ids)).toEqual([
      ['ds2'],
    ])
  })

  it('that are everyday words are no names without their level or their capitals', () => {
    expect(understand('an toàn thực phẩm đạt chưa').mentions.units).toEqual([])
    expect(understand('mọi người thống nhất chưa').mentions.units).toEqual([])
    expect(understand('xã An Toàn đạt bao nhiêu tiêu chí').mentions.units[0]?.ids).toEqual(['at'])
    expect(understand('thôn thống nhất phân loại rác tới đâu').mentions.units[0]?.ids).toEqual(['tn'])
  })
})

describe('what belongs together', () => {
  it('is read by the set that was named', () => {
    expect(understand('chỉ tiêu phân loại rác nâng cao').mentions.targets[0]?.readings).toEqual([
      { set: 'ntm-nang-cao-2021-2025', code: '17.5' },
    ])
    expect(understand('phân loại rác').mentions.targets[0]?.readings.map(({ code }) => code)).toEqual(['17.11', '17.5'])
  })

  it('says of an unknown code that it names an indicator which no set has', () => {
    expect(understand('chỉ tiêu 25.3 đạt chưa').mentions.targets[0]).toMatchObject({ kind: 'indicator', readings: [] })
    expect(understand('tiêu chí 42 đạt chưa').mentions.targets[0]).toMatchObject({ kind: 'criterion', readings: [] })
  })

  it('goes on with names alone, and asks for the state of an indicator alone', () => {
    expect(commandOf(understand('còn nâng cao?'))).toBe('followUp')
    expect(commandOf(understand('Bình An'))).toBe('followUp')
    expect(commandOf(understand('17.5'))).toBe('indicator')
  })

  it('takes a text word for word where a text is wanted, and as the question where not', () => {
    expect(understand('thông báo: Mai họp lúc 8h30, “đúng giờ”').mentions.freeText).toBe('Mai họp lúc 8h30, “đúng giờ”')
    expect(commandOf(understand('cho hỏi: xã Trung Lương đạt bao nhiêu tiêu chí'))).toBe('status')
    expect(understand('8.5 đạt').mentions.verdict).toBe('met')
    expect(understand('8.5 chưa đạt').mentions.verdict).toBe('unmet')
    expect(understand('8.5 đạt chưa').mentions.verdict).toBeUndefined()
  })
})
