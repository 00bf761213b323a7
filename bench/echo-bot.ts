/** The yardstick: a bare grammY bot that sends every text back; with `runner`, many at once through grammY's runner. */
import { run } from '@grammyjs/runner'
import { Bot } from 'grammy'

const [apiRoot = '', token = '', how] = process.argv.slice(2)
const bot = new Bot(token, { client: { apiRoot } })
bot.on('message:text', (context) => context.reply(context.message.text))
if (how === 'runner') run(bot)
else await bot.start()
