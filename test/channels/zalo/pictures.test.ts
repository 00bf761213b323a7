import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { createZaloChannel } from '../../../src/channels/zalo/channel.ts'
import { isZaloFile, PICTURE_DOMAINS } from '../../../src/channels/zalo/picture-host.ts'
import type { Channel } from '../../../src/messages/channel.ts'
import { type FakeZalo, startFakeZalo } from '../../fakes/zalo/server.ts'
import { keepLog } from '../guard.ts'
import { WORDS } from './kit.ts'

const API = 'https://bot-api.zaloplatforms.com'

test.each([
  ['https://photo-stal-10.zdn.vn/a/b.jpg?x=1', true],
  ['https://zadn.vn/a.jpg', true],
  [`${API}/a.jpg`, true],
  ['http://photo.zdn.vn/a.jpg', false],
  ['https://photo.zdn.vn:8443/a.jpg', false],
  ['https://evilzdn.vn/a.jpg', false],
  ['https://zdn.vn.example.com/a.jpg', false],
  ['https://user@127.0.0.1/zdn.vn', false],
  ['http://169.254.169.254/latest', false],
  ['file:///etc/passwd', false],
  ['a.jpg', false],
])('%s is a place for pictures of Zalo: %j', (address, isPlace) => {
  expect(isZaloFile(address, API, PICTURE_DOMAINS)).toBe(isPlace)
})

let fake: FakeZalo
let channel: Channel

beforeEach(async () => {
  fake = await startFakeZalo()
  channel = createZaloChannel({ token: fake.token, apiRoot: fake.apiRoot, log: keepLog().log, words: WORDS })
  onTestFinished(() => fake.close())
})

test('a picture that somebody sent is fetched', async () => {
  const bytes = Uint8Array.from([0xff, 0xd8, 0xff])
  expect(await channel.fetchFile?.(fake.addPicture(bytes), 3)).toEqual(bytes)
  await expect(channel.fetchFile?.(fake.addPicture(bytes), 2)).rejects.toThrow('larger than allowed')
  await expect(channel.fetchFile?.(`${fake.apiRoot}/pictures/none.jpg`, 9)).rejects.toThrow('the server answered 401')
})

test('nothing is fetched from anywhere else, and the log gets no more than the host', async () => {
  await expect(channel.fetchFile?.('http://127.0.0.1:1/secret?key=1', 9)).rejects.toThrow(
    /^not a host of Zalo's: 127\.0\.0\.1:1$/,
  )
})
