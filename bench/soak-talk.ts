import { setTimeout as wait } from 'node:timers/promises'
import type { startFakeTelegram } from '../test/fakes/telegram/server.ts'
import type { startFakeZalo } from '../test/fakes/zalo/server.ts'
import { chatId } from './program.ts'
import { hasArrived } from './soak-faults.ts'

type FakeTelegram = Awaited<ReturnType<typeof startFakeTelegram>>
type FakeZalo = Awaited<ReturnType<typeof startFakeZalo>>

/** After its answer, somebody thinks for so long. */
const THINKING_MS = { least: 800, most: 2500 }
/** Whoever has no answer for so long goes on. */
const PATIENCE_MS = 100_000
/** So many of the last updates may be delivered again. */
const REPEATED = 100
const REPEAT_EVERY_MS = 3000

const QUESTIONS = [
  'xã Mẫu Sơn đạt bao nhiêu tiêu chí',
  'con thieu tieu chi nao',
  'tiêu chí 17 thế nào rồi',
  'chỉ tiêu 17.5 yêu cầu gì',
  'xin chào',
  'trợ giúp',
  'trời hôm nay đẹp nhỉ',
  '/tiendo',
]
const dialog = (time: number) => ['báo cáo', '17.5', `${100 + (time % 100)}/210`, 'bỏ qua', 'bỏ qua', 'xác nhận']

export interface Talk {
  asked: number
  /** From a message to the answer that arrived, in milliseconds, of those that had one within their patience. */
  answerTimes: number[]
  repeated: number
}

interface Talker {
  /** How many messages have arrived in the talker's chat. */
  arrived(): number
  say(turn: number): void
}

/** So many village heads who report on Telegram, step by step, and as many people who ask on Zalo, all at once. */
export async function talkOnBoth(
  { telegram, zalo, each }: { telegram: FakeTelegram; zalo: FakeZalo; each: number },
  isOver: () => boolean,
): Promise<Talk> {
  const [onTelegram, onZalo] = [createTally(telegram), createTally(zalo)]
  const [toTelegram, toZalo] = [createSender(telegram.push), createSender(zalo.deliver)]
  let ids = 0
  const talkers = Array.from({ length: each }, (_, n): Talker[] => {
    const id = chatId(n)
    const zaloId = `soak${n}`
    return [
      {
        arrived: () => onTelegram(String(id)),
        say(turn) {
          const update_id = (ids += 1)
          const from = { id, is_bot: false, first_name: 'Mẫu' }
          const chat = { id, type: 'private' }
          const text = dialog(Math.floor(turn / 6))[turn % 6]
          const date = Math.floor(Date.now() / 1000)
          toTelegram.send({ update_id, message: { message_id: update_id, date, chat, from, text } })
        },
      },
      {
        arrived: () => onZalo(zaloId),
        say(turn) {
          const message_id = `m${(ids += 1)}`
          const chat = { id: zaloId, chat_type: 'PRIVATE' }
          const text = QUESTIONS[(turn + n) % QUESTIONS.length]
          const message = { message_id, from: { id: zaloId }, chat, date: Date.now(), text }
          toZalo.send({ event_name: 'message.text.received', message })
        },
      },
    ]
  }).flat()
  const repeating = repeat([toTelegram, toZalo], isOver)
  const talks = await Promise.all(talkers.map((talker) => talk(talker, isOver)))
  return {
    asked: talks.reduce((sum, { asked }) => sum + asked, 0),
    answerTimes: talks.flatMap(({ answerTimes }) => answerTimes),
    repeated: await repeating,
  }
}

async function talk({ arrived, say }: Talker, isOver: () => boolean): Promise<Omit<Talk, 'repeated'>> {
  const answerTimes: number[] = []
  let asked = 0
  await wait(Math.random() * THINKING_MS.most)
  for (let turn = 0; !isOver(); turn += 1) {
    const before = arrived()
    const from = performance.now()
    say(turn)
    asked += 1
    while (arrived() === before && performance.now() - from < PATIENCE_MS) await wait(5)
    if (arrived() > before) answerTimes.push(performance.now() - from)
    await wait(THINKING_MS.least + Math.random() * (THINKING_MS.most - THINKING_MS.least))
  }
  return { asked, answerTimes }
}

/** How many messages have arrived in each chat; what was recorded is let go of. */
function createTally(fake: FakeTelegram | FakeZalo): (chat: string) => number {
  const counts = new Map<string, number>()
  return (chat) => {
    for (const { method, payload, told } of fake.requests.splice(0))
      if (/^(send|edit)/.test(method) && hasArrived(told)) {
        const to = String(payload.chat_id)
        counts.set(to, (counts.get(to) ?? 0) + 1)
      }
    return counts.get(chat) ?? 0
  }
}

interface Sender {
  send(update: object): void
  /** One of the last updates comes again. */
  repeat(): void
}

function createSender(deliver: (update: object) => void): Sender {
  const last: object[] = []
  return {
    send(update) {
      last.push(update)
      if (last.length > REPEATED) last.shift()
      deliver(update)
    },
    repeat() {
      const update = last[Math.floor(Math.random() * last.length)]
      if (update) deliver({ ...update })
    },
  }
}

async function repeat(senders: readonly Sender[], isOver: () => boolean): Promise<number> {
  let times = 0
  for (await wait(REPEAT_EVERY_MS); !isOver(); await wait(REPEAT_EVERY_MS)) {
    for (const sender of senders) sender.repeat()
    times += 1
  }
  return times
}
