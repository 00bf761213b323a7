import { globSync, readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { play } from './play.ts'
import { readConversations } from './read-conversation.ts'

const folder = new URL('./', import.meta.url).pathname

for (const file of globSync(`${folder}*.txt`).sort()) {
  describe(basename(file, '.txt'), () => {
    for (const conversation of readConversations(readFileSync(file, 'utf8'))) {
      it(conversation.title, async () => {
        const answers = await play(conversation)
        for (const [index, step] of conversation.steps.entries()) {
          const said = answers[index] ?? []
          const text = said.map((each) => each.text).join('\n')
          const where = `line ${step.line}: ${JSON.stringify(step.input)}\n${text}`
          for (const words of step.says) expect(text, where).toContain(words)
          for (const words of step.saysNot) expect(text, where).not.toContain(words)
          if (step.command)
            expect(
              said.map(({ command }) => command),
              where,
            ).toContain(step.command)
          if (step.files)
            expect(
              said.flatMap(({ file }) => (typeof file === 'string' ? [extname(file)] : [])),
              where,
            ).toEqual(step.files)
          if (step.silent) expect(said, where).toEqual([])
        }
      })
    }
  })
}
