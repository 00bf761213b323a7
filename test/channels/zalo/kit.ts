import { createZaloChannel } from '../../../src/channels/zalo/channel.ts'
import type { OutgoingFile } from '../../../src/messages/outgoing.ts'
import { type FakeZalo, startFakeZalo } from '../../fakes/zalo/server.ts'
import type { ChannelKit, Platform } from '../kit.ts'

/** Where the tables' files are put. */
export const PUBLISHED = 'https://ntm.example.vn/files/0123456789abcdefghijkl'

export const WORDS = {
  link: (name: string, url: string) => `Tệp ${name}: ${url}`,
  elsewhere: (name: string) => `Có tệp ${name}`,
}

/** Two names have no address: one never, one just now. */
async function publish({ name }: OutgoingFile): Promise<string | undefined> {
  if (name === 'locked.png') throw new Error('the database is locked')
  return name === 'unshared.png' ? undefined : PUBLISHED
}

/** Zalo for the tables. */
export const zalo: ChannelKit = {
  name: 'zalo',
  chats: { private: '6ede9afa66b88fe6d6a9', group: 'zgr-f8a7101d77709e2ec761' },
  startPlatform: async () => {
    const fake = await startFakeZalo()
    return asPlatform(fake, (update) => fake.push(update))
  },
  createChannel: ({ timeoutMs, ...settings }) =>
    createZaloChannel({
      ...settings,
      timeoutMs: { text: timeoutMs, photo: timeoutMs },
      words: WORDS,
      publish,
      pollSeconds: 1,
      retryMs: 5,
      paceMs: 5,
    }),
}

/** @param push how an update comes about: with what Zalo keeps to itself left out, or all. */
export function asPlatform(fake: FakeZalo, push: Platform['push']): Platform {
  let forgotten = 0
  return {
    token: fake.token,
    apiRoot: fake.apiRoot,
    requests: () =>
      fake.requests
        .slice(forgotten)
        .filter(({ method }) => method !== 'getUpdates')
        .map(({ method, payload }) => ({ method, payload })),
    forget: () => {
      forgotten = fake.requests.length
    },
    answer: (replies) => {
      for (const { to, ...answer } of replies) fake.script.add({ answer, method: to ?? 'sendMessage' })
    },
    unused: () => fake.script.unused(),
    push,
    texts: (chat) => fake.chats.texts(chat),
    // Zalo has no acknowledgement: the bot has done with an update when it asks for the next.
    pending: () => fake.updates.size + fake.updates.inHand + fake.webhook.hook.size,
    callWebhook: (body, headers) => fake.webhook.hook.call(body, headers),
    close: () => fake.close(),
  }
}
