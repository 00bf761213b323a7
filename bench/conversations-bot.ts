/**
 * The yardstick of dialogs: a grammY bot with its conversations, which asks five questions and keeps its state in files.
 * Its packages lie in a folder of their own. With `runner`, the chats are
 * taken side by side through grammY's runner, each in its own order.
 */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { run, sequentialize } from '@grammyjs/runner'
import type { Bot as GrammyBot } from 'grammy'

interface Context {
  reply(text: string): Promise<unknown>
  conversation: { enter(name: string): Promise<void> }
}
interface Conversation {
  waitFor(filter: string): Promise<unknown>
}

const [apiRoot = '', token = '', packages = '', dirName = '', how] = process.argv.slice(2)
const require = createRequire(join(packages, 'node_modules/'))
const { Bot } = require('grammy') as { Bot: typeof GrammyBot }
const { conversations, createConversation } = require('@grammyjs/conversations') as Record<
  'conversations' | 'createConversation',
  (...options: unknown[]) => never
>
const { FileAdapter } = require('@grammyjs/storage-file') as {
  FileAdapter: new (options: { dirName: string }) => unknown
}

const bot = new Bot(token, { client: { apiRoot } })
if (how === 'runner') bot.use(sequentialize((context) => String(context.chat?.id)))
bot.use(conversations({ storage: { type: 'key', version: 0, adapter: new FileAdapter({ dirName }) } }))
bot.use(
  createConversation(async (conversation: Conversation, context: Context) => {
    for (const question of ['Chỉ tiêu nào?', 'Bao nhiêu?', 'Ảnh?', 'Ghi chú?', 'Đúng chưa?']) {
      await context.reply(question)
      await conversation.waitFor('message:text')
    }
    await context.reply('Đã gửi.')
  }, 'form'),
)
bot.hears('báo cáo', (context) => (context as unknown as Context).conversation.enter('form'))
bot.on('message:text', (context) => context.reply(context.message.text))
if (how === 'runner') run(bot)
else await bot.start()
