import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { linkAddress } from '../../src/server/links.ts'
import { startServer } from '../../src/server/server.ts'
import { addLink, findLink, LINK_LIFE_MS } from '../../src/store/links.ts'
import { freePort } from '../channels/zalo/program.ts'
import { silentLog } from '../silent-log.ts'
import { createSqlite, onEachDatabase, openNew } from '../store/databases.ts'
import type { Db } from '../../src/store/schema.ts'

const NOW = new Date('2026-11-23T01:00:00.000Z')
const PICTURE = Buffer.from('89504e470d0a1a0a', 'hex')

onEachDatabase((createDatabase) => {
  test('a link leads to its file for a day, and is forgotten then', async () => {
    const { db } = await openNew(createDatabase)
    const secret = await addLink(db, { kind: 'photo', path: '/data/a.png', name: 'Tiến độ.PNG' }, NOW)
    const later = (ms: number) => new Date(NOW.getTime() + ms)
    expect(secret).toMatch(/^[\w-]{32}\.png$/)
    expect(await findLink(db, secret, later(LINK_LIFE_MS - 1))).toEqual({ path: '/data/a.png', name: 'Tiến độ.PNG' })
    expect(await findLink(db, secret, later(LINK_LIFE_MS))).toBeUndefined()
    await addLink(db, { kind: 'document', path: '/data/b', name: 'b' }, later(LINK_LIFE_MS))
    expect(await db.selectFrom('links').select('path').execute()).toEqual([{ path: '/data/b' }])
  })

  test('two links to one file are two secrets', async () => {
    const { db } = await openNew(createDatabase)
    const file = { kind: 'photo', path: '/data/a.png', name: 'a.png' } as const
    expect(await addLink(db, file, NOW)).not.toBe(await addLink(db, file, NOW))
  })
})

let folder: string
let db: Db
let now: Date
let origin: string
let lookUps: string[]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ntm-links-'))
  db = (await openNew(createSqlite)).db
  now = NOW
  lookUps = []
  const port = await freePort()
  const server = await startServer({
    port,
    channels: [],
    log: silentLog,
    findFile: async (secret) => {
      lookUps.push(secret)
      return findLink(db, secret, now)
    },
  })
  origin = `http://127.0.0.1:${port}`
  onTestFinished(async () => {
    await server.close()
    rmSync(folder, { recursive: true })
  })
})

async function share(name: string, bytes: Buffer | string = PICTURE): Promise<string> {
  const path = join(folder, 'stored')
  writeFileSync(path, bytes)
  return linkAddress(`${origin}/`, await addLink(db, { kind: 'document', path, name }, NOW))
}

test('a picture is shown, again and again, by GET and HEAD, and kept out of caches', async () => {
  const address = await share('tien-do.png')
  for (let times = 0; times < 3; times += 1) {
    const response = await fetch(address)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': '8',
      'content-disposition': "inline; filename*=UTF-8''tien-do.png",
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    })
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PICTURE)
  }
  const head = await fetch(address, { method: 'HEAD' })
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '8', ''])
})

test.each([
  ['bảng (1).xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'b%E1%BA%A3ng%20%281%29.xlsx'],
  ['thư.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'th%C6%B0.docx'],
  ['so-lieu.csv', 'text/csv; charset=utf-8', 'so-lieu.csv'],
  ['x.html', 'application/octet-stream', 'x.html'],
  ['x.svg', 'application/octet-stream', 'x.svg'],
  ['a"\r\nb', 'application/octet-stream', 'a%22%0D%0Ab'],
])('%j is saved, as %s', async (name, type, encoded) => {
  const response = await fetch(await share(name, '<script>'))
  expect(response.headers.get('content-type')).toBe(type)
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${encoded}`)
  expect(await response.text()).toBe('<script>')
})

test('nothing is there once its time has run out, or its file is gone', async () => {
  const address = await share('a.png')
  now = new Date(NOW.getTime() + LINK_LIFE_MS)
  expect((await fetch(address)).status).toBe(404)
  now = NOW
  expect((await fetch(address)).status).toBe(200)
  rmSync(join(folder, 'stored'))
  expect((await fetch(address)).status).toBe(404)
})

/** Asks for a path as it is written: `fetch` would tidy it up first. */
async function statusOf(path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end()
  })
}

test.each([
  '/files/',
  '/files/unknown.png',
  '/files/../links.test.ts',
  '/files/..%2f..%2fetc%2fpasswd',
  '/files/%2e%2e/%2e%2e/etc/passwd',
  '/files//etc/passwd',
  '/files/%00',
])('%s leads nowhere', async (path) => {
  await share('a.png')
  expect(await statusOf(path)).toBe(404)
})

test('a link is only looked up as it is', async () => {
  const address = await share('a.png')
  expect((await fetch(`${address}/x`)).status).toBe(404)
  expect((await fetch(address.slice(0, -1))).status).toBe(404)
  expect((await fetch(address, { method: 'POST' })).status).toBe(404)
  expect(lookUps).toEqual([new URL(address).pathname.slice('/files/'.length, -1)])
})
