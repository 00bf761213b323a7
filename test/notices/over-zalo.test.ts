import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createZaloChannel } from '../../src/channels/zalo/channel.ts'
import { SetClock } from '../../src/clock.ts'
import { openHouse } from '../../src/house.ts'
import type { Content, IncomingFile } from '../../src/messages/incoming.ts'
import { openStore } from '../../src/store/store.ts'
import { furnish } from '../conversations/furnish.ts'
import { startFakeZalo } from '../fakes/zalo/server.ts'
import { silentLog } from '../silent-log.ts'
import { taughtLanguage } from '../taught-language.ts'

const CANBO = 'z8002'

/** The world `nhom-mau` with its groups on a fake Zalo, over HTTP; one officer writes. */
async function openOnZalo({ monthlyMessages = 3000 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-zalo-notices-'))
  const databaseUrl = join(folder, 'ntm.db')
  const fake = await startFakeZalo()
  await furnish('nhom-mau', databaseUrl)
  const { db, close } = await openStore(databaseUrl)
  await db.updateTable('chats').set({ channel: 'zalo' }).execute()
  await db.deleteFrom('accounts').where('channel', '<>', 'zalo').execute()
  await close()
  const clock = new SetClock(new Date('2026-11-23T08:00:00+07:00'))
  const house = await openHouse({
    databaseUrl,
    dataDir: folder,
    locale: 'vi',
    clock,
    log: silentLog,
    language: await taughtLanguage(),
    zaloMonthlyMessages: monthlyMessages,
    channels: [
      createZaloChannel({
        token: fake.token,
        apiRoot: fake.apiRoot,
        log: silentLog,
        publish: async ({ name }) => `https://ntm.example.vn/files/${name}`,
        words: { link: (name, url) => `${name}: ${url}`, elsewhere: (name) => name },
        now: () => clock.now(),
        pace: 'off',
      }),
    ],
  })
  onTestFinished(async () => {
    await house.close()
    await fake.close()
    rmSync(folder, { recursive: true, force: true })
  })
  let updates = 0
  async function take(content: Content): Promise<void> {
    updates += 1
    const chat = { id: CANBO, kind: 'private' } as const
    const update = { channel: 'zalo', id: `u${updates}`, chat, sender: { id: CANBO }, addressed: true } as const
    await house.assistant.receive([{ ...update, at: clock.now().toISOString(), content }])
    await house.settled()
  }
  const shownIn = (chat: string) => fake.chats.shown.filter((each) => each.chat === chat)
  return {
    fake,
    say: (text: string) => take({ kind: 'text', text }),
    send: (files: IncomingFile[], caption: string) => take({ kind: 'file', files, caption }),
    shownIn,
    newest: () => shownIn(CANBO).at(-1)?.text ?? '',
    said: () =>
      shownIn(CANBO)
        .map(({ text }) => text)
        .join('\n'),
  }
}

describe('a notice on Zalo', () => {
  it('longer than a message goes in numbered parts, none of them lost; the report counts groups', async () => {
    const zalo = await openOnZalo()
    const text = Array.from({ length: 300 }, (_, index) => `câu số ${index + 1}.`).join(' ')
    await zalo.say(`thông báo: ${text}`)
    const parts = 3
    expect(zalo.said()).toContain(`Cả thảy ${3 * parts} tin nhắn`)
    await zalo.say('xác nhận')
    const shown = zalo.shownIn('nhom-doai').map((each) => each.text)
    expect(shown).toHaveLength(parts)
    expect(shown.every((each) => each.length <= 2000)).toBe(true)
    // Where it is cut, a blank or a line end goes.
    const whole = shown.map((each) => each.replace(/\n\(\d\/\d\)$/, '')).join(' ')
    expect(whole.replace('\n', ' ')).toBe(`Thông báo của xã Nhóm Mẫu ${text}`)
    expect(shown[0]).toMatch(/\(1\/3\)$/)
    expect(zalo.newest()).toContain('đã tới 3/3 nhóm')
  })

  it('a part that did not arrive is sent again alone', async () => {
    const zalo = await openOnZalo()
    const text = Array.from({ length: 300 }, (_, index) => `câu số ${index + 1}.`).join(' ')
    await zalo.say(`thông báo cho thôn Đoài: ${text}`)
    zalo.fake.script.add({
      chat: 'nhom-doai',
      after: 1,
      answer: { status: 400, body: { ok: false, error_code: 400, description: 'Bad Request' } },
    })
    await zalo.say('xác nhận')
    expect(zalo.shownIn('nhom-doai')).toHaveLength(2)
    expect(zalo.newest()).toContain('đã tới 0/1 nhóm')
    expect(zalo.newest()).not.toMatch(/400|Bad Request/)
    await zalo.say('gửi lại')
    const shown = zalo.shownIn('nhom-doai').map((each) => each.text)
    expect(
      shown.map((each) => /\(\d\/3\)$/.exec(each)?.[0]).toSorted((a, b) => (a ?? '').localeCompare(b ?? '')),
    ).toEqual(['(1/3)', '(2/3)', '(3/3)'])
    expect(zalo.newest()).toContain('đến nay đã tới 1/1 nhóm')
  })

  it('a picture goes as a link that Zalo fetches, with the text under it', async () => {
    const zalo = await openOnZalo()
    const handle = zalo.fake.addPicture(readFileSync('test/worlds/mau-son/files/rac.jpg'))
    await zalo.send([{ kind: 'photo', handle }], 'thông báo: điểm tập kết rác mới')
    expect(zalo.newest()).toContain('kèm 1 ảnh')
    await zalo.say('xác nhận')
    expect(zalo.shownIn('nhom-dong')).toMatchObject([
      { kind: 'photo', text: 'Thông báo của xã Nhóm Mẫu\nđiểm tập kết rác mới' },
    ])
    const [sent] = zalo.fake.requests.filter(({ method }) => method === 'sendPhoto')
    expect(sent?.payload['photo']).toMatch(/^https:\/\/ntm\.example\.vn\/files\/thong-bao/)
  })

  it('says what is left of the month where that is short', async () => {
    const zalo = await openOnZalo({ monthlyMessages: 3 })
    await zalo.say('thông báo: mai họp')
    expect(zalo.said()).toContain('Zalo tháng này còn 3 tin; lần này cần 3 tin')
    await zalo.say('hủy')
    await zalo.say('thông báo: mai họp')
    expect(zalo.newest()).toContain('chỉ còn 1 tin mà lần này cần 3 tin')
  })

  it('what nobody knows the end of is not repeated: the officer is asked', async () => {
    const zalo = await openOnZalo()
    zalo.fake.script.add({ chat: 'nhom-doai', answer: { drop: 'after' } })
    await zalo.say('thông báo: mai họp')
    await zalo.say('xác nhận')
    expect(zalo.shownIn('nhom-doai')).toHaveLength(1)
    expect(zalo.newest()).toContain('Không rõ đã tới chưa')
    expect(zalo.newest()).toMatch(/1\. Gửi lại\n2\. Bỏ qua/)
    await zalo.say('2')
    expect(zalo.newest()).toContain('không gửi lại thông báo số 1')
    expect(zalo.shownIn('nhom-doai')).toHaveLength(1)
  })
})
