import type { Pace } from '../../messages/channel.ts'

const GROUP = /^-/

/**
 * Telegram's limits as its Bot FAQ tells them: about 30 messages a second in all, one a second to a chat, where "short bursts"
 * may go over that, 20 a minute to a group. So answers may come five at once, as a long answer or somebody who presses
 * quickly needs them, and notices never do. The real limits are not told; a 429 says when they are met.
 *
 * @param times how many times these limits are used: 0.5 for half of them, more against a test server that allows more
 */
export function telegramPace(times = 1): Pace {
  return {
    overall: { most: 30, inMs: 1000 / times },
    perChat: { most: 1, inMs: 1000 / times },
    replyBurst: 5,
    perGroup: { most: 20, inMs: 60_000 / times },
    isGroup: (chatId) => GROUP.test(chatId),
  }
}
