import { createTelegramChannel } from '../../../src/channels/telegram/channel.ts'
import { type FakeTelegram, startFakeTelegram } from '../../fakes/telegram/server.ts'
import type { ChannelKit, Platform } from '../kit.ts'

/** Telegram for the tables. */
export const telegram: ChannelKit = {
  name: 'telegram',
  chats: { private: '5000000001', group: '-1001000000001' },
  startPlatform: async () => asPlatform(await startFakeTelegram()),
  createChannel: ({ timeoutMs, ...settings }) =>
    createTelegramChannel({
      ...settings,
      timeoutMs: { text: timeoutMs, upload: timeoutMs, connect: timeoutMs },
      pollSeconds: 1,
      retryMs: 5,
    }),
}

function asPlatform(fake: FakeTelegram): Platform {
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
    push: (update) => fake.push(update as object),
    texts: (chat) => fake.chats.texts(chat).map(plain),
    pending: () => fake.updates.size + fake.hook.size,
    callWebhook: (body, headers) => fake.hook.call(body, headers),
    close: () => fake.close(),
  }
}

function plain(html: string): string {
  return html
    .replaceAll(/<\/?b>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
