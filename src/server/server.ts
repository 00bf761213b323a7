import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Channel } from '../messages/channel.ts'
import type { Log } from '../messages/log.ts'

export interface ServerOptions {
  port: number
  channels: readonly Channel[]
  log: Log
}

/** The web server: each channel's webhook at `/webhooks/<name>`, and `/healthz`. Resolves when it listens. */
export async function startServer({ port, channels, log }: ServerOptions): Promise<{ close(): Promise<void> }> {
  const app = new Hono()
  app.get('/healthz', (context) => context.text('ok'))
  for (const channel of channels)
    if (channel.webhook) app.post(`/webhooks/${channel.name}`, (context) => channel.webhook!(context.req.raw))
  app.onError((error, context) => {
    log.error({ err: error, path: context.req.path }, 'a request failed')
    return context.text('', 500)
  })
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port }, () => {
      log.info({ port }, 'listening')
      resolve({ close: () => new Promise((done) => server.close(() => done())) })
    })
    server.once('error', reject)
  })
}
