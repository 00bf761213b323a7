import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Channel } from '../messages/channel.ts'
import type { Log } from '../messages/log.ts'
import { answerLink, type FindFile, LINKS_PATH } from './links.ts'

/** How long a request may take to end once the server closes; a body that comes in drops would hold it up for minutes. */
const GRACE_MS = 2000

export interface ServerOptions {
  port: number
  channels: readonly Channel[]
  /** What stands behind the links to files; there are none when left out. */
  findFile?: FindFile
  log: Log
}

/**
 * The web server: each channel's webhook at `/webhooks/<name>`, files that are shared by a link at `/files/<secret>`, and
 * `/healthz`. Resolves when it listens.
 */
export async function startServer({
  port,
  channels,
  findFile,
  log,
}: ServerOptions): Promise<{ close(): Promise<void> }> {
  const app = new Hono()
  app.get('/healthz', (context) => context.text('ok'))
  for (const channel of channels)
    if (channel.webhook) app.post(`/webhooks/${channel.name}`, (context) => channel.webhook!(context.req.raw))
  if (findFile) app.get(`${LINKS_PATH}:secret`, (context) => answerLink(context, findFile))
  app.onError((error, context) => {
    // The rest of a link's path is its secret.
    const path = context.req.path.replace(/^\/files\/.*/, '/files/')
    log.error({ err: error, path }, 'a request failed')
    return context.text('', 500)
  })
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port }, () => {
      log.info({ port }, 'listening')
      resolve({
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), GRACE_MS).unref()
          }),
      })
    })
    server.once('error', reject)
  })
}
