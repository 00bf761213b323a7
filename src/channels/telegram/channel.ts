import { setTimeout as wait } from 'node:timers/promises'
import { Api, GrammyError } from 'grammy'
import type { Channel, ChannelWatch, MenuEntry, Pace, Receive } from '../../messages/channel.ts'
import type { Incoming } from '../../messages/incoming.ts'
import type { Log } from '../../messages/log.ts'
import { download } from '../download.ts'
import { pollWaitMs } from '../poll-wait.ts'
import { redactor } from '../redact.ts'
import { answerWebhook } from '../webhook.ts'
import type { BotIdentity } from './addressing.ts'
import { createAgent } from './connection.ts'
import { telegramPace } from './pace.ts'
import { poll } from './poll.ts'
import { send } from './send.ts'
import { toIncoming } from './to-incoming.ts'
import { ALLOWED_UPDATES } from './update.ts'

export interface TelegramOptions {
  token: string
  /** Another Bot API server, without a slash at the end. */
  apiRoot?: string
  /** The address under which `/webhooks/telegram` is reached; without it, the channel polls. */
  publicUrl?: string
  /** Comes back with every call of the webhook: 1–256 of A–Z, a–z, 0–9, `_` and `-`. */
  webhookSecret?: string
  log: Log
  watch?: ChannelWatch
  /** How long a text, a file, or a new connection may take before it is given up. */
  timeoutMs?: { text: number; upload: number; connect: number }
  /** How long Telegram holds a poll open, in seconds. */
  pollSeconds?: number
  /** The wait after a first failure; it doubles up to ten seconds. */
  retryMs?: number
  /** How fast messages may go out; `off` for a test server without limits. */
  pace?: Pace | 'off'
  now?: () => Date
}

/**
 * Telegram, by grammY's client of the Bot API. It polls, or registers a webhook when there is a public address.
 * Sends are never repeated here: that is for whoever keeps the outbox.
 */
export function createTelegramChannel(options: TelegramOptions): Channel {
  const { token, apiRoot = 'https://api.telegram.org', publicUrl, webhookSecret = '', log, watch } = options
  const { timeoutMs = { text: 30_000, upload: 120_000, connect: 10_000 } } = options
  const { pollSeconds = 30, retryMs = 1000, now = () => new Date(), pace = telegramPace() } = options
  if (publicUrl !== undefined && !/^[\w-]{1,256}$/.test(webhookSecret))
    throw new Error('a webhook needs a secret of 1 to 256 letters, digits, _ and -')

  const agent = createAgent(apiRoot, timeoutMs.connect)
  const client = (ms: number) => new Api(token, { apiRoot, timeoutSeconds: ms / 1000, baseFetchConfig: { agent } })
  const api = client(timeoutMs.text)
  const clients = { text: api, upload: client(timeoutMs.upload) }
  const polls = client(pollSeconds * 1000 + timeoutMs.text)

  const redact = redactor([token, webhookSecret])
  const describe = (error: unknown) => redact(messageOf(error))
  const stopping = new AbortController()
  const inHand = new Set<Promise<unknown>>()
  let taking: { receive: Receive; bot: BotIdentity } | undefined
  let menu: MenuEntry[] | undefined

  /** Stores a batch in one go. What is not for the bot is only logged, so that it cannot come again and again. */
  async function keep(updates: unknown[]): Promise<void> {
    if (!taking) throw new Error('not taking updates')
    const { receive, bot } = taking
    const wanted: Incoming[] = []
    for (const update of updates) {
      const read = toIncoming(update, bot, now())
      if (!('ignored' in read)) wanted.push(read)
      else log[read.malformed ? 'warn' : 'info']({ channel: 'telegram', why: read.ignored }, 'update ignored')
    }
    if (wanted.length > 0) await receive(wanted)
  }

  function retryAfter(error: unknown, failures: number): number {
    watch?.failed('telegram')
    const asked = error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0
    const waitMs = Math.max(asked, pollWaitMs(retryMs, failures))
    log.warn({ channel: 'telegram', error: describe(error), failures, waitMs }, 'no updates taken, will try again')
    return waitMs
  }

  /** Learns who the bot is, and tells Telegram how updates are to come. */
  async function register(receive: Receive): Promise<void> {
    const [{ id, username }, hook] = await Promise.all([api.getMe(), api.getWebhookInfo()])
    taking = { receive, bot: { id, username } }
    if (hook.last_error_message)
      log.warn({ channel: 'telegram', error: redact(hook.last_error_message) }, "the webhook's last error")
    if (publicUrl !== undefined) {
      await api.setWebhook(`${publicUrl.replace(/\/+$/, '')}/webhooks/telegram`, {
        secret_token: webhookSecret,
        allowed_updates: ALLOWED_UPDATES,
      })
    } else if (hook.url) {
      await api.deleteWebhook()
      log.info({ channel: 'telegram' }, 'removed a webhook, to poll')
    }
    watch?.heard('telegram')
    log.info({ channel: 'telegram', bot: username, by: publicUrl ? 'webhook' : 'polling' }, 'taking updates')
  }

  /** Keeps trying until Telegram can be reached; says whether it was. */
  async function registerLater(receive: Receive): Promise<boolean> {
    for (let failures = 1; !stopping.signal.aborted; failures += 1) {
      try {
        await register(receive)
        return true
      } catch (error) {
        await wait(retryAfter(error, failures), undefined, { signal: stopping.signal }).catch(() => undefined)
      }
    }
    return false
  }

  async function takeUpdates(): Promise<void> {
    if (menu) await fillMenu(menu)
    if (publicUrl !== undefined) return
    await poll({
      async fetch(offset) {
        const updates = await polls.getUpdates(
          { offset, limit: 100, timeout: pollSeconds, allowed_updates: ALLOWED_UPDATES },
          stopping.signal as Parameters<Api['getUpdates']>[1],
        )
        watch?.heard('telegram')
        return updates
      },
      keep,
      onError: retryAfter,
      stopping: stopping.signal,
    })
  }

  /** A menu that could not be filled is no reason to stop: commands work without. */
  async function fillMenu(entries: MenuEntry[]): Promise<void> {
    try {
      await api.setMyCommands(entries)
    } catch (error) {
      log.warn({ channel: 'telegram', error: describe(error) }, 'menu of commands not filled')
    }
  }

  async function answerCallback(id: string): Promise<void> {
    try {
      await api.answerCallbackQuery(id)
    } catch (error) {
      // Telegram forgets a press after a while; the answer itself has been sent as a message.
      log.info({ channel: 'telegram', error: describe(error) }, 'press not confirmed')
    }
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
    name: 'telegram',
    limits: {
      text: 4096,
      caption: 1024,
      buttons: true,
      edit: true,
      files: true,
      ...(pace !== 'off' && { pace }),
    },

    /**
     * Rejects when Telegram refuses the token. When it cannot be reached, the channel goes on trying by itself, so that
     * the other channels are not held up.
     */
    async start(receive) {
      try {
        await register(receive)
        void track(takeUpdates())
      } catch (error) {
        if (error instanceof GrammyError && [401, 404].includes(error.error_code))
          throw new Error(`Telegram refuses the token: ${describe(error)}`, { cause: error })
        watch?.failed('telegram')
        log.warn({ channel: 'telegram', error: describe(error) }, 'Telegram not reached, will try again')
        void track(registerLater(receive).then((registered) => (registered ? takeUpdates() : undefined)))
      }
    },

    async stop() {
      stopping.abort()
      await Promise.all(inHand)
    },

    async send(chatId, message) {
      const outcome = await send(clients, chatId, message)
      if (message.answers && outcome.kind === 'sent') await answerCallback(message.answers)
      return 'reason' in outcome ? { ...outcome, reason: redact(outcome.reason) } : outcome
    },

    async fetchFile(handle, mostBytes) {
      try {
        const { file_path: path } = await api.getFile(handle)
        if (!path || !/^[\w./-]+$/.test(path) || path.includes('..')) throw new Error('no path to the file')
        return await download(`${apiRoot}/file/bot${token}/${path}`, mostBytes)
      } catch (error) {
        // Its cause would carry the token, which stands in the address.
        // oxlint-disable-next-line eslint/preserve-caught-error
        throw new Error(describe(error))
      }
    },

    async webhook(request) {
      if (stopping.signal.aborted) return new Response(null, { status: 503 })
      return track(
        answerWebhook(request, {
          header: 'x-telegram-bot-api-secret-token',
          secret: webhookSecret,
          keep: (update) => keep([update]),
          onError: (error) => log.error({ channel: 'telegram', error: describe(error) }, 'update not stored'),
        }),
      )
    },

    startLink(word) {
      return taking && `https://t.me/${taking.bot.username}?start=${encodeURIComponent(word)}`
    },

    async publishMenu(entries) {
      menu = entries
      if (taking) await fillMenu(entries)
    },
  }
}

/** What to write down of an error. The underlying network error says more than grammY's own. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const inner = 'error' in error ? error.error : undefined
  return inner instanceof Error ? `${error.message} ${inner.message}` : error.message
}
