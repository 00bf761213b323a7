/** The yardstick of broadcasts: a plain loop over `bot.api.sendMessage`, with the auto-retry plugin as its page shows it. */
import { autoRetry } from '@grammyjs/auto-retry'
import { Bot } from 'grammy'
import { groupId } from '../test/faults/broadcast.ts'
import { NOTICE } from './broadcast-notice.ts'

const [apiRoot = '', token = '', groups] = process.argv.slice(2)
const bot = new Bot(token, { client: { apiRoot } })
bot.api.config.use(autoRetry())
for (let number = 0; number < Number(groups); number += 1) await bot.api.sendMessage(groupId(number), NOTICE)
