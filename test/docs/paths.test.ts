import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test.each(['README.md', 'CONTRIBUTING.md', ...globSync('docs/*.md')])('%s names only paths that there are', (page) => {
  const named = [
    ...readFileSync(page, 'utf8').matchAll(/`((?:src|test|docs|locales|templates|samples|deploy)\/[^`\s…]*)`/g),
  ]
  const missing = named
    .map(([, path = '']) => path)
    .filter((path) => globSync(path.replace(/<\w+>|NAME/, '*')).length === 0)
  expect(missing).toEqual([])
})
