import { tooMany } from './answers.ts'

/** Sends allowed: in all a second, to one chat a second, to one group a minute (the Bot FAQ's figures). */
export const TELEGRAM_LIMITS = { overall: 30, perChat: 1, perGroup: 20 }
export type Limits = typeof TELEGRAM_LIMITS

/** Counts sends in sliding windows, and refuses one too many with the time to wait. */
export function createLimiter(limits: Limits, now: () => number = Date.now): (chat: string) => void {
  const overall: number[] = []
  const chats = new Map<string, number[]>()
  const groups = new Map<string, number[]>()
  return (chat) => {
    const at = now()
    const windows: [number[], number, number][] = [
      [overall, limits.overall, 1000],
      [window(chats, chat), limits.perChat, 1000],
    ]
    if (chat.startsWith('-')) windows.push([window(groups, chat), limits.perGroup, 60_000])
    for (const [times, allowed, span] of windows) {
      while (times[0] !== undefined && times[0] <= at - span) times.shift()
      if (times.length >= allowed) throw tooMany(Math.ceil(((times[0] ?? at) + span - at) / 1000))
    }
    for (const [times] of windows) times.push(at)
  }
}

function window(windows: Map<string, number[]>, key: string): number[] {
  const found = windows.get(key) ?? []
  windows.set(key, found)
  return found
}
