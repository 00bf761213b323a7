import { createAssistant, type Assistant, type AssistantOptions } from '../../src/assistant/assistant.ts'
import { createCourier } from '../../src/assistant/courier.ts'
import type { House } from '../../src/assistant/house.ts'
import { SetClock } from '../../src/clock.ts'
import { defineCommand, type Command } from '../../src/command/command.ts'
import type { Language, Mentions } from '../../src/language/meaning.ts'
import type { Incoming } from '../../src/messages/incoming.ts'
import type { Log } from '../../src/messages/log.ts'
import type { Store } from '../../src/store/store.ts'
import { loadWording } from '../../src/wording/load-wording.ts'
import { loadCatalogs } from '../../src/world/load-catalogs.ts'

const NOTHING: Mentions = { units: [], sets: [], targets: [], dates: [], times: [], numbers: [], people: [] }

/** Understands a text that is a command's name as that command, and nothing else. */
const byName: Language = {
  understand: (text) => ({ kind: 'meaning', command: text, confidence: 1, mentions: NOTHING }),
  learnNames() {},
  nearestUnits: () => [],
  schedule: () => undefined,
}

/** A command for a test: only what it does is of interest. */
export function command(name: string, run: Command['run'], more: Partial<Command> = {}): Command {
  return defineCommand<'unit' | 'units' | 'targets'>({
    name,
    slash: [name],
    summary: 'summary-help',
    examples: [name],
    sentences: [name],
    run,
    ...more,
  })
}

/** An assistant over a database, with a few commands of its own, on the console's limits. */
export function assistantOver(
  store: Store,
  commands: Command[],
  log: Log,
  more: Partial<House> = {},
  options: Partial<AssistantOptions> = {},
): Assistant {
  const say = loadWording('vi')
  return createAssistant({
    store,
    log,
    ...options,
    clock: new SetClock(new Date('2026-11-23T01:00:00Z')),
    onQueued: () => {},
    house: {
      catalogs: loadCatalogs(),
      commands,
      language: () => byName,
      say,
      ...more,
    },
    courier: createCourier(
      new Map([
        [
          'console',
          {
            text: 2e3,
            buttons: true,
            edit: false,
            files: true,
          },
        ],
      ]),
      say,
    ),
  })
}

/** Somebody writes in private. */
export function message(id: string, from: string, text: string): Incoming {
  return {
    channel: 'console',
    id,
    chat: {
      id: from,
      kind: 'private',
    },
    sender: { id: from },
    addressed: true,
    at: '2026-11-23T01:00:00.000Z',
    content: {
      kind: 'text',
      text,
    },
  }
}
