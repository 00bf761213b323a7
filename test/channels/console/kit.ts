import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConsoleChannel } from '../../../src/channels/console/channel.ts'
import { readLine } from '../../../src/channels/console/line.ts'
import { toIncoming } from '../../../src/channels/console/to-incoming.ts'
import type { Receive } from '../../../src/messages/channel.ts'
import type { Log } from '../../../src/messages/log.ts'
import type { Outgoing } from '../../../src/messages/outgoing.ts'
import type { ConformanceKit } from '../conformance.ts'
import type { Platform } from '../kit.ts'

const PRIVATE = 'ha'
const GROUP = 'nhom-xa'

/** Who sits at the terminal: writes lines, and reads what is printed. */
class Person {
  readonly #printed: { to: string; message: Outgoing }[] = []
  readonly #lines: unknown[] = []
  #listener: { receive: Receive; log: Log; now: () => Date } | undefined
  #busy = false

  listen(receive: Receive, log: Log, now: () => Date): void {
    this.#listener = { receive, log, now }
  }

  print(to: string, message: Outgoing): void {
    this.#printed.push({ to, message })
  }

  write(line: unknown): void {
    this.#lines.push(line)
    if (!this.#busy) void this.#read()
  }

  texts(chat: string): string[] {
    return this.#printed.filter(({ to }) => to === chat).map(({ message }) => message.text)
  }

  get pending(): number {
    return this.#lines.length
  }

  /** Reads line after line, as a script is read; what is wrong with one is told to who wrote it. */
  async #read(): Promise<void> {
    this.#busy = true
    while (this.#lines.length > 0) {
      const { receive, log, now } = this.#listener!
      const line = readLine(JSON.stringify(this.#lines[0]))
      if (!line.ok || 'clock' in line.value) log.warn({}, 'a line was not understood')
      else {
        const incoming = toIncoming(line.value, this.#buttons(), now())
        if (!('error' in incoming)) await receive([incoming])
      }
      this.#lines.shift()
    }
    this.#busy = false
  }

  #buttons() {
    return (this.#printed.findLast(({ message }) => message.buttons)?.message.buttons ?? []).flat()
  }
}

function asPlatform(person: Person): Platform {
  return {
    token: 'console:has-no-token',
    apiRoot: '',
    requests: () => [],
    forget() {},
    answer() {},
    unused: () => [],
    push: (line) => person.write(line),
    texts: (chat) => person.texts(chat),
    pending: () => person.pending,
    callWebhook: async () => 404,
    async close() {},
  }
}

let person: Person

/** The console for the suite: lines of JSON in the place of updates, and what is printed in the place of chats. */
export const consoleKit: ConformanceKit = {
  name: 'console',
  ways: ['lines'],
  hears: 'all',
  chats: { private: PRIVATE, group: GROUP },
  // A line is read once; nobody reads the bot's own words back; a text is printed however long it is; a file is named, not
  // opened; and the console ends with its input.
  lacks: ['redelivery', 'own messages', 'a longest text', 'reading files', 'an end of its own'],
  async startPlatform() {
    person = new Person()
    return asPlatform(person)
  },
  createChannel: ({ log, now }) => ({
    ...createConsoleChannel(true, (to, message) => person.print(to, message)),
    async start(receive) {
      person.listen(receive, log, now)
    },
  }),
  updates: {
    text: (text) => ({ from: PRIVATE, text }),
    groupText: (text) => ({ from: PRIVATE, group: GROUP, text }),
    groupAddressed: (text) => ({ from: PRIVATE, group: GROUP, text: `@bot ${text}` }),
    photo(handle, text) {
      const file = join(mkdtempSync(join(tmpdir(), 'ntm-console-')), `${handle}.jpg`)
      writeFileSync(file, 'a picture')
      return { from: PRIVATE, file, text }
    },
    press: (data) => ({ from: PRIVATE, press: data }),
    own: (text) => ({ from: PRIVATE, text }),
    malformed: () => ({ from: 5 }),
  },
  refusals: [],
}
