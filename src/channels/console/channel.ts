import { readFile, stat } from 'node:fs/promises'
import type { Channel } from '../../messages/channel.ts'
import type { Outgoing } from '../../messages/outgoing.ts'

/** The terminal as a channel: what is sent is handed to `print`, with the private chat's handle or the group's id. */
export function createConsoleChannel(buttons: boolean, print: (to: string, message: Outgoing) => void): Channel {
  let sent = 0
  return {
    name: 'console',
    limits: { text: Number.MAX_SAFE_INTEGER, buttons, edit: false, files: true },
    async start() {},
    async stop() {},
    async send(to, message) {
      print(to, message)
      sent += 1
      return { kind: 'sent', messageId: String(sent) }
    },
    async fetchFile(path, mostBytes) {
      if ((await stat(path)).size > mostBytes) throw new Error('larger than allowed')
      return new Uint8Array(await readFile(path))
    },
  }
}
