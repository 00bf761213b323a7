import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { play, type Said } from '../conversations/play.ts'
import { readConversations } from '../conversations/read-conversation.ts'

/**
 * A dialog in a guide: ```` ```chat WORLD handle=Name handle=Name ````, then who says what; what the bot says is played. What
 * stands in a comment `<!-- before … -->` above it comes first and is not shown.
 */
const BLOCK = /^(?:<!-- before\n([^]*?)-->\n\n?)?```chat (\S+) (.+)\n([^]*?)^```$/gm

interface Person {
  handle: string
  name: string
}

/** `doai=Trưởng thôn Đoài canbo=Cán bộ`: a name goes to the next handle. */
function readPeople(text: string): Person[] {
  return [...text.matchAll(/([\w-]+)=([^=]+?)(?= [\w-]+=|$)/g)].map(([, handle = '', name = '']) => ({ handle, name }))
}

/** The block with the bot's answers in it as they are today. */
async function played(world: string, people: readonly Person[], before: string, written: string): Promise<string> {
  const handleOf = (name: string) => people.find((person) => person.name === name)?.handle
  const linesOf = (text: string) =>
    text.split('\n').flatMap((line) => {
      const [, name = '', text = ''] = /^([^:\s][^:]*): (.*)$/.exec(line) ?? []
      const handle = handleOf(name)
      return handle === undefined ? [] : [{ name, handle, text }]
    })
  // Everybody has spoken to the bot before, which then says once what it keeps.
  const earlier = [...people.map(({ name, handle }) => ({ name, handle, text: 'xin chào' })), ...linesOf(before)]
  const lines = linesOf(written)
  const [conversation] = readConversations(
    [`# guide`, `world: ${world}`, ...[...earlier, ...lines].map(({ handle, text }) => `${handle}: ${text}`)].join(
      '\n',
    ),
  )
  const answers = await play(conversation!)
  return lines
    .flatMap(({ name, handle, text }, at) => [
      `${name}: ${text}`,
      ...answers[earlier.length + at]!.flatMap((said) => saidLines(said, handle)),
    ])
    .join('\n')

  /** What is told to somebody who is not in the dialog is left out. */
  function saidLines({ to, text, buttons = [] }: Said, speaker: string): string[] {
    const other = people.find(({ handle }) => handle === to)
    if (!other) return []
    const who = to === speaker ? 'Bot' : `Bot nhắn cho ${other.name}`
    const keys = buttons.flat().map(({ label }) => `[${label}]`)
    const [first = '', ...rest] = [...text.split('\n'), ...(keys.length > 0 ? [keys.join(' ')] : [])]
    return [`${who}: ${first}`, ...rest.map((line) => `  ${line}`.trimEnd())]
  }
}

const guides = globSync('docs/huong-dan/*.md').sort()

// `npx vitest run test/docs -u` writes what the bot says today into the guides; read them then.
test.each(guides.map((path) => [basename(path), path]))('the dialogs of %s are what the bot says', async (_, path) => {
  const page = readFileSync(path, 'utf8')
  let renewed = page
  let dialogs = 0
  for (const [block, before = '', world = '', people = '', written = ''] of page.matchAll(BLOCK)) {
    const answered = await played(world, readPeople(people), before, written)
    const head = block.slice(0, block.length - written.length - '```'.length)
    renewed = renewed.replace(block, () => `${head}${answered}\n\`\`\``)
    dialogs += 1
  }
  expect(dialogs).toBeGreaterThan(2)
  await expect(renewed).toMatchFileSnapshot(`../../${path}`)
})

test('there is a guide for each kind of user', () => {
  expect(guides.map((path) => basename(path))).toEqual(['can-bo-huyen-tinh.md', 'can-bo-xa.md', 'truong-thon.md'])
})
