import { parseArgs } from 'node:util'
import type { Answered } from '../channels/zalo/api.ts'
import { type Config, loadEnvironment, readConfig } from '../config.ts'
import { doubtful, type Finding, findingLine, good, statusOf } from './finding.ts'
import type { OperatorCommand } from './operator-command.ts'
import { connectZalo, lookAtBot, lookAtWebhook, registerWebhook, type ZaloConnection } from './zalo-state.ts'
import { runBurst, runTrials, trialLine } from './zalo-trials.ts'

const MOST_DRIFT_S = 60
const SLOW_MS = 3000
const TIMES = 3

/** Measures against Zalo itself what a program can measure; docs/zalo-checklist.md has the rest. */
export const zaloCheck: OperatorCommand = {
  name: 'zalo check',
  usage: '[--chat MÃ_CHAT [--burst SỐ_TIN]]',
  summary: 'Thử bot Zalo thật: mã bot, webhook, đồng hồ, độ trễ; với --chat thì gửi tin thử giới hạn vào chat đó.',
  async run(args) {
    const { chat, burst } = readArguments(args)
    const config = readConfig(loadEnvironment())
    const zalo = connectZalo(config)
    if (!zalo) throw new Error('Chưa có ZALO_BOT_TOKEN.')
    const findings = await look(zalo, config)
    for (const finding of findings) console.log(findingLine(finding))
    if (chat) {
      console.log(`\nTin thử gửi vào ${chat}; ghi kết quả vào docs/zalo-checklist.md:`)
      const results = burst ? await runBurst(zalo, chat, burst) : await runTrials(zalo, chat)
      for (const result of results) console.log(`- ${trialLine(result)}`)
    }
    return statusOf(findings)
  },
}

async function look(zalo: ZaloConnection, config: Config): Promise<Finding[]> {
  const bot = await lookAtBot(zalo, config)
  if (statusOf(bot) !== 0) return bot
  for (let times = 1; times < TIMES; times += 1) await lookAtBot(zalo, config)
  const reached = [latency(zalo.answers), clock(zalo.answers), await lookAtErrors(zalo)]
  const { PUBLIC_URL: publicUrl, WEBHOOK_SECRET: secret } = config
  const hook =
    publicUrl && secret ? [await registerWebhook(zalo, publicUrl, secret)] : await lookAtWebhook(zalo, config)
  return [...bot, ...reached, ...hook]
}

function latency(answers: readonly Answered[]): Finding {
  const times = answers.map(({ ms }) => Math.round(ms))
  const text = `độ trễ của getMe: ${times.join(', ')} ms`
  const english = `getMe took ${times.join(', ')} ms`
  return Math.max(...times) < SLOW_MS ? good(text, english) : doubtful(`${text} (chậm)`, `${english} (slow)`)
}

function clock(answers: readonly Answered[]): Finding {
  const at = answers.at(-1)?.at
  if (!at) return doubtful('Zalo không cho biết giờ của máy chủ', "Zalo does not tell its server's time")
  const seconds = Math.round((Date.now() - at.getTime()) / 1000)
  const text = `đồng hồ máy này lệch ${seconds} giây so với Zalo`
  const english = `this machine's clock is ${seconds} s off Zalo's`
  return Math.abs(seconds) <= MOST_DRIFT_S
    ? good(text, english)
    : doubtful(`${text}: kiểm tra giờ của máy (NTP)`, `${english}: check the machine's time (NTP)`)
}

/** With which HTTP status Zalo refuses what it does not know. */
async function lookAtErrors({ api, answers }: ZaloConnection): Promise<Finding> {
  const code = await api.codeOfUnknownMethod()
  const status = answers.at(-1)?.status ?? '–'
  return good(
    `Zalo từ chối lệnh lạ bằng mã ${code ?? '(không có)'}, HTTP ${status}`,
    `Zalo refuses an unknown method with code ${code ?? '(none)'}, HTTP ${status}`,
  )
}

function readArguments(args: string[]): { chat?: string; burst?: number } {
  const usage = `Dùng: ntm ${zaloCheck.name} ${zaloCheck.usage}`
  let values
  try {
    ;({ values } = parseArgs({ args, options: { chat: { type: 'string' }, burst: { type: 'string' } } }))
  } catch {
    throw new Error(usage)
  }
  const burst = values.burst === undefined ? undefined : Number(values.burst)
  if (burst !== undefined && !(values.chat && Number.isInteger(burst) && burst >= 1 && burst <= 100))
    throw new Error(usage)
  return { chat: values.chat, burst }
}
