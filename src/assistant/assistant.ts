import type { Clock } from '../clock.ts'
import { coalesce } from '../coalesce.ts'
import type { TakenFile } from '../command/command.ts'
import type { ChannelName, Incoming } from '../messages/incoming.ts'
import type { Log } from '../messages/log.ts'
import type { Outgoing } from '../messages/outgoing.ts'
import { reopenHeard } from '../store/chats.ts'
import { keepIncoming, markDone, markFailed, takeForTurn, takeWaiting, type Waiting } from '../store/inbox.ts'
import type { Db } from '../store/schema.ts'
import { findSpeaker } from '../store/speakers.ts'
import type { Store } from '../store/store.ts'
import type { Courier } from './courier.ts'
import type { FloodGate } from './flood.ts'
import { noteChatEvent } from './chat-events.ts'
import type { House } from './house.ts'
import { textOf } from './make-turn.ts'
import { takeTurn } from './turn.ts'

/** After so many failed attempts an update is set aside, so that it does not block its chat. */
const MOST_ATTEMPTS = 3
/** Turns that are committed together: one write to the disk serves them all. */
const GROUP = 100

export interface AssistantOptions {
  store: Store
  house: House
  clock: Clock
  log: Log
  courier: Courier
  /** Fetches and keeps the files of a message, before its turn. */
  takeFiles?: (incoming: Incoming) => Promise<TakenFile[]>
  /** Called when something was queued to be sent. */
  onQueued: () => void
  /** Judges who sends too much; all is taken where it is left out. */
  flood?: FloodGate
  /** Whether the log says what people wrote. */
  logTexts?: boolean
  watch?: AssistantWatch
}

/** Told what the assistant does, for whoever counts it. */
export interface AssistantWatch {
  /** A turn is done and kept: which command answered, if anything was said, and how many milliseconds it took. */
  turn(turn: TurnDone): void
  /** An update was passed over because its sender sent too many. */
  ignored(channel: ChannelName): void
}

export interface TurnDone {
  channel: ChannelName
  command: string | undefined
  ms: number
}

export interface Assistant {
  /** Keeps updates; resolves once they are stored. Work on them begins by itself. */
  receive(updates: Incoming[]): Promise<void>
  /** Begins on what an earlier run left in the inbox. */
  resume(): void
  /** Resolves when no update waits any more. */
  settled(): Promise<void>
  /** Ends the turns in hand; what waits stays in the inbox for the next start. */
  close(): Promise<void>
}

/**
 * Takes updates into the inbox and works on them in the order they came: each turn's effects, its answers and the mark
 * that it is done are one transaction, so that a crash at any point loses nothing and does nothing twice.
 */
export function createAssistant(options: AssistantOptions): Assistant {
  const { store, clock, log, onQueued } = options
  let closing = false
  const work = coalesce(
    async () => {
      while (!closing) {
        const waiting = await takeWaiting(store.db, GROUP)
        if (waiting.length === 0) return
        await options.house.renewNames?.()
        // SQLite has one writer: all in one transaction. Postgres: chats side by side, each in its own order.
        const lanes = store.dialect === 'sqlite' ? [waiting] : [...Map.groupBy(waiting, chatOf).values()]
        const files = await fetchFiles(options, waiting)
        // All of them end before what waits is looked at again: a lane that still runs has its updates in hand.
        const ended = await Promise.allSettled(lanes.map((lane) => workLane(options, lane, files)))
        onQueued()
        for (const lane of ended) if (lane.status === 'rejected') throw lane.reason
        // All of it is in the hands of other processes. Should one of them end, the next call finds what it left.
        if (ended.every((lane) => lane.status === 'fulfilled' && !lane.value)) return
      }
    },
    (error) => log.error({ err: error }, 'the inbox could not be worked on'),
  )

  return {
    async receive(updates) {
      const kept = await keepIncoming(store.db, await withoutFlood(options, updates), clock.now())
      if (kept > 0) work()
    },
    resume: work,
    settled: work.settled,
    async close() {
      closing = true
      await work.settled()
    },
  }
}

/** What is left of updates when those of senders who send too much are taken out. Such a sender is told once. */
async function withoutFlood(options: AssistantOptions, updates: Incoming[]): Promise<Incoming[]> {
  const { store, house, courier, clock, log, flood, watch, onQueued } = options
  if (!flood) return updates
  const taken: Incoming[] = []
  for (const update of updates) {
    const { channel, id, chat } = update
    const verdict = flood.judge(update)
    if (verdict === 'take') taken.push(update)
    else watch?.ignored(channel)
    if (verdict !== 'tell') continue
    log.warn({ channel, update: id }, 'too many messages of one sender: not listened to for a while')
    const said: Outgoing = { command: 'fallback', text: house.say('flood-pause') }
    await courier.answer(store.db, { channel, chatId: chat.id }, `flood:${channel}:${id}`, [said], clock.now())
    onQueued()
  }
  return taken
}

function chatOf({ channel, chat_id }: Waiting): string {
  return `${channel} ${chat_id}`
}

type FilesByUpdate = ReadonlyMap<number, readonly TakenFile[]>

/**
 * Fetches what was sent with the messages, side by side, while no transaction is open: the network can take seconds. Only
 * people who are known have their files fetched. What is kept lies under its hash, so that doing it twice does no harm.
 */
async function fetchFiles({ store, takeFiles }: AssistantOptions, waiting: readonly Waiting[]): Promise<FilesByUpdate> {
  const withFiles = takeFiles ? waiting.filter(({ incoming }) => incoming.content.kind === 'file') : []
  const taken = await Promise.all(
    withFiles.map(async ({ id, incoming }) => {
      const speaker = await findSpeaker(store.db, incoming.channel, incoming.sender.id)
      return [id, speaker.personId && takeFiles ? await takeFiles(incoming) : []] as const
    }),
  )
  return new Map(taken)
}

/**
 * Works on updates together; where one of them fails, on each by itself, so that only that one is held back. Says whether
 * they were this process's to work on; they are not while another has their chat.
 */
async function workLane(options: AssistantOptions, lane: readonly Waiting[], files: FilesByUpdate): Promise<boolean> {
  const { store, clock, watch } = options
  const done: TurnDone[] = []
  try {
    const isOurs = await store.db.transaction().execute(async (db) => {
      const ours = await takeForTurn(db, lane)
      if (!ours) return false
      for (const waiting of ours) done.push(...(await workOne(options, db, waiting, files.get(waiting.id))))
      await markDone(
        db,
        ours.map(({ id }) => id),
        clock.now(),
      )
      return true
    })
    for (const turn of done) watch?.turn(turn)
    return isOurs
  } catch (error) {
    const [only] = lane
    if (lane.length === 1 && only) await holdBack(options, only, error)
    else for (const waiting of lane) await workLane(options, [waiting], files)
    return true
  }
}

async function workOne(
  { house, clock, log, courier, logTexts }: AssistantOptions,
  db: Db,
  waiting: Waiting,
  files: readonly TakenFile[] = [],
): Promise<TurnDone[]> {
  const { id, incoming } = waiting
  const { channel, chat } = incoming
  const start = performance.now()
  const now = clock.now()
  if (await noteChatEvent(db, incoming, now)) return []
  if (chat.kind === 'group') await reopenHeard(db, incoming)
  const key = `reply:${id}`
  const said = await takeTurn(house, courier, db, incoming, now, key, files)
  await courier.answer(db, { channel, chatId: chat.id }, key, said, now)
  const command = said[0]?.command
  const ms = performance.now() - start
  const text = logTexts ? textOf(incoming) || undefined : undefined
  log.info({ inbox: id, channel, update: incoming.id, command, ms: Math.round(ms), text }, 'turn')
  return [{ channel, command, ms }]
}

/** Notes the failure; at the last attempt the update is set aside and its sender told. */
async function holdBack(options: AssistantOptions, waiting: Waiting, error: unknown): Promise<void> {
  const { store, clock, log, house, courier } = options
  await store.db.transaction().execute(async (db) => {
    const [ours] = (await takeForTurn(db, [waiting])) ?? []
    // Another process has it by now, and its own luck with it.
    if (!ours) return
    const { id, incoming, attempts } = ours
    const setAside = attempts + 1 >= MOST_ATTEMPTS
    log.error({ err: error, inbox: id, channel: incoming.channel, setAside }, 'a turn failed')
    await markFailed(db, id, String(error), setAside)
    if (!setAside || !incoming.addressed) return
    const sorry: Outgoing = { command: 'fallback', text: house.say('turn-failed', { id }) }
    const to = { channel: incoming.channel, chatId: incoming.chat.id }
    await courier.answer(db, to, `reply:${id}`, [sorry], clock.now())
  })
}
