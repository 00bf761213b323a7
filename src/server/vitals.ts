import { Counter, Gauge, Histogram, Registry } from '@prometheus-io/client'
import type { Channel, ChannelWatch } from '../messages/channel.ts'
import type { ChannelName } from '../messages/incoming.ts'
import type { Db } from '../store/schema.ts'
import { databaseBytes, endedMessages, openMessages, scheduleRuns, waitingUpdates } from '../store/vital-signs.ts'

/** A turn that is done. */
export interface TurnDone {
  channel: ChannelName
  /** The command that answered; undefined where nothing was said. */
  command: string | undefined
  /** How long it took, in milliseconds. */
  ms: number
}

/** What is counted while the program runs, and when each channel was last heard of. */
export interface Vitals extends ChannelWatch {
  registry: Registry
  turn(turn: TurnDone): void
  /** An update was passed over because its chat sent too many. */
  ignored(channel: ChannelName): void
  /** When a platform was last heard of: a poll, a call of the webhook, an answer. */
  lastHeard(channel: ChannelName): Date | undefined
  /** The channel, with what comes and goes counted. */
  watch(channel: Channel): Channel
}

/** The name by which the bot says that it did not understand. */
const NOT_UNDERSTOOD = 'fallback'

/**
 * Counts in memory alone; what stands in the database is read when somebody asks for the figures. Nothing here has a
 * label that names a chat or a person.
 *
 * @param db undefined until the database is open.
 */
export function createVitals(db: () => Db | undefined, now: () => Date): Vitals {
  const registry = new Registry()
  const registers = [registry]
  const heardAt = new Map<ChannelName, Date>()
  const count = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers })

  const updates = count('ntm_updates_total', 'Updates that channels gave', ['channel'])
  const ignored = count('ntm_updates_ignored_total', 'Updates passed over because their chat sent too many', [
    'channel',
  ])
  const heard = count('ntm_turns_total', 'Turns by whether the bot understood (yes, no, silent)', [
    'channel',
    'understood',
  ])
  const turns = new Histogram({
    name: 'ntm_turn_seconds',
    help: 'How long a turn took, by the command that answered',
    labelNames: ['command'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers,
  })
  const sends = count('ntm_sends_total', 'Messages given to a channel, by how the send ended', ['channel', 'ending'])
  const errors = count('ntm_api_errors_total', "Calls of a platform's API that failed", ['channel', 'call'])
  addStored(registers, db, now)
  const lastHeard = new Gauge({
    name: 'ntm_last_heard_timestamp_seconds',
    help: 'When a platform was last heard of',
    labelNames: ['channel'],
    registers,
  })

  const vitals: Vitals = {
    registry,
    turn({ channel, command, ms }) {
      const understood = command === undefined ? 'silent' : command === NOT_UNDERSTOOD ? 'no' : 'yes'
      heard.inc({ channel, understood })
      turns.observe({ command: command ?? 'none' }, ms / 1000)
    },
    ignored: (channel) => ignored.inc({ channel }),
    heard(channel) {
      const at = now()
      heardAt.set(channel, at)
      lastHeard.set({ channel }, at.getTime() / 1000)
    },
    failed: (channel) => errors.inc({ channel, call: 'updates' }),
    lastHeard: (channel) => heardAt.get(channel),
    watch: (channel) => ({
      ...channel,
      start: (receive) =>
        channel.start(async (taken) => {
          updates.inc({ channel: channel.name }, taken.length)
          vitals.heard(channel.name)
          await receive(taken)
        }),
      async send(chatId, message) {
        const outcome = await channel.send(chatId, message)
        sends.inc({ channel: channel.name, ending: outcome.kind })
        if (outcome.kind === 'sent') vitals.heard(channel.name)
        else if (outcome.kind !== 'migrated') errors.inc({ channel: channel.name, call: 'send' })
        return outcome
      },
    }),
  }
  return vitals
}

/** Figures that stand in the database, read when they are asked for. */
function addStored(registers: Registry[], database: () => Db | undefined, now: () => Date): void {
  const stored = (
    name: string,
    help: string,
    labelNames: string[],
    read: (db: Db) => Promise<[labels: Record<string, string>, value: number][]>,
  ) =>
    new Gauge<string>({
      name,
      help,
      labelNames,
      registers,
      async collect() {
        const db = database()
        if (!db) return
        this.reset()
        for (const [labels, value] of await read(db)) this.set(labels, value)
      },
    })

  stored(
    'ntm_outbox_messages',
    'Messages by state: all that wait, and of the newest 10,000 those that ended',
    ['channel', 'state'],
    async (db) =>
      [...(await openMessages(db)), ...(await endedMessages(db))].map(({ channel, state, count }) => [
        { channel, state },
        count,
      ]),
  )
  stored(
    'ntm_outbox_lag_seconds',
    'How long the oldest message that is due has been waiting to be sent',
    ['channel'],
    async (db) =>
      [...Map.groupBy(await openMessages(db), ({ channel }) => channel)].map(([channel, signs]) => [
        { channel },
        lagOf(signs, now()),
      ]),
  )
  stored('ntm_inbox_waiting', 'Updates that wait for their turn', [], async (db) => [[{}, await waitingUpdates(db)]])
  stored('ntm_schedule_runs', 'Runs of schedules, by outcome', ['outcome'], async (db) =>
    (await scheduleRuns(db)).map(({ outcome, count }) => [{ outcome }, count]),
  )
  stored('ntm_database_bytes', 'Size of the database', [], async (db) => [[{}, await databaseBytes(db)]])
}

/** How long the oldest message that is due has been waiting, in seconds; 0 while none is. */
export function lagOf(signs: readonly { oldestDue: string }[], now: Date): number {
  const oldest = Math.min(...signs.map(({ oldestDue }) => new Date(oldestDue).getTime()), now.getTime())
  return (now.getTime() - oldest) / 1000
}
