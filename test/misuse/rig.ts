import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { SetClock } from '../../src/clock.ts'
import { openHouse } from '../../src/house.ts'
import type { Channel } from '../../src/messages/channel.ts'
import type { Content, Incoming } from '../../src/messages/incoming.ts'
import type { Outgoing } from '../../src/messages/outgoing.ts'
import { keepLog } from '../channels/guard.ts'
import { furnish } from '../conversations/furnish.ts'
import { taughtLanguage } from '../taught-language.ts'

/** The whole house over xã Mẫu Sơn, spoken to as a channel would hand updates on, so that anything can be in them. */
export async function openRig(databaseUrl: string) {
  const dataDir = mkdtempSync(join(tmpdir(), 'ntm-misuse-'))
  await furnish('mau-son', databaseUrl)
  const sent: { to: string; message: Outgoing }[] = []
  const channel: Channel = {
    name: 'console',
    limits: { text: 4000, buttons: true, edit: false, files: true },
    start: async () => {},
    stop: async () => {},
    async send(to, message) {
      sent.push({ to, message })
      return { kind: 'sent', messageId: String(sent.length) }
    },
  }
  const { log, lines } = keepLog()
  const house = await openHouse({
    databaseUrl,
    dataDir,
    locale: 'vi',
    clock: new SetClock(new Date('2026-11-23T01:00:00Z')),
    log,
    language: await taughtLanguage(),
    channels: [channel],
  })
  onTestFinished(async () => {
    await house.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  let updates = 0

  function update(from: string, content: Content): Incoming {
    updates += 1
    const at = '2026-11-23T01:00:00.000Z'
    return {
      channel: 'console',
      id: String(updates),
      chat: { id: from, kind: 'private' },
      sender: { id: from },
      addressed: true,
      at,
      content,
    }
  }

  /** Hands updates on at once, and returns what came of them: to each person, the texts. */
  async function receive(...incoming: Incoming[]): Promise<(to: string) => string> {
    const before = sent.length
    await house.assistant.receive(incoming)
    await house.assistant.settled()
    await house.delivery.settled()
    const since = sent.slice(before)
    return (to) => since.flatMap((each) => (each.to === to ? [each.message.text] : [])).join('\n')
  }

  return {
    db: house.store.db,
    dataDir,
    lines,
    sent,
    update,
    receive,
    text: async (from: string, text: string) => (await receive(update(from, { kind: 'text', text })))(from),
    press: async (from: string, data: string) => (await receive(update(from, { kind: 'press', data })))(from),
    /** The data of a button that somebody was shown last under a label. */
    buttonOf(to: string, label: string): string {
      const buttons = sent.filter((each) => each.to === to).flatMap(({ message }) => (message.buttons ?? []).flat())
      const found = buttons.findLast((button) => button.label === label)
      if (!found) throw new Error(`${to} was shown no button ${label}`)
      return found.data
    },
    async reportStates(): Promise<string[]> {
      const rows = await house.store.db.selectFrom('report_states').select('state').orderBy('report_id').execute()
      return rows.map(({ state }) => state)
    },
    /** Updates that could not be worked on. */
    async setAside(): Promise<number> {
      const rows = await house.store.db.selectFrom('inbox').select('id').where('state', '!=', 'done').execute()
      return rows.length
    },
  }
}
