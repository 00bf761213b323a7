import { Hook } from '../hook.ts'
import { badRequest, Refused } from './answers.ts'
import type { Parameters } from './parameters.ts'
import type { Switches } from './switches.ts'

const PRIVATE_HOST = /^(localhost|127\.|192\.168\.|10\.)/

/** The body with which Zalo tries a webhook: nobody wrote it, and its date is in seconds. */
const TEST = {
  event_name: 'webhook.test',
  message: {
    date: 1_787_124_248,
    message_id: 'webhook-test',
    text: 'Zalo Bot Platform webhook test - please respond with HTTP 200',
  },
}

/** The four methods about webhooks. */
export class Webhook {
  readonly hook = new Hook('x-bot-api-secret-token')
  readonly #switches: Switches
  #updatedAt = 0
  #tests = 0

  constructor(switches: Switches) {
    this.#switches = switches
  }

  async setWebhook({ url, secret_token }: Parameters) {
    if (typeof url !== 'string' || !URL.canParse(url)) throw badRequest('url is not valid')
    const { protocol, hostname } = new URL(url)
    if (!this.#switches.localWebhooks && (protocol !== 'https:' || PRIVATE_HOST.test(hostname)))
      throw badRequest('url must be a public HTTPS address')
    if (typeof secret_token !== 'string' || secret_token.length < 8 || secret_token.length > 256)
      throw badRequest('secret_token must have 8 to 256 characters')
    this.#set(url, secret_token)
    return { ...this.#state(), ...(this.#switches.verifies && { verification: await this.#verify() }) }
  }

  deleteWebhook() {
    if (this.hook.url === '') throw badRequest('webhook is not set')
    this.#set('', '')
    return this.#state()
  }

  getWebhookInfo() {
    if (this.hook.url === '') throw new Refused(404, 'Not Found')
    return this.#state()
  }

  async testWebhook() {
    this.#tests += 1
    if (this.#tests > this.#switches.webhookTests) throw new Refused(426, 'Too many webhook tests today', 'errorCode')
    if (this.hook.url === '') throw new Refused(404, 'Not Found')
    const started = performance.now()
    const { hint, ...verification } = await this.#verify()
    return { ...verification, latency_ms: Math.round(performance.now() - started), hint }
  }

  deliver(update: object): void {
    this.hook.redelivers = this.#switches.redelivers
    this.hook.push(this.wrap(update))
  }

  wrap(update: unknown): unknown {
    return this.#switches.webhookBody === 'wrapped' ? { ok: true, result: update } : update
  }

  #set(url: string, secret: string): void {
    this.hook.set(url, secret)
    this.#updatedAt = Date.now()
  }

  #state() {
    return { url: this.hook.url, updated_at: this.#updatedAt }
  }

  async #verify() {
    const status_code = await this.hook.call(JSON.stringify(TEST)).catch(() => 0)
    const ok = status_code >= 200 && status_code < 300
    return {
      ok,
      outcome: ok ? 'webhook.ok' : 'webhook.failed',
      status_code,
      hint: ok ? '' : 'Check that the URL is reachable and answers with HTTP 200',
    }
  }
}
