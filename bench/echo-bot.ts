/** The yardstick: a bare grammY bot that sends every text back, many at once through grammY's runner. */
import { run } from '@grammyjs/runner'
import { Bot } from 'grammy'

const [apiRoot = '', token = ''] = process.argv.slice(2)
const bot = new Bot(token, { client: { apiRoot } })
bot.on('message:text', (context) => context.reply(context.message.text))
run(bot)
