import type { Command } from '../command/command.ts'
import { dialogsEndingBefore, nextEnding, writeDialog } from '../store/dialogs.ts'
import { day } from '../wording/figures.ts'
import { dayOf, time } from '../wording/moment.ts'
import type { Say } from '../wording/say.ts'
import type { Courier } from './courier.ts'
import type { DueTask } from './due.ts'

/** How long before it is put away a dialog's owner is told. */
const WARNED_MS = 12 * 3600_000

/**
 * Dialogs that nobody goes on with: their owner gets a word, and half a day later they are put away; "tiếp tục" brings
 * them back even then.
 */
export function dialogEndings(courier: Courier, commands: readonly Command[], say: Say): DueTask {
  return {
    name: 'dialog endings',
    disturbs: true,
    async nextAt(db) {
      const unwarned = await nextEnding(db, false)
      const warned = await nextEnding(db, true)
      const instants = [
        ...(unwarned ? [Date.parse(unwarned) - WARNED_MS] : []),
        ...(warned ? [Date.parse(warned)] : []),
      ]
      return instants.length > 0 ? new Date(Math.min(...instants)) : undefined
    },
    async run(db, now) {
      for (const row of await dialogsEndingBefore(db, now, true)) await writeDialog(db, { ...row, state: 'expired' })
      for (const row of await dialogsEndingBefore(db, new Date(now.getTime() + WARNED_MS), false)) {
        const { channel, sender_id: chatId, form, expires_at } = row
        const command = commands.find(({ name }) => name === form)
        await writeDialog(db, { ...row, warned_at: now.toISOString() })
        if (!command) continue
        const text = say('dialog-ending', {
          what: say(command.summary),
          time: time(expires_at),
          day: day(dayOf(expires_at)),
        })
        // In private even where it was begun in a group: what somebody left undone is nobody else's business.
        const key = `dialog-ending:${channel}:${row.chat_id}:${chatId}:${expires_at}`
        await courier.answer(db, { channel, chatId }, key, [{ command: form, text }], now)
      }
    },
  }
}
