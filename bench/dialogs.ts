import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Bot } from 'grammy'
import { machineClock } from '../src/clock.ts'
import { openHouse } from '../src/house.ts'
import type { Channel } from '../src/messages/channel.ts'
import type { Incoming } from '../src/messages/incoming.ts'
import { openStore } from '../src/store/store.ts'
import { furnish } from '../test/conversations/furnish.ts'
import { silentLog } from '../test/silent-log.ts'
import { onEach, type Databases } from './databases.ts'
import { median } from './median.ts'
import { figures, inBoth, type Line } from './table.ts'

/** A report asked for step by step, as a village head answers it; the yardstick asks as many questions. */
const LINES = ['báo cáo', '17.5', '150/210', 'bỏ qua', 'bỏ qua', 'xác nhận']
/** As many updates as Telegram gives out at once. */
const BATCH = 100

export interface DialogSize {
  people: number
  /** How often each is measured; the middle one counts. */
  rounds: number
}

/**
 * Dialog steps a second: people who report side by side, each message kept before it is worked on and each answer before
 * it is sent. Beside it grammY's conversations with a form of as many steps, keeping its state in files. Sends take no
 * time in either.
 */
export async function dialogLines(databases: Databases, { people, rounds }: DialogSize): Promise<Line[]> {
  const yardstick = installConversations()
  const theirs: number[] = []
  const ours = await onEach(databases, async (): Promise<number[]> => [])
  for (let round = 0; round < rounds; round += 1) {
    if (yardstick) theirs.push(await conversationsRate(yardstick, people))
    await onEach(databases, async (create, name) => {
      ours[name]!.push(await ourRate(await create(), people))
    })
  }
  if (yardstick) rmSync(yardstick, { recursive: true, force: true })
  const beside = theirs.length > 0 ? median(theirs) : undefined
  return [
    {
      figure: `dialog steps a second, ${figures(people)} people at once`,
      ...inBoth(ours, (rates) => {
        const rate = median(rates)
        return beside === undefined ? figures(rate) : `${figures(rate)} (${figures(rate / beside, 2)} × conversations)`
      }),
      aim: '≥ 1 × conversations, SQLite',
      beside: beside === undefined ? 'not installed' : `@grammyjs/conversations, files: ${figures(beside)}`,
    },
  ]
}

async function ourRate(databaseUrl: string, people: number): Promise<number> {
  await furnish('mau-son', databaseUrl)
  await addHeads(databaseUrl, people)
  const channel: Channel = {
    name: 'telegram',
    limits: { text: 4096, buttons: true, edit: true, files: true },
    async start() {},
    async stop() {},
    send: async () => ({ kind: 'sent', messageId: '1' }),
  }
  const house = await openHouse({ databaseUrl, locale: 'vi', clock: machineClock, log: silentLog, channels: [channel] })
  const start = performance.now()
  for (const [line, text] of LINES.entries()) {
    for (let first = 0; first < people; first += BATCH)
      await house.assistant.receive(
        Array.from({ length: Math.min(BATCH, people - first) }, (_, n) => message(`head${first + n}`, line, text)),
      )
    await house.assistant.settled()
    await house.delivery.settled()
  }
  const seconds = (performance.now() - start) / 1000
  const reports = await house.store.db.selectFrom('reports').select('id').execute()
  await house.close()
  if (reports.length !== people) throw new Error(`${reports.length} of ${people} reports arrived`)
  return (people * LINES.length) / seconds
}

function message(from: string, line: number, text: string): Incoming {
  const chat = { id: from, kind: 'private' } as const
  const at = new Date().toISOString()
  return {
    channel: 'telegram',
    id: `${from}-${line}`,
    chat,
    sender: chat,
    addressed: true,
    at,
    content: { kind: 'text', text },
  }
}

/** Villages with a head each, beside those of the made-up world. */
async function addHeads(databaseUrl: string, people: number): Promise<void> {
  const { db, close } = await openStore(databaseUrl)
  await db.transaction().execute(async (trx) => {
    for (let n = 0; n < people; n += 1) {
      const id = `head${n}`
      const unit = {
        id,
        level: 'thon',
        name: `Số ${n + 1}`,
        parent_id: 'mau-son',
        path: `/mau/mau-son/${id}/`,
      } as const
      const rest = {
        region: null,
        commune_group: null,
        households: 210,
        aliases: '[]',
        ended_on: null,
        successor_id: null,
      }
      await trx
        .insertInto('units')
        .values({ ...unit, ...rest })
        .execute()
      await trx
        .insertInto('people')
        .values({ id, name: `Mẫu Văn ${n + 1}`, title: null })
        .execute()
      await trx.insertInto('roles').values({ person_id: id, role: 'village_head', unit_id: id }).execute()
      await trx.insertInto('accounts').values({ channel: 'telegram', external_id: id, person_id: id }).execute()
    }
  })
  await close()
}

/** Installed for this run alone; undefined where it cannot be. */
function installConversations(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-conversations-'))
  const wanted = ['@grammyjs/conversations@2', '@grammyjs/storage-file@2', 'grammy@1.46.0']
  try {
    execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--silent', ...wanted], {
      stdio: 'ignore',
    })
    return folder
  } catch {
    console.error('@grammyjs/conversations could not be installed: it is left out.')
    rmSync(folder, { recursive: true, force: true })
    return undefined
  }
}

/** What the yardstick uses of a conversation. */
interface Conversation {
  waitFor(filter: string): Promise<unknown>
}
interface Context {
  reply(text: string): Promise<unknown>
  conversation: { enter(name: string): Promise<void> }
}

async function conversationsRate(folder: string, people: number): Promise<number> {
  const require = createRequire(join(folder, 'node_modules/'))
  const { Bot: TheirBot } = require('grammy') as { Bot: typeof Bot }
  const { conversations, createConversation } = require('@grammyjs/conversations') as Record<
    'conversations' | 'createConversation',
    (...options: unknown[]) => never
  >
  const { FileAdapter } = require('@grammyjs/storage-file') as {
    FileAdapter: new (options: { dirName: string }) => unknown
  }
  const state = mkdtempSync(join(tmpdir(), 'ntm-state-'))
  // Telegram's answer at once, without the network.
  const sent = { ok: true, result: { message_id: 1, date: 1, chat: { id: 1, type: 'private' }, text: 'x' } }
  const bot = new TheirBot('1:x', {
    client: { fetch: async () => Response.json(sent) },
    botInfo: { id: 1, is_bot: true, first_name: 'x', username: 'x_bot' } as NonNullable<
      ConstructorParameters<typeof Bot>[1]
    >['botInfo'],
  })
  let finished = 0
  bot.use(conversations({ storage: { type: 'key', version: 0, adapter: new FileAdapter({ dirName: state }) } }))
  bot.use(
    createConversation(async (conversation: Conversation, context: Context) => {
      for (const question of LINES.slice(1)) {
        await context.reply(question)
        await conversation.waitFor('message:text')
      }
      await context.reply('done')
      finished += 1
    }, 'form'),
  )
  bot.command('start', async (context) => (context as unknown as Context).conversation.enter('form'))

  let updates = 0
  const start = performance.now()
  for (const [line, text] of LINES.entries())
    for (let first = 0; first < people; first += BATCH)
      await Promise.all(
        Array.from({ length: Math.min(BATCH, people - first) }, (_, n) =>
          bot.handleUpdate(toUpdate((updates += 1), first + n + 1, line === 0 ? '/start' : text)),
        ),
      )
  const seconds = (performance.now() - start) / 1000
  rmSync(state, { recursive: true, force: true })
  if (finished < people) throw new Error(`${finished} of ${people} conversations ended`)
  return (people * LINES.length) / seconds
}

function toUpdate(update_id: number, id: number, text: string): Parameters<Bot['handleUpdate']>[0] {
  const entities = text.startsWith('/') ? [{ type: 'bot_command' as const, offset: 0, length: text.length }] : []
  const from = { id, is_bot: false, first_name: 'x' }
  const message = {
    message_id: update_id,
    date: 1,
    chat: { id, type: 'private' as const, first_name: 'x' },
    from,
    text,
    entities,
  }
  return { update_id, message }
}
