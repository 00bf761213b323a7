import type { Pace } from '../../messages/channel.ts'

/** Ids of groups, as people who run bots report them. */
const GROUP = /^zgr-/
/** So many seconds' worth may be used up at once by answers to people, in all and in a chat. */
const BURST = 5

/**
 * Zalo does not tell how many messages a second it takes, so this is on the safe side: a few in all, one to a chat. That is
 * meant on average: answers to people may come faster for a moment, as when a meeting asks at once; notices never do. No
 * limit for groups is known besides.
 */
export function zaloPace({ aSecond = 3, aSecondToChat = 1 } = {}): Pace {
  return {
    overall: {
      most: Math.max(1, Math.floor(aSecond * BURST)),
      inMs: Math.max(1, 1 / (aSecond * BURST)) * BURST * 1000,
    },
    perChat: { most: 1, inMs: 1000 / aSecondToChat },
    replyBurst: BURST,
    isGroup: (chatId) => GROUP.test(chatId),
  }
}
