import { setTimeout as wait } from 'node:timers/promises'
import type { Channel, ChannelWatch, Pace, Receive, SendOutcome } from '../../messages/channel.ts'
import type { Incoming } from '../../messages/incoming.ts'
import type { Log } from '../../messages/log.ts'
import { download } from '../download.ts'
import { pollWaitMs } from '../poll-wait.ts'
import { redactor } from '../redact.ts'
import { answerWebhook } from '../webhook.ts'
import { type ApiOptions, createApi, DEFAULT_ROOT, isRefusal } from './api.ts'
import { hostOf, isZaloFile, PICTURE_DOMAINS } from './picture-host.ts'
import { zaloPace } from './pace.ts'
import { poll } from './poll.ts'
import { createQuotaWait, quotaWaitMs } from './quota-wait.ts'
import { type FileSharing, send } from './send.ts'
import { toIncoming } from './to-incoming.ts'
import { toOutcome } from './to-outcome.ts'
import { MOST_TEXT } from './to-request.ts'

export interface ZaloOptions extends ApiOptions, FileSharing {
  /** The address under which `/webhooks/zalo` is reached; without it, the channel polls. */
  publicUrl?: string
  /** Comes back with every call of the webhook: 8–256 of A–Z, a–z, 0–9, `_` and `-`. */
  webhookSecret?: string
  /** The bot's visible name, which stands behind `@` in groups; `getMe` may not tell it. */
  botName?: string
  /** The domains from which pictures that people sent may be fetched, beside the API's own host. */
  pictureDomains?: readonly string[]
  log: Log
  watch?: ChannelWatch
  /** How long Zalo holds a poll open, in seconds. */
  pollSeconds?: number
  /** The wait after a first failure; it doubles up to ten seconds. */
  retryMs?: number
  /** The least time between two polls that bring nothing new. */
  paceMs?: number
  /** How fast messages may go out; `off` for a test server without limits. */
  pace?: Pace | 'off'
  now?: () => Date
}

/** Left free under a text that has a file, for the line with its link. */
const ROOM_FOR_LINK = 300

/** A webhook is set, so that Zalo gives no updates to a poll. */
class WebhookInTheWay extends Error {}

/**
 * Zalo's Bot Platform. It polls, or registers a webhook when there is a public address. Sends are never repeated here:
 * that is for whoever keeps the outbox.
 */
export function createZaloChannel(options: ZaloOptions): Channel {
  const { token, apiRoot = DEFAULT_ROOT, publicUrl, webhookSecret = '', botName = '', log, watch } = options
  const { pictureDomains = PICTURE_DOMAINS } = options
  const { pollSeconds = 30, retryMs = 1000, paceMs = 1000, now = () => new Date() } = options
  const { pace = zaloPace() } = options
  if (publicUrl !== undefined && !/^[\w-]{8,256}$/.test(webhookSecret))
    throw new Error('a webhook needs a secret of 8 to 256 letters, digits, _ and -')

  const api = createApi(options)
  const redact = redactor([token, webhookSecret])
  const describe = (error: unknown) => redact(error instanceof Error ? error.message : String(error))
  const stopping = new AbortController()
  const inHand = new Set<Promise<unknown>>()
  let names = [botName]
  let receive: Receive | undefined
  const quota = createQuotaWait()
  const refusals = { token: 0, webhook: 0 }

  /** Stores a batch in one go. What is not for the bot is only logged. Returns how many were for it. */
  async function keep(updates: unknown[]): Promise<number> {
    if (!receive) throw new Error('not taking updates')
    const wanted: Incoming[] = []
    for (const update of updates) {
      const read = toIncoming(update, names, now())
      if (!('ignored' in read)) wanted.push(read)
      else log[read.malformed ? 'warn' : 'info']({ channel: 'zalo', why: read.ignored }, 'update ignored')
    }
    if (wanted.length > 0) await receive(wanted)
    return wanted.length
  }

  /** Says what went wrong, and how long to wait before the next try. */
  function retryAfter(error: unknown, failures: number): number {
    watch?.failed('zalo')
    if (isRefusal(error, 401)) {
      // It may have been a slip of Zalo's: who stopped asking would be deaf until somebody noticed.
      tellTokenRefused(error)
      return retryMs * 60
    }
    if (error instanceof WebhookInTheWay || (isRefusal(error, 400) && /webhook/i.test(error.message))) {
      refusals.webhook += 1
      if (refusals.webhook === 1)
        log.error(
          { channel: 'zalo' },
          'a webhook is set, so nothing can be polled; to remove it: npm run ntm -- zalo webhook --delete',
        )
      // Somebody has to remove it first, which takes a while.
      return retryMs * 60
    }
    const least = isRefusal(error, 429) ? quotaWaitMs(failures - 1) : 0
    const waitMs = Math.max(least, pollWaitMs(retryMs, failures))
    log.warn({ channel: 'zalo', error: describe(error), failures, waitMs }, 'no updates taken, will try again')
    return waitMs
  }

  function tellTokenRefused(error: unknown): void {
    refusals.token += 1
    if (refusals.token > 1) return
    log.error(
      { channel: 'zalo', error: describe(error) },
      'Zalo refuses the token: put the new one into ZALO_BOT_TOKEN',
    )
  }

  /** Learns what the bot is called, and tells Zalo how updates are to come. */
  async function register(): Promise<void> {
    const me = await api.getMe()
    names = [botName, me.display_name ?? '', me.account_name ?? '']
    if (publicUrl !== undefined) await setWebhook(`${publicUrl.replace(/\/+$/, '')}/webhooks/zalo`)
    else if ((await api.getWebhookInfo()) !== undefined) throw new WebhookInTheWay('a webhook is set')
    watch?.heard('zalo')
    log.info({ channel: 'zalo', bot: me.account_name, by: publicUrl ? 'webhook' : 'polling' }, 'taking updates')
  }

  /** Zalo calls the address at once, and keeps it even when that fails: then nothing would come, without a word. */
  async function setWebhook(url: string): Promise<void> {
    const verification = await api.setWebhook(url, webhookSecret)
    if (verification?.ok !== false) return
    const { outcome, status_code, hint } = verification
    log.error({ channel: 'zalo', outcome, status: status_code, hint: redact(hint) }, 'Zalo could not reach the webhook')
  }

  /** Keeps trying until Zalo can be reached; says whether it was. */
  async function registerLater(): Promise<boolean> {
    for (let failures = 1; !stopping.signal.aborted; failures += 1) {
      try {
        await register()
        return true
      } catch (error) {
        const ms = retryAfter(error, failures)
        if (ms === undefined) return false
        await wait(ms, undefined, { signal: stopping.signal }).catch(() => undefined)
      }
    }
    return false
  }

  async function takeUpdates(): Promise<void> {
    if (publicUrl !== undefined) return
    await poll({
      async fetch() {
        const updates = await api.getUpdates(pollSeconds, stopping.signal)
        watch?.heard('zalo')
        return updates
      },
      keep,
      onError: retryAfter,
      stopping: stopping.signal,
      paceMs,
    })
  }

  function outcomeOf(error: unknown, beganAt: number): SendOutcome {
    if (isRefusal(error, 401)) tellTokenRefused(error)
    const outcome = toOutcome(error, () => quota.refused(beganAt))
    return 'reason' in outcome ? { ...outcome, reason: redact(outcome.reason) } : outcome
  }

  function track<T>(work: Promise<T>): Promise<T> {
    const settled = work.then(
      () => undefined,
      () => undefined,
    )
    inHand.add(settled)
    void settled.then(() => inHand.delete(settled))
    return work
  }

  return {
    name: 'zalo',
    limits: {
      text: MOST_TEXT,
      caption: MOST_TEXT - ROOM_FOR_LINK,
      buttons: false,
      edit: false,
      files: false,
      takesDocuments: false,
      numberedParts: true,
      groupDialogs: false,
      ...(pace !== 'off' && { pace }),
    },

    /**
     * Rejects when Zalo refuses the token. When it cannot be reached, or a webhook is in the way of polling, the channel
     * goes on trying by itself, so that the other channels are not held up.
     */
    async start(taker) {
      receive = taker
      try {
        await register()
        void track(takeUpdates())
      } catch (error) {
        if (isRefusal(error, 401)) throw new Error(`Zalo refuses the token: ${describe(error)}`, { cause: error })
        const ms = retryAfter(error, 1)
        void track(
          wait(ms, undefined, { signal: stopping.signal })
            .then(registerLater, () => false)
            .then((registered) => (registered ? takeUpdates() : undefined)),
        )
      }
    },

    async stop() {
      stopping.abort()
      await Promise.all(inHand)
    },

    async send(chatId, message) {
      const beganAt = performance.now()
      try {
        const messageId = await send(api, options, chatId, message)
        quota.sent()
        return { kind: 'sent', messageId }
      } catch (error) {
        return outcomeOf(error, beganAt)
      }
    },

    async fetchFile(handle, mostBytes) {
      if (!isZaloFile(handle, apiRoot, pictureDomains)) throw new Error(`not a host of Zalo's: ${hostOf(handle)}`)
      return download(handle, mostBytes)
    },

    async webhook(request) {
      if (stopping.signal.aborted || !receive) return new Response(null, { status: 503 })
      return track(
        answerWebhook(request, {
          header: 'x-bot-api-secret-token',
          secret: webhookSecret,
          keep: async (update) => void (await keep([update])),
          onError: (error) => log.error({ channel: 'zalo', error: describe(error) }, 'update not stored'),
          stored: { message: 'Success' },
        }),
      )
    },
  }
}
