import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isForZalo, playOverZalo } from './play-zalo.ts'
import { readConversations } from './read-conversation.ts'

/** Dialogs, reviews with what they bring about, and strangers who join by a code: all in plain text. */
const PAGES = ['reports.txt', 'people.txt', 'tasks.txt', 'groups.txt', 'notices.txt', 'zalo/zalo.txt']

/** Of tasks, groups and notices, what is another matter without buttons, titles and files. */
const CHOSEN = new Set([
  'Given in one sentence, confirmed, told, taken, done, agreed to: typed only',
  'The same without marks',
  'By buttons: taken, put off, agreed to, done, not done',
  "Two people of one name: asked which; a village head's task is the village's",
  'The plan: those without a person first, then by the day; what nobody has alone',
  'My tasks: overdue first, with numbers that can be used',
  'In a group: who does what, but no name beside a delay; giving is for private',
  'A request is refused with a reason, which is required; or another day is given',
  'Two at once: agreed to by two, given by two, handed on while another is still asking',
  'The program is started again in the middle',
  'With a photo: shown to the one who decides',
  "Given by the office's file: told in the morning after the start, in a unit that is no more",
  'A group is linked: begun in the group, confirmed in private, both told',
  'Typed only, without marks, named by words in the group',
  'What it follows, by numbers',
  'Unlinked in the group, confirmed in private',
  'Newly met: the groups of the commune are told at once, once',
  'Shown as the groups will see it, sent when confirmed, its delivery told',
  'Several lines, blanks and emoji stay as they were typed, and nothing in it is markup',
  'A bare number chooses a group and sends nothing',
  'Another notice takes the place of the one that waits',
  'A picture with a caption',
  'Two at once: who confirms second is told, and asked',
  'In a group it is said that this is done in private',
])

/** What another channel shows. */
const ELSEWHERE = new Map([
  ['In a group: the dialog goes on without naming the bot, and what does not fit was not for it', 'moved to private'],
  ['One person on two accounts', 'names the console'],
])

describe.each(PAGES)('%s, over Zalo', (page) => {
  const conversations = readConversations(readFileSync(new URL(page, import.meta.url), 'utf8'))
    .filter(isForZalo)
    .filter(({ title }) => !ELSEWHERE.has(title))
    .filter(({ title }) => !['tasks.txt', 'groups.txt', 'notices.txt'].includes(page) || CHOSEN.has(title))

  it.each(conversations.map((conversation) => [conversation.title, conversation] as const))(
    '%s',
    async (_, conversation) => {
      const answers = await playOverZalo(conversation)
      for (const [index, step] of conversation.steps.entries()) {
        const said = answers[index] ?? []
        const text = said.map((each) => each.text).join('\n')
        const where = `line ${step.line}: ${JSON.stringify(step.input)}\n${text}`
        for (const words of step.says) expect(text, where).toContain(words)
        for (const words of step.saysNot) expect(text, where).not.toContain(words)
        if (step.silent) expect(said, where).toEqual([])
      }
    },
  )
})
