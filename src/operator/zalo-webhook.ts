import { parseArgs } from 'node:util'
import { loadEnvironment, readConfig } from '../config.ts'
import { findingLine, good, statusOf } from './finding.ts'
import type { OperatorCommand } from './operator-command.ts'
import { connectZalo, lookAtWebhook, registerWebhook } from './zalo-state.ts'

/** Shows, sets or removes the webhook; the bot itself never removes one, since it may be another's. */
export const zaloWebhook: OperatorCommand = {
  name: 'zalo webhook',
  usage: '[--set | --delete]',
  summary: 'Xem webhook của bot Zalo; đặt theo PUBLIC_URL, hoặc gỡ.',
  async run(args) {
    const { set, delete: remove } = readFlags(args)
    const config = readConfig(loadEnvironment())
    const zalo = connectZalo(config)
    if (!zalo) throw new Error('Chưa có ZALO_BOT_TOKEN.')
    const { PUBLIC_URL: publicUrl, WEBHOOK_SECRET: secret } = config
    if (set && !(publicUrl && secret)) throw new Error('Cần có PUBLIC_URL và WEBHOOK_SECRET để đặt webhook.')
    if (remove) await zalo.api.deleteWebhook()
    const findings =
      set && publicUrl && secret
        ? [await registerWebhook(zalo, publicUrl, secret)]
        : remove
          ? [good('đã gỡ webhook', 'the webhook is removed')]
          : await lookAtWebhook(zalo, config)
    console.log(findings.map(findingLine).join('\n'))
    return statusOf(findings)
  },
}

function readFlags(args: string[]): { set?: boolean; delete?: boolean } {
  const usage = `Dùng: ntm ${zaloWebhook.name} ${zaloWebhook.usage}`
  try {
    const { values } = parseArgs({ args, options: { set: { type: 'boolean' }, delete: { type: 'boolean' } } })
    if (!(values.set && values.delete)) return values
  } catch {
    // Said below.
  }
  throw new Error(usage)
}
