import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { download } from '../../src/channels/download.ts'

test('a server that sends on to another host is not followed, and the other hears nothing', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url === '/picture.jpg') response.writeHead(302, { location: '/inside' }).end()
    else response.end('secret')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  await expect(download(`http://127.0.0.1:${port}/picture.jpg`, 99)).rejects.toThrow('no answer')
  expect(asked).toEqual(['/picture.jpg'])
  expect(Buffer.from(await download(`http://127.0.0.1:${port}/`, 99)).toString()).toBe('secret')
})
