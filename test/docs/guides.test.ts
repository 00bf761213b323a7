import { globSync, readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { expect, test } from 'vitest'
import { play, type Said } from '../conversations/play.ts'
import { readConversations } from '../conversations/read-conversation.ts'

/**
 * A dialog in a guide: ```` ```chat WORLD handle=Name handle=Name ````, then who says what; what the bot says is played. What
 * stands in a comment `<!-- before … -->` above it comes first and is not shown; after `<!-- just before … -->`, what its last line
 * brings to those in the dialog is. What `~handle` hears is left out. `handle@group` is somebody in a group, `@group`
 * the group itself, which only hears; a line `(Lúc 08:00 ngày 27/11/2026)` moves time on. Files that come are told in brackets.
 */
const BLOCK = /^(?:<!-- (just )?before\n([^]*?)-->\n\n?)?```chat (\S+) (.+)\n([^]*?)^```$/gm

const TIME = /^\(Lúc (\d\d:\d\d) ngày (\d\d)\/(\d\d)\/(\d{4})\)$/

/** What a file is called in a dialog, by its ending. */
const KINDS: Partial<Record<string, string>> = { '.png': 'ảnh', '.xlsx': 'tệp Excel', '.docx': 'tệp Word' }

interface Person {
  handle: string
  name: string
  hears: boolean
}

/** `doai=Trưởng thôn Đoài canbo=Cán bộ`: a name goes to the next handle. */
function readPeople(text: string): Person[] {
  return [...text.matchAll(/([\w@~-]+)=([^=]+?)(?= [\w@~-]+=|$)/g)].map(([, handle = '', name = '']) => ({
    handle: handle.replace('~', ''),
    name,
    hears: !handle.startsWith('~'),
  }))
}

/** The block with the bot's answers in it as they are today. */
async function played(
  world: string,
  people: readonly Person[],
  before: string,
  just: boolean,
  written: string,
): Promise<string> {
  const handleOf = (name: string) => people.find((person) => person.name === name)?.handle
  const linesOf = (text: string) =>
    text.split('\n').flatMap((line) => {
      const [, time, day = '', month = '', year = ''] = TIME.exec(line) ?? []
      if (time) return [{ shown: line, handle: 'clock', text: `${year}-${month}-${day}T${time}:00+07:00` }]
      const [, name = '', text = ''] = /^([^:\s][^:]*): (.*)$/.exec(line) ?? []
      const handle = handleOf(name)
      return handle === undefined ? [] : [{ shown: line, handle, text }]
    })
  // Everybody has spoken to the bot before, which then says once what it keeps.
  const greetings = people.filter(({ handle }) => !handle.includes('@'))
  const earlier = [...greetings.map(({ handle }) => ({ handle, text: 'xin chào' })), ...linesOf(before)]
  const lines = linesOf(written)
  const last = earlier.at(-1)
  const [conversation] = readConversations(
    [`# guide`, `world: ${world}`, ...[...earlier, ...lines].map(({ handle, text }) => `${handle}: ${text}`)].join(
      '\n',
    ),
  )
  const answers = await play(conversation!)
  return [
    ...(just && last ? answers[earlier.length - 1]!.flatMap((said) => saidLines(said, last.handle)) : []),
    ...lines.flatMap(({ shown, handle }, at) => [
      shown,
      ...answers[earlier.length + at]!.flatMap((said) => saidLines(said, handle)),
    ]),
  ].join('\n')

  /** What is told to somebody who is not in the dialog is left out. */
  function saidLines({ to, text, file, buttons = [] }: Said, speaker: string): string[] {
    const other = people.find(({ handle }) => handle === to || handle === `@${to}`)
    if (other?.hears === false) return []
    if (!other && !speaker.endsWith(`@${to}`)) return []
    const who = !other || to === speaker ? 'Bot' : `Bot nhắn cho ${other.name}`
    const keys = buttons.flat().map(({ label }) => `[${label}]`)
    const name = typeof file === 'string' ? file : file?.name
    const files = name === undefined ? [] : [`[${KINDS[extname(name)] ?? 'tệp'}]`]
    const [first = '', ...rest] = [...text.split('\n'), ...files, ...(keys.length > 0 ? [keys.join(' ')] : [])]
    return [`${who}: ${first}`, ...rest.map((line) => `  ${line}`.trimEnd())]
  }
}

const guides = globSync('docs/huong-dan/*.md').sort()

// `npx vitest run test/docs -u` writes what the bot says today into the guides; read them then.
test.each(guides.map((path) => [basename(path), path]))('the dialogs of %s are what the bot says', async (_, path) => {
  const page = readFileSync(path, 'utf8')
  let renewed = page
  let dialogs = 0
  for (const [block, just, before = '', world = '', people = '', written = ''] of page.matchAll(BLOCK)) {
    const answered = await played(world, readPeople(people), before, just !== undefined, written)
    const head = block.slice(0, block.length - written.length - '```'.length)
    renewed = renewed.replace(block, () => `${head}${answered}\n\`\`\``)
    dialogs += 1
  }
  expect(dialogs).toBeGreaterThan(2)
  await expect(renewed).toMatchFileSnapshot(`../../${path}`)
})

test('there is a guide for each kind of user', () => {
  expect(guides.map((path) => basename(path))).toEqual([
    'can-bo-huyen-tinh.md',
    'can-bo-xa-viec-va-nhom.md',
    'can-bo-xa.md',
    'excel-va-van-ban.md',
    'truong-thon.md',
  ])
})
