import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { VARIABLES } from '../../src/config.ts'

const read = (path: string) => readFileSync(path, 'utf8')

test('the image has all that the program reads, and nothing else is let into it', () => {
  const copied = [...read('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = '']) =>
    paths.split(' '),
  )
  for (const path of copied) expect(existsSync(path), path).toBe(true)
  for (const needed of ['src', 'commands', 'catalogs', 'locales', 'samples', 'templates', 'package.json'])
    expect(copied).toContain(needed)
  const allowed = read('.dockerignore')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1))
  expect(new Set(copied.map((path) => path.split('/')[0]))).toEqual(new Set(allowed))
})

test('the image starts as `npm start` does, and so does the unit', () => {
  const start = (JSON.parse(read('package.json')) as { scripts: { start: string } }).scripts.start
  const words = /^CMD (\[.*\])$/m.exec(read('Dockerfile'))?.[1] ?? '[]'
  expect((JSON.parse(words) as string[]).join(' ')).toBe(start)
  expect(read('deploy/ntm-bot.service')).toContain(`ExecStart=/opt/ntm-bot/node_modules/.bin/${start}\n`)
})

test('neither runs as root', () => {
  expect(
    read('Dockerfile')
      .match(/^USER (\w+)$/gm)
      ?.at(-1),
  ).toBe('USER node')
  expect(read('deploy/ntm-bot.service')).toMatch(/^User=ntm$/m)
})

test.each(['Dockerfile', 'compose.yaml', 'docs/van-hanh.md'])(
  '%s sets only variables that the program reads',
  (path) => {
    const text = read(path)
    const set = [...text.matchAll(/^\s*(?:ENV )?([A-Z][A-Z_]+)[:=]/gm)].map(([, name = '']) => name)
    const others = ['NODE_ENV', 'POSTGRES_USER', 'POSTGRES_DB', 'POSTGRES_PASSWORD']
    expect(set.length).toBeGreaterThan(2)
    expect(set.filter((name) => !VARIABLES.includes(name) && !others.includes(name))).toEqual([])
  },
)

test('the guide for operators names only commands that there are', () => {
  const source =
    read('src/operator/ntm.ts') +
    ['backup', 'migrate', 'doctor', 'zalo-check', 'zalo-webhook', 'import', 'invite', 'audit', 'read', 'retention']
      .map((name) => read(`src/operator/${name}.ts`))
      .join('\n')
  const named = [...read('docs/van-hanh.md').matchAll(/(?:ntm --|ntm\.ts) (zalo [a-z]+|[a-z]+)/g)].map(
    ([, name = '']) => name,
  )
  expect(new Set(named).size).toBeGreaterThan(7)
  for (const name of new Set(named)) expect(source, name).toContain(`name: '${name}'`)
})
