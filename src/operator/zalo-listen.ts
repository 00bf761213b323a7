import { appendFileSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { toIncoming } from '../channels/zalo/to-incoming.ts'
import { unwrap } from '../channels/zalo/update.ts'
import { loadEnvironment, readConfig } from '../config.ts'
import type { OperatorCommand } from './operator-command.ts'
import { connectZalo, reason, type ZaloConnection } from './zalo-state.ts'

const USUAL_MINUTES = 10
const POLL_SECONDS = 30
const PACE_MS = 1000

/**
 * Writes down raw what Zalo sends to a bot that is being tried, so that what is assembled in `sample-messages.md` can be
 * replaced by what is real. What it takes, the bot never gets: it is for a bot of one's own, in a group of one's own.
 */
export const zaloListen: OperatorCommand = {
  name: 'zalo listen',
  usage: 'TỆP.jsonl [--minutes SỐ_PHÚT]',
  summary: 'Ghi nguyên văn tin mà Zalo gửi cho bot thử vào một tệp (có dữ liệu cá nhân: chỉ dùng với nhóm thử).',
  async run(args) {
    const { file, minutes } = readArguments(args)
    const config = readConfig(loadEnvironment())
    const zalo = connectZalo(config)
    if (!zalo) throw new Error('Chưa có ZALO_BOT_TOKEN.')
    if (await zalo.api.getWebhookInfo())
      throw new Error('Đang có webhook nên không nghe được: gỡ bằng “ntm zalo webhook --delete” trước.')
    writeFileSync(file, '', { flag: 'a', mode: 0o600 })
    console.log(`Đang nghe ${minutes} phút, ghi vào ${file}. Nhắn tin cho bot đi; Ctrl+C để thôi.`)
    const count = await listen(zalo, file, Date.now() + minutes * 60_000)
    console.log(`Đã ghi ${count} tin.`)
    return 0
  },
}

async function listen({ api }: ZaloConnection, file: string, until: number): Promise<number> {
  let count = 0
  while (Date.now() < until) {
    const started = Date.now()
    const seconds = Math.min(POLL_SECONDS, Math.ceil((until - started) / 1000))
    try {
      for (const update of await api.getUpdates(seconds, AbortSignal.timeout(seconds * 1000 + 5000))) {
        count += 1
        appendFileSync(file, `${JSON.stringify({ received_at: new Date().toISOString(), update })}\n`)
        console.log(`- ${shapeLine(update, new Date())}`)
      }
    } catch (error) {
      console.log(`- không hỏi được: ${reason(error)}`)
    }
    await wait(Math.max(0, started + PACE_MS - Date.now()))
  }
  return count
}

/** What an update is made of, without what was written in it. */
function shapeLine(raw: unknown, now: Date): string {
  const update = (unwrap(raw) ?? {}) as {
    event_name?: string
    message?: { date?: unknown; chat?: { chat_type?: string } }
  }
  const { event_name = '(không tên)', message } = update
  const read = toIncoming(raw, [], now)
  const understood = 'ignored' in read ? `bỏ qua (${read.ignored})` : `đọc được (${read.content.kind})`
  if (!message) return `${event_name}, không có message: ${understood}`
  const delay = 'at' in read ? `, đến sau ${((now.getTime() - Date.parse(read.at)) / 1000).toFixed(1)} giây` : ''
  return `${event_name}, ${message.chat?.chat_type ?? 'không rõ loại chat'}, trường: ${Object.keys(message).join(' ')}${delay}: ${understood}`
}

function readArguments(args: string[]): { file: string; minutes: number } {
  const usage = `Dùng: ntm ${zaloListen.name} ${zaloListen.usage}`
  let parsed
  try {
    parsed = parseArgs({ args, options: { minutes: { type: 'string' } }, allowPositionals: true })
  } catch {
    throw new Error(usage)
  }
  const [file, ...rest] = parsed.positionals
  const minutes = Number(parsed.values.minutes ?? USUAL_MINUTES)
  if (file === undefined || rest.length > 0 || !(minutes > 0 && minutes <= 24 * 60)) throw new Error(usage)
  return { file, minutes }
}
