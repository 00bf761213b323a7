import { connect } from 'node:net'
import { expect, test } from 'vitest'
import type { Channel } from '../../src/messages/channel.ts'
import { startServer } from '../../src/server/server.ts'
import { silentLog } from '../silent-log.ts'

test('a body that never ends does not keep the server from closing', async () => {
  const port = 20_000 + (process.pid % 20_000)
  const channel = {
    name: 'console',
    async webhook(request: Request) {
      await request.text()
      return new Response()
    },
  } as Partial<Channel> as Channel
  const server = await startServer({ port, channels: [channel], log: silentLog })
  const slow = connect(port, '127.0.0.1')
  slow.on('error', () => {})
  slow.write('POST /webhooks/console HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{')
  await new Promise((resolve) => setTimeout(resolve, 200))
  const start = performance.now()
  await server.close()
  expect(performance.now() - start).toBeLessThan(6000)
})
