import type { Config } from '../config.ts'
import { openToRead } from '../store/store.ts'
import { zaloUsage } from '../store/zalo-usage.ts'
import { bad, doubtful, type Finding, good } from './finding.ts'
import { connectZalo, lookAtBot, lookAtWebhook, reason } from './zalo-state.ts'

/** From this part of the plan on, it runs low. */
const LOW = 0.8

/** How Zalo is doing: the bot, its webhook, and how much of the plan is used up. */
export async function examineZalo(config: Config): Promise<Finding[]> {
  const zalo = connectZalo(config)
  if (!zalo) return [good('tắt (chưa có ZALO_BOT_TOKEN)', 'off (no ZALO_BOT_TOKEN)')]
  const bot = await lookAtBot(zalo, config)
  const webhook = bot.some(({ state }) => state === 'bad') ? [] : await lookAtWebhook(zalo, config)
  return [...bot, ...webhook, ...(await lookAtUsage(config))]
}

async function lookAtUsage(config: Config): Promise<Finding[]> {
  try {
    const store = openToRead(config.DATABASE_URL)
    try {
      const { month, sent, users, groups } = await zaloUsage(store.db, new Date())
      return [
        used(`tin đã gửi trong tháng ${month}`, `messages sent in ${month}`, sent, config.ZALO_MONTHLY_MESSAGES),
        used('người đã nhắn riêng với bot', 'people who wrote in private', users, config.ZALO_USERS),
        used('nhóm đã gọi bot', 'groups', groups, config.ZALO_GROUPS),
      ]
    } finally {
      await store.close()
    }
  } catch (error) {
    return [
      bad(`không đếm được số tin đã gửi: ${reason(error)}`, `the messages sent cannot be counted: ${reason(error)}`),
    ]
  }
}

function used(what: string, english: string, count: number, most: number): Finding {
  const text = `${what}: ${count}/${most}`
  const inEnglish = `${english}: ${count}/${most}`
  if (count > most) return bad(`${text}, quá mức của gói`, `${inEnglish}, more than the plan allows`)
  return count >= most * LOW ? doubtful(`${text}, sắp hết`, `${inEnglish}, running low`) : good(text, inEnglish)
}
