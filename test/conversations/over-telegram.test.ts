import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { playOverTelegram } from './play-telegram.ts'
import { readConversations } from './read-conversation.ts'

const read = (page: string) => readConversations(readFileSync(new URL(page, import.meta.url), 'utf8'))
const all = [...read('reports.txt'), ...read('reviews.txt'), ...read('tasks.txt')]

/** Of each kind one: complete, step by step, interrupted, cancelled, backwards, invalid, returned, decided twice, withdrawn … */
const CHOSEN = [
  'A whole report in one message: confirmed, shown to the officers, approved, and its sender told',
  'Step by step, with everything asked',
  'A choice by its number, by its words, by its button',
  'A photo and a document, stripped and shown to the officers',
  'The program is started again in the middle',
  'A question in the middle is answered, and the dialog goes on',
  '"Sửa" shows what can be changed; "sửa số liệu" goes straight there',
  'Cancelled at the confirmation, with a button',
  'Backwards through every question, and on again',
  'Figures that cannot be',
  'Returned with a reason, corrected, approved',
  'Who comes second is told who decided and when',
  'Withdrawn while it waits',
  'Several at once: by numbers, and all',
  'Who may not review is told whose right it is',
  'Given in one sentence, confirmed, told, taken, done, agreed to: typed only',
  'By buttons: taken, put off, agreed to, done, not done',
  'With a photo: shown to the one who decides',
  'Two at once: agreed to by two, given by two, handed on while another is still asking',
]

describe('over Telegram, with its buttons', () => {
  it.each(CHOSEN)('%s', async (title) => {
    const conversation = all.find((each) => each.title === title)
    if (!conversation) throw new Error(`no conversation "${title}"`)
    const steps = conversation.steps.filter(({ input }) => !('clock' in input))
    const { answers, unanswered } = await playOverTelegram({ ...conversation, steps })
    expect(unanswered()).toEqual([])
    for (const [index, step] of steps.entries()) {
      const said = answers[index] ?? []
      const text = said.map((each) => each.text).join('\n')
      const where = `line ${step.line}: ${JSON.stringify(step.input)}\n${text}`
      for (const words of step.says) expect(text, where).toContain(words)
      for (const words of step.saysNot) expect(text, where).not.toContain(words)
    }
  })

  it('a dialog is one message that changes, from its first question to its end', async () => {
    const [conversation] = readConversations(
      [
        '# x',
        'world: mau-son',
        'doai: báo cáo',
        'doai presses: 17.5 phân loại rác',
        'doai: 150/210',
        'doai presses: Bỏ qua',
        'doai presses: Bỏ qua',
        'doai presses: Xác nhận',
      ].join('\n'),
    )
    if (!conversation) throw new Error('no conversation')
    const { shown, calls, unanswered } = await playOverTelegram(conversation)
    expect(shown('doai')).toEqual([expect.stringMatching(/^Đã gửi báo cáo số 1/)])
    expect(calls('editMessageText')).toBe(5)
    expect(calls('answerCallbackQuery')).toBe(4)
    expect(unanswered()).toEqual([])
  })
})
