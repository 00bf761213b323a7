import { collectDefaultMetrics, type Registry } from '@prometheus-io/client'
import type { Context, Hono } from 'hono'
import { isSameSecret } from '../same-secret.ts'
import type { Readiness } from './readiness.ts'

export interface Monitoring {
  /** Whoever brings it as `Authorization: Bearer …` is told all; without one, nobody is. */
  token?: string
  registry: Registry
  look: () => Promise<Readiness>
}

/** How long an answer to `/readyz` is good for, so that asking often costs nothing. */
const GOOD_FOR_MS = 1000

/**
 * Mounts `/readyz` and `/metrics`. Whether a call comes from this machine cannot be told behind a proxy, which is where
 * the server stands; so a token decides. `/readyz` says to everybody whether the program is ready, in one word and the
 * status; what it looked at, and the figures, only to whoever has the token. To others there are no figures.
 */
export function mountMonitoring(app: Hono, { token, registry, look }: Monitoring): void {
  // Of the process itself (memory, files, the event loop), only where somebody can see it: observing costs a little.
  if (token !== undefined) collectDefaultMetrics({ register: registry })
  const lookNow = remember(look, GOOD_FOR_MS)
  const mayKnow = (context: Context) => {
    const given = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1]
    return token !== undefined && given !== undefined && isSameSecret(given, token)
  }
  app.get('/readyz', async (context) => {
    const found = await lookNow()
    const status = found.ready ? 200 : 503
    return mayKnow(context) ? context.json(found, status) : context.text(found.ready ? 'ready' : 'not ready', status)
  })
  app.get('/metrics', async (context) => {
    if (!mayKnow(context)) return context.text('', 404)
    return context.body(await registry.metrics(), 200, { 'content-type': registry.contentType })
  })
}

function remember<T>(look: () => Promise<T>, forMs: number): () => Promise<T> {
  let last: { at: number; found: Promise<T> } | undefined
  return () => {
    if (!last || performance.now() - last.at > forMs) last = { at: performance.now(), found: look() }
    return last.found
  }
}
