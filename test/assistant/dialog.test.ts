import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Incoming } from '../../src/messages/incoming.ts'
import { createSqlite, onEachDatabase, openNew } from '../store/databases.ts'
import { talkOver, toyForm } from './dialog-kit.ts'

const submitted: object[] = []

async function talk(...lines: string[]) {
  const talking = talkOver(await openNew(async () => createSqlite()), toyForm(submitted as never[]))
  for (const line of lines) await talking.say(line)
  return talking
}

describe('what the first message says is taken', () => {
  test.each([
    ['form', 'Which village?'],
    ['form Đoài', 'How many?'],
    ['form 40', 'Which village?'],
    ['form Đoài 40', 'Đoài 40 -: right?'],
    ['form Đoài 400', 'At most 100.\n\nHow many?'],
  ])('%s → %s', async (text, asked) => {
    expect(await (await talk()).say(text)).toBe(asked)
  })

  test('what was said at once needs no optional question; what was asked for gets one', async () => {
    const talking = await talk('form Đoài')
    expect(await talking.say('40')).toBe('A note?')
  })
})

/** The repairs of a conversation: what was said before, the line, and what has to come of it. */
describe('repairs', () => {
  test.each<[string, string[], string, string]>([
    ['correction of what was said', ['form Đoài 40'], 'không, 50', 'Đoài 50'],
    ['correction of something earlier, at another question', ['form', 'Đoài'], 'à quên, Đông', 'How many?'],
    ['correction without a word for it', ['form Đoài 40'], 'Đông', 'Đông 40'],
    ['correction that cannot be', ['form Đoài 40'], 'không, 500', 'At most 100.'],
    ['cancel', ['form Đoài'], 'hủy', 'Đã hủy'],
    ['cancel without marks', ['form Đoài'], 'huy', 'Đã hủy'],
    ['cancel, old tone mark, politely', ['form Đoài'], 'dạ huỷ giúp em ạ', 'Đã hủy'],
    ['skip what can be skipped', ['form', 'Đoài', '40'], 'bỏ qua', 'Đoài 40 -'],
    ['skip what cannot', ['form'], 'bỏ qua', 'Câu này không bỏ qua được'],
    ['skip has nothing to do at the confirmation', ['form Đoài 40'], 'bỏ qua', 'Đoài 40 -: right?'],
    ['no clear answer: what is wanted is said', ['form Đoài'], 'abc', 'Tôi chưa hiểu câu trả lời này.\n\nHow many?'],
    ['an answer of the right kind that cannot be', ['form Đoài'], '400', 'At most 100.\n\nHow many?'],
    ['a question in the middle', ['form Đoài'], 'why?', 'the answer\nMình làm tiếp việc đang dở:\n\nHow many?'],
    ['a slash command in the middle', ['form Đoài'], '/question', 'the answer\nMình làm tiếp'],
    ['hand over to a person', ['form Đoài'], 'gặp cán bộ', 'Mình làm tiếp'],
    ['repeat', ['form Đoài'], 'nhắc lại', 'How many?'],
    ['restart', ['form Đoài'], 'làm lại', 'Mình làm lại từ đầu.\n\nWhich village?'],
    ['continue', ['form Đoài'], 'tiếp tục', 'How many?'],
    ['help', ['form Đoài'], 'trợ giúp', 'How many?'],
    ['help without marks', ['form Đoài'], 'tro giup', 'Anh/chị trả lời câu dưới đây'],
    ['back', ['form', 'Đoài'], 'quay lại', 'Which village?'],
    ['back at the first question', ['form'], 'quay lại', 'Đây là câu đầu tiên.\n\nWhich village?'],
    ['back from the confirmation of a complete message', ['form Đoài 40'], 'quay lại', 'Anh/chị muốn sửa gì?'],
    ['edit at the confirmation', ['form Đoài 40'], 'sửa', 'Anh/chị muốn sửa gì?'],
    ['edit what is named', ['form Đoài 40'], 'sửa số liệu', 'How many?'],
    ['edit with the new value', ['form Đoài 40'], 'sửa thành 60', 'Đoài 60'],
    ['edit when there is nothing yet', ['form'], 'sửa', 'Chưa có gì để sửa'],
    ['no to a confirmation', ['form Đoài 40'], 'không', 'Anh/chị muốn sửa gì?'],
    ['confirm', ['form Đoài 40'], 'xác nhận', 'submitted'],
    ['confirm: đồng ý', ['form Đoài 40'], 'dong y', 'submitted'],
    ['confirm: ok', ['form Đoài 40'], 'OK ạ', 'submitted'],
    ['confirm: đúng', ['form Đoài 40'], 'đúng', 'submitted'],
    ['dung without marks is đúng', ['form Đoài 40'], 'dung', 'submitted'],
    ['dừng with marks is not', ['form Đoài 40'], 'dừng', 'Đã hủy'],
    ['confirm by its number', ['form Đoài 40'], '1', 'submitted'],
    ['nothing to confirm yet', ['form'], 'đồng ý', 'Chưa có gì để xác nhận'],
    ['a choice by number', ['form'], '2', 'How many?'],
    ['a choice without marks', ['form'], 'dong', 'How many?'],
    ['more choices', ['form'], 'xem thêm', 'Which village?'],
    ['the same asked again', ['form Đoài'], 'form', 'How many?'],
  ])('%s', async (_, before, line, expected) => {
    expect(await (await talk(...before)).say(line)).toContain(expected)
  })

  test.each<[string, string[], string, RegExp]>([
    [
      'a command at a free-text question: which is meant',
      ['form', 'Đoài', '40'],
      'other Đông',
      /^“other Đông” là câu trả lời/,
    ],
    ['… it is the answer', ['form', 'Đoài', '40', 'other Đông'], '1', /^Đoài 40 other Đông: right\?$/],
    ['… it is the other', ['form', 'Đoài', '40', 'other Đông'], '2', /^How many\?$/],
    ['… another answer instead', ['form', 'Đoài', '40', 'other Đông'], 'a word', /^Đoài 40 a word: right\?$/],
    ['… cancelled', ['form', 'Đoài', '40', 'other Đông'], 'hủy', /^Đã hủy/],
    ['a question there with its mark is answered', ['form', 'Đoài', '40'], 'why?', /^the answer\nMình làm tiếp/],
    [
      'a text that only mentions a command is a text',
      ['form', 'Đoài', '40'],
      'the other Đông',
      /^Đoài 40 the other Đông/,
    ],
    [
      'a text of several lines is a text',
      ['form', 'Đoài', '40'],
      'other Đông\nand more',
      /^Đoài 40 other Đông\nand more/,
    ],
    ['a command at another question is begun', ['form Đoài'], 'other Đông', /^How many\?$/],
    ['anew at the confirmation', ['form Đoài 40'], 'form Đông 50', /^Tôi làm theo tin mới này[^]*Đông 50 -: right\?$/],
    ['anew at a question', ['form Đoài'], 'form Đông 50', /^Tôi làm theo tin mới này[^]*Đông 50 -: right\?$/],
    [
      'anew where it is asked what to change',
      ['form Đoài 40', 'sửa'],
      'form Đông 50',
      /^Tôi làm theo tin mới này[^]*Đông 50/,
    ],
    [
      'the same with one thing changed is a correction',
      ['form Đoài 40'],
      'form Đoài 50',
      /^Tôi đã sửa – Số liệu\.[^]*Đoài 50/,
    ],
    ['what was changed is named', ['form Đoài 40'], 'Đông', /^Tôi đã sửa – Thôn: Đông\.\n\nĐông 40/],
    [
      'other words change nothing that was said',
      ['form Đoài'],
      'as they do in Đông too',
      /^Tôi chưa hiểu[^]*How many\?$/,
    ],
    ['said on purpose they do', ['form Đoài'], 'sửa lại là Đông', /^Tôi đã sửa – Thôn: Đông\.[^]*How many\?$/],
    [
      'a question at the confirmation is not followed by all of it',
      ['form Đoài 40'],
      'why?',
      /^the answer\nViệc đang dở[^:]*“nhắc lại”[^:]*$/,
    ],
  ])('%s', async (_, before, line, expected) => {
    expect(await (await talk(...before)).say(line)).toMatch(expected)
  })

  test('a form that changes what stands is left in its own words', async () => {
    const form = toyForm(submitted as never[], {
      leaving: { button: 'dialog-leave', said: (_, { village }) => `${village} stays` },
    })
    const talking = talkOver(await openNew(async () => createSqlite()), form)
    await talking.say('form Đoài 40')
    expect(await talking.press('Để nguyên')).toBe('Đoài stays')
    await talking.say('form Đoài 40')
    expect(await talking.say('hủy')).toBe('Đoài stays')
  })

  test('to a yes or no, "không" leaves, and nothing is offered to be edited', async () => {
    const [village] = toyForm([]).steps
    const form = { ...toyForm(submitted as never[]), steps: [{ ...village!, picks: true }] }
    const talking = talkOver(await openNew(async () => createSqlite()), form)
    const [asked] = await talking.send({ kind: 'text', text: 'form Đoài' })
    expect(asked?.buttons?.flat().map(({ label }) => label)).toEqual(['Xác nhận', 'Hủy'])
    expect(await talking.say('không')).toContain('Đã hủy')
  })

  test('nothing is confirmed while something required is missing', async () => {
    submitted.length = 0
    const talking = await talk('form Đoài 40')
    const row = await talking.store.db.selectFrom('dialogs').select('data').executeTakeFirstOrThrow()
    const draft = JSON.parse(row.data) as { values: object }
    const data = JSON.stringify({ ...draft, values: { village: 'Đoài' } })
    await talking.store.db.updateTable('dialogs').set({ data }).execute()
    expect(await talking.say('xác nhận')).toBe('How many?')
    expect(submitted).toEqual([])
  })

  test('a button of a dialog that gave way is none of the new one', async () => {
    submitted.length = 0
    const talking = await talk()
    const [first] = await talking.send({ kind: 'text', text: 'form Đoài 40' })
    await talking.say('form Đông 50')
    const [said] = await talking.send({ kind: 'press', data: first?.buttons?.[0]?.[0]?.data ?? '' })
    expect(said?.text).toContain('Nút vừa bấm là của câu hỏi trước')
    expect(submitted).toEqual([])
  })

  test('a choice of the second page, by its number there', async () => {
    const talking = await talk('form', 'xem thêm')
    await talking.say('1')
    await talking.say('7')
    await talking.say('không')
    expect(await talking.say('nhắc lại')).toContain('Trung 7')
  })

  test('a voice message in the middle: what can be read is said, and the question again', async () => {
    const talking = await talk('form Đoài')
    const said = await talking.send({ kind: 'unsupported', what: 'voice' })
    expect(said.map(({ text }) => text).join('\n')).toMatch(/tin thoại[\s\S]*How many\?/)
  })
})

test('another form interrupts, and the first is taken up where it was', async () => {
  const talking = await talk('form Đoài')
  expect(await talking.say('other Đông')).toBe('How many?')
  expect(await talking.say('5')).toBe('A note?')
  await talking.say('bỏ qua')
  expect(await talking.say('ok')).toContain('submitted\nMình trở lại việc đang dở lúc trước:\n\nHow many?')
  expect(await talking.say('40')).toBe('A note?')
})

test('a button of an earlier question shows where the dialog stands, and changes nothing', async () => {
  const talking = await talk()
  const [first] = await talking.send({ kind: 'text', text: 'form' })
  await talking.press('Đoài')
  const stale = first?.buttons?.[1]?.[0]?.data ?? ''
  const [said] = await talking.send({ kind: 'press', data: stale })
  expect(said?.text).toBe('Nút vừa bấm là của câu hỏi trước. Câu hỏi hiện tại là:\n\nHow many?')
})

test.each(['!99.99', '!1.99', '!x', '?approve', '#3', ''])('made-up button data (%s) does nothing', async (data) => {
  submitted.length = 0
  const talking = await talk('form Đoài 40')
  await talking.send({ kind: 'press', data })
  expect(submitted).toEqual([])
  expect(await talking.say('nhắc lại')).toContain('right?')
})

test('the whole way by buttons', async () => {
  const talking = await talk('form')
  await talking.press('Đông')
  await talking.say('9')
  await talking.press('Bỏ qua')
  await talking.press('Sửa')
  await talking.press('Thôn')
  await talking.press('Nội')
  expect(await talking.press('Xác nhận')).toBe('submitted')
})

describe('on other channels', () => {
  const onTelegram: Partial<Incoming> = { channel: 'telegram' }
  const inGroup = (more: Partial<Incoming> = {}): Partial<Incoming> => ({ chat: { id: 'g', kind: 'group' }, ...more })

  test('Telegram: the same message is edited as the dialog goes on', async () => {
    const talking = await talk()
    const [asked] = await talking.send({ kind: 'text', text: 'form' }, onTelegram)
    expect(asked?.edits).toBeUndefined()
    await talking.deliver()
    const [second] = await talking.send({ kind: 'text', text: 'Đoài' }, onTelegram)
    expect(second?.edits).toBe('m1')
    const [third] = await talking.send(
      { kind: 'press', data: second?.buttons?.[0]?.[0]?.data ?? '', messageId: 'm9' },
      onTelegram,
    )
    expect(third?.edits).toBe('m9')
  })

  test('Telegram: where the message is not known to be there yet, a new one is sent', async () => {
    const talking = await talk()
    await talking.send({ kind: 'text', text: 'form' }, onTelegram)
    const [second] = await talking.send({ kind: 'text', text: 'Đoài' }, onTelegram)
    expect(second?.edits).toBeUndefined()
  })

  test('Telegram: after a question in the middle, the step stands below the answer', async () => {
    const talking = await talk()
    await talking.send({ kind: 'text', text: 'form' }, onTelegram)
    await talking.deliver()
    const said = await talking.send({ kind: 'text', text: 'why?' }, onTelegram)
    expect(said.map(({ text, edits }) => [text.split('\n')[0], edits])).toEqual([
      ['the answer', undefined],
      ['Mình làm tiếp việc đang dở:', undefined],
    ])
  })

  test('Zalo: choices are numbered, a question without choices names the words instead', async () => {
    const talking = await talk()
    const [first] = await talking.send({ kind: 'text', text: 'form' }, { channel: 'zalo' })
    expect(first?.text).toContain('1. Đoài')
    const [second] = await talking.send({ kind: 'text', text: '1' }, { channel: 'zalo' })
    expect(second?.text).toBe('How many?\n(Gõ “quay lại”, “hủy” khi cần.)')
    const [third] = await talking.send({ kind: 'text', text: '2' }, { channel: 'zalo' })
    expect(third?.text).toContain('A note?')
  })

  test('Zalo: a dialog that is begun in a group goes on in private', async () => {
    const talking = await talk()
    const said = await talking.send({ kind: 'text', text: 'form' }, inGroup({ channel: 'zalo' }))
    expect(said.map(({ to, text }) => [to, text.split('\n')[0]])).toEqual([
      ['doai', 'Which village?'],
      ['g', expect.stringContaining('nhắn riêng')],
    ])
    const [next] = await talking.send({ kind: 'text', text: '1' }, { channel: 'zalo' })
    expect(next?.text).toContain('How many?')
  })

  test('a group: answers need no mention, what does not fit was said to the others, nobody else answers', async () => {
    const talking = await talk()
    await talking.send({ kind: 'text', text: 'form' }, inGroup())
    const unaddressed = inGroup({ addressed: false })
    expect(await talking.say('the weather is fine', unaddressed)).toBe('')
    expect(await talking.say('why?', unaddressed)).toBe('')
    expect(await talking.say('Đoài', { ...unaddressed, sender: { id: 'dong' } })).toBe('')
    expect(await talking.say('Đoài', unaddressed)).toBe('How many?')
    expect(await talking.say('hello', { sender: { id: 'dong' }, ...inGroup({ addressed: false }) })).toBe('')
  })

  test('the dialog of one chat is not that of another', async () => {
    const talking = await talk()
    await talking.say('form', inGroup())
    expect(await talking.say('Đoài')).not.toContain('How many?')
  })
})

describe('kept', () => {
  test('three days, with a word half a day before; "tiếp tục" brings it back', async () => {
    const talking = await talk('form Đoài')
    expect(await talking.wait(59)).toBe('')
    expect(await talking.wait(2)).toMatch(/làm dở[\s\S]*“tiếp tục”/)
    expect(await talking.wait(12)).toBe('')
    expect(await talking.say('40')).not.toContain('A note?')
    expect(await talking.say('tiếp tục')).toBe('Mình làm tiếp từ chỗ đang dở:\n\nHow many?')
    expect(await talking.say('40')).toBe('A note?')
  })

  test('an answer begins the three days anew', async () => {
    const talking = await talk('form Đoài')
    await talking.wait(61)
    expect(await talking.say('40')).toBe('A note?')
    expect(await talking.wait(59)).toBe('')
    expect(await talking.wait(2)).toContain('làm dở')
  })

  test('all that falls due in a long time comes in order', async () => {
    const talking = await talk('form Đoài')
    expect(await talking.wait(24 * 30)).toContain('làm dở')
    expect(await talking.say('tiếp tục')).toContain('How many?')
  })

  test('over a restart and an upgrade: the first step that no longer fits is asked, with a word', async () => {
    const talking = await talk('form Đoài', '40')
    const steps = toyForm([]).steps.map((step) => (step.name === 'village' ? { ...step, value: z.number() } : step))
    const upgraded = talkOver(talking.store, { ...toyForm([]), version: 2, steps })
    const said = await upgraded.say('a note')
    expect(said).toMatch(/^Chương trình vừa được cập nhật[\s\S]*Which village\?$/)
    expect(await upgraded.say('Đông')).toBe('A note?')
  })

  test('an upgrade that still fits goes on with the answer', async () => {
    const talking = await talk('form Đoài')
    const upgraded = talkOver(talking.store, { ...toyForm([]), version: 2 })
    expect(await upgraded.say('40')).toMatch(/^Chương trình vừa được cập nhật[\s\S]*A note\?$/)
  })

  test('a form that is no more leaves the chat free', async () => {
    const talking = await talk('form Đoài')
    await talking.store.db.updateTable('dialogs').set({ data: '{}' }).execute()
    expect(await talking.say('form')).toBe('Which village?')
  })
})

test('who has lost the role is refused, also in the middle', async () => {
  const store = await openNew(async () => createSqlite())
  const open = talkOver(store, toyForm(submitted as never[]))
  await open.say('form Đoài 40')
  submitted.length = 0
  const closed = talkOver(store, toyForm(submitted as never[]), { roles: ['village_head'] })
  expect(await closed.say('xác nhận')).toContain('Anh/chị chưa có quyền')
  expect(submitted).toEqual([])
  expect(await closed.say('nhắc lại')).not.toContain('right?')
})

onEachDatabase((createDatabase) => {
  test('a dialog is kept between two messages, on either database', async () => {
    const store = await openNew(createDatabase)
    submitted.length = 0
    const talking = talkOver(store, toyForm(submitted as never[]))
    for (const line of ['form', '1', '12', 'a word', 'ok']) await talking.say(line)
    expect(submitted).toEqual([{ village: 'Đoài', count: 12, note: 'a word' }])
    expect(await store.db.selectFrom('dialogs').selectAll().execute()).toEqual([])
  })
})

test('told while in a dialog where choices are numbered: the numbers stay the dialog’s', async () => {
  const store = await openNew(async () => createSqlite())
  await store.db.insertInto('people').values({ id: 'p', name: 'Mẫu', title: null }).execute()
  await store.db.insertInto('accounts').values({ channel: 'zalo', external_id: 'doai', person_id: 'p' }).execute()
  const talking = talkOver(store, toyForm(submitted as never[]))
  const onZalo: Partial<Incoming> = { channel: 'zalo' }
  expect(await talking.say('tell', { sender: { id: 'dong' }, chat: { id: 'dong', kind: 'private' } })).toContain(
    '1. Yes',
  )
  await talking.say('form', onZalo)
  const told = await talking.say('tell', { sender: { id: 'dong' }, chat: { id: 'dong', kind: 'private' } })
  expect(told).toContain('Something to decide')
  expect(told).not.toContain('1. Yes')
  expect(await talking.say('1', onZalo)).toContain('How many?')
})
