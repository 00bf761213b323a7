import { expect, onTestFinished, test } from 'vitest'
import { createTelegramChannel } from '../../../src/channels/telegram/channel.ts'
import { FAKE_BOT, startFakeTelegram } from '../../fakes/telegram/server.ts'
import { silentLog } from '../../silent-log.ts'

test('an invitation has a link once the bot knows its own name, and none before', async () => {
  const fake = await startFakeTelegram()
  onTestFinished(() => fake.close())
  const { token, apiRoot } = fake
  const channel = createTelegramChannel({ token, apiRoot, log: silentLog, pollSeconds: 1, retryMs: 5 })
  expect(channel.startLink?.('K7CP3MXG9TRH')).toBeUndefined()
  await channel.start(async () => undefined)
  onTestFinished(() => channel.stop())
  expect(channel.startLink?.('K7CP3MXG9TRH')).toBe(`https://t.me/${FAKE_BOT.username}?start=K7CP3MXG9TRH`)
})
