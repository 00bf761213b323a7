import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { TLSSocket } from 'node:tls'

/** An idle connection may be cut on the way without a word; a send on it would then end as unknown. */
const IDLE_MS = 15_000

/** What the code of an error begins with when it came before the connection stood. */
const BEFORE_REQUEST = 'CONNECT_'

/**
 * Keeps connections to the Bot API, and tells errors from before a connection stood (name not found, refused, blocked
 * on the way) from those after. Nothing left this machine in the former, so that a send can be repeated; of the latter
 * nobody can know. The HTTP client keeps only the code of an error, so that is where the difference is written.
 *
 * @param timeoutMs how long a connection may take, with name look-up and TLS; a carrier that blocks Telegram drops
 *   packets without an answer
 */
export function createAgent(apiRoot: string, timeoutMs: number): HttpAgent {
  const options = { keepAlive: true, timeout: IDLE_MS }
  const agent = apiRoot.startsWith('https:') ? new HttpsAgent(options) : new HttpAgent(options)
  const connect = agent.createConnection.bind(agent)
  agent.createConnection = (options, callback) => {
    const socket = connect(options, callback)
    if (!socket) return socket
    const timer = setTimeout(
      () => socket.destroy(Object.assign(new Error('no connection in time'), { code: 'ETIMEDOUT' })),
      timeoutMs,
    )
    socket.once('error', markBeforeRequest)
    socket.once('close', () => clearTimeout(timer))
    socket.once(socket instanceof TLSSocket ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer)
      socket.off('error', markBeforeRequest)
    })
    return socket
  }
  return agent
}

function markBeforeRequest(error: NodeJS.ErrnoException): void {
  error.code = `${BEFORE_REQUEST}${error.code ?? 'FAILED'}`
}

/** The plain code (`ECONNREFUSED`) of a network error from before a connection stood; undefined for any other. */
export function codeBeforeRequest(code: string): string | undefined {
  return code.startsWith(BEFORE_REQUEST) ? code.slice(BEFORE_REQUEST.length) : undefined
}
