import { serve, type ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Channel } from '../messages/channel.ts'
import type { Log } from '../messages/log.ts'
import { answerLink, type FindFile, LINKS_PATH } from './links.ts'
import { mountMonitoring, type Monitoring } from './monitoring.ts'

/** How long a request may take to end once the server closes; a body that comes in drops would hold it up for minutes. */
const GRACE_MS = 2000
const SWEEP_MS = 20

/** How long a request may take to come in: its head, and all of it. A platform's update is here in milliseconds. */
const TIME_LIMITS_MS = { head: 10_000, whole: 15_000, lookEvery: 1000 }
/** Requests that may be open at once; more are turned away, so that slow ones cannot use up the memory. */
const MOST_CONNECTIONS = 1000

export interface ServerOptions {
  port: number
  /** The address to listen on; all of the machine's when left out. */
  host?: string
  channels: readonly Channel[]
  /** What stands behind the links to files; there are none when left out. */
  findFile?: FindFile
  /** What `/readyz` and `/metrics` tell; they are not there when left out. */
  monitoring?: Monitoring
  /** How long a request may take to come in. */
  timeLimitsMs?: typeof TIME_LIMITS_MS
  /** How many requests may be open at once. */
  mostConnections?: number
  log: Log
}

/**
 * The web server: each channel's webhook at `/webhooks/<name>`, files that are shared by a link at `/files/<secret>`,
 * `/healthz`, and `/readyz` and `/metrics` for whoever watches over it. Resolves when it listens.
 */
export async function startServer(options: ServerOptions): Promise<{ close(): Promise<void> }> {
  const { port, host, channels, findFile, monitoring, log } = options
  const { timeLimitsMs: limits = TIME_LIMITS_MS, mostConnections = MOST_CONNECTIONS } = options
  const app = new Hono()
  app.get('/healthz', (context) => context.text('ok'))
  for (const channel of channels)
    if (channel.webhook) app.post(`/webhooks/${channel.name}`, (context) => channel.webhook!(context.req.raw))
  if (findFile) app.get(`${LINKS_PATH}:secret`, (context) => answerLink(context, findFile))
  if (monitoring) mountMonitoring(app, monitoring)
  app.notFound((context) => context.text('', 404))
  app.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse()
    // The rest of a link's path is its secret.
    const path = context.req.path.replace(/^\/files\/.*/, '/files/')
    log.error({ err: error, path }, 'a request failed')
    return context.text('', 500)
  })
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: app.fetch,
        port,
        hostname: host,
        serverOptions: {
          headersTimeout: limits.head,
          requestTimeout: limits.whole,
          connectionsCheckingInterval: limits.lookEvery,
        },
      },
      () => {
        log.info({ port }, 'listening')
        resolve({ close: () => close(server) })
      },
    )
    server.maxConnections = mostConnections
    server.once('error', reject)
  })
}

/** Takes no more connections, lets the requests in hand end, and cuts off what takes too long. */
async function close(server: ServerType): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  if ('closeAllConnections' in server) {
    // A connection whose answer is just being read is idle only a moment later.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
    const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    await closed
    clearInterval(sweep)
    clearTimeout(cut)
  }
  await closed
}
