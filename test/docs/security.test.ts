import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const rows = readFileSync('docs/security.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| tried') && !line.startsWith('| ---'))
  .map((line) => {
    const [tried = '', , asvs = '', tests = ''] = line.split(' | ').map((cell) => cell.replace(/^\| |\s*\|$/g, ''))
    return { tried, asvs, tests: tests.split('; `').map((each) => each.replace(/^`?/, '')) }
  })

test('every row names a point of the standard', () => {
  expect(rows.length).toBeGreaterThan(20)
  for (const { tried, asvs } of rows) expect(asvs, tried).toMatch(/^\d+\.\d+\.\d+(, \d+\.\d+\.\d+)*$/)
})

test.each(rows.map(({ tried, tests }) => [tried, tests] as const))(
  '%s is tried by tests that there are',
  (_, tests) => {
    for (const each of tests) {
      const [, files = '', title] = /^(.+?`(?:, `.+?`)*)(?:: (.+))?$/.exec(each) ?? []
      const paths = files.split('`').filter((path) => path.includes('/'))
      expect(paths.length, each).toBeGreaterThan(0)
      for (const path of paths) {
        expect(existsSync(path), path).toBe(true)
        if (title !== undefined) expect(readFileSync(path, 'utf8').replaceAll("\\'", "'"), each).toContain(title)
      }
    }
  },
)
