import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { SetClock } from '../../src/clock.ts'
import { openHouse } from '../../src/house.ts'
import type { Channel, SendOutcome } from '../../src/messages/channel.ts'
import type { Outgoing } from '../../src/messages/outgoing.ts'
import { furnish } from '../conversations/furnish.ts'
import { silentLog } from '../silent-log.ts'
import { taughtLanguage } from '../taught-language.ts'

/** The world `nhom-mau` on a database, with a channel whose sends to a chat end as a test says. */
export async function openOffice(databaseUrl: string) {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-office-'))
  const clock = new SetClock(new Date('2026-11-23T08:00:00+07:00'))
  await furnish('nhom-mau', databaseUrl)
  const ends = new Map<string, SendOutcome>()
  const said: { to: string; text: string; buttons?: Outgoing['buttons'] }[] = []
  const channel: Channel = {
    name: 'console',
    limits: { text: 2000, buttons: true, edit: false, files: true },
    async start() {},
    async stop() {},
    async send(to, { text, buttons }) {
      const outcome = ends.get(to)
      if (outcome) return outcome
      said.push({ to, text, buttons })
      return { kind: 'sent', messageId: String(said.length) }
    },
  }
  const house = await openHouse({
    databaseUrl,
    dataDir: folder,
    locale: 'vi',
    clock,
    log: silentLog,
    language: await taughtLanguage(),
    channels: [channel],
  })
  onTestFinished(async () => {
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  })
  let updates = 0
  const update = (from: string, content: { kind: 'text'; text: string } | { kind: 'press'; data: string }) => {
    updates += 1
    const chat = { id: from, kind: 'private' } as const
    const at = clock.now().toISOString()
    return { channel: 'console', id: `u${updates}`, chat, sender: { id: from }, addressed: true, at, content } as const
  }
  return {
    house,
    clock,
    db: house.store.db,
    /** How sends to a chat end from now on; undefined: they arrive. */
    endAs(chat: string, outcome: SendOutcome | undefined): void {
      if (outcome) ends.set(chat, outcome)
      else ends.delete(chat)
    },
    /** Each writes or presses, all at once. */
    async together(...acts: [from: string, what: string | { press: string }][]): Promise<void> {
      const received = acts.map(([from, what]) => {
        if (typeof what === 'string') return update(from, { kind: 'text', text: what })
        const shown = said.findLast(
          (each) => each.to === from && JSON.stringify(each.buttons ?? '').includes(what.press),
        )
        const button = (shown?.buttons ?? []).flat().find(({ label }) => label === what.press)
        if (!button) throw new Error(`no button ${what.press}`)
        return update(from, { kind: 'press', data: button.data })
      })
      await house.assistant.receive(received)
      await house.settled()
    },
    /** What a chat has got that holds these words. */
    got: (to: string, words = ''): string[] =>
      said.filter((each) => each.to === to && each.text.includes(words)).map(({ text }) => text),
  }
}
