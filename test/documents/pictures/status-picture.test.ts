import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { DISTRICT } from '../../../bench/district.ts'
import { withWorlds } from '../../../scripts/gallery/worlds.ts'
import type { Picture, PictureNode } from '../../../src/command/picture.ts'
import { digestPicture } from '../../../src/documents/pictures/digest-picture.ts'
import { createDraw } from '../../../src/documents/pictures/draw.ts'
import { statusPicture } from '../../../src/documents/pictures/status-picture.ts'
import { recordStatuses } from '../../../src/store/statuses.ts'
import type { Db } from '../../../src/store/schema.ts'
import { findUnits, type Unit } from '../../../src/store/units.ts'
import { loadWording } from '../../../src/wording/load-wording.ts'
import { loadCatalogs } from '../../../src/world/load-catalogs.ts'
import { loadWorld } from '../../../src/world/load-world.ts'
import { silentLog } from '../../silent-log.ts'
import { onEachDatabase, openNew } from '../../store/databases.ts'

const catalogs = loadCatalogs()
const say = loadWording('vi')
const NOW = new Date('2026-11-23T01:00:00Z')
const SET = catalogs.get('ntm-nang-cao-2021-2025')!

/** The words of a picture, in the order they are read. */
function textsOf(node: PictureNode): string[] {
  if (node.type === 'text') return [node.text]
  return node.type === 'container' ? node.children.flatMap(textsOf) : []
}

/** The words of what is drawn for a unit, by a `draw` that keeps the tree instead of drawing it. */
async function wordsOf(
  db: Db,
  unitId: string,
  ask: (context: Parameters<typeof digestPicture>[0], unit: Unit) => Promise<unknown>,
): Promise<string[]> {
  const [unit] = await findUnits(db, [unitId])
  let drawn: Picture | undefined
  const draw = async (picture: Picture) => {
    drawn = picture
    return undefined
  }
  await ask({ db, say, catalogs, draw }, unit!)
  return drawn ? textsOf(drawn.root) : []
}

const cardOn =
  (setId: string): Parameters<typeof wordsOf>[2] =>
  (context, unit) =>
    statusPicture(context, unit, catalogs.get(setId)!)

describe('the status card of a unit', () => {
  onEachDatabase((create) => {
    it('says the reported totals first, the codes in the tiles, and where list and totals differ', async () => {
      const { db } = await openNew(create)
      await loadWorld(db, 'samples/trung-luong', catalogs, NOW)
      const words = await wordsOf(db, 'trung-luong', cardOn(SET.id))
      expect(words).toEqual(expect.arrayContaining(['Xã Trung Lương', '14', '/19', '60', '/75']))
      expect(words).toContain('Thiếu: 13.2, 13.3, 13.5, 13.6, 13.8')
      expect(words).toContain('Thiếu: 11')
      expect(words.some((text) => text.includes('61/75') && text.includes('lệch 1'))).toBe(true)
      expect(words.some((text) => text.includes('30/04/2023') && text.includes('Nguồn'))).toBe(true)
      expect(words).toContain('Đạt: 14 tiêu chí')
      expect(words).toContain('Chưa đạt: 5 tiêu chí')
    })

    it('keeps the reported totals in front of later updates that leave the rest open', async () => {
      const { db } = await openNew(create)
      await loadWorld(db, 'samples/trung-luong', catalogs, NOW)
      const update = {
        unit_id: 'trung-luong',
        set_id: 'ntm-2021-2025',
        value: null,
        as_of: '2023-06-30',
        source: 'Mẫu',
      }
      await recordStatuses(db, [{ ...update, indicator: '1.1', state: 'not_applicable' }], catalogs, NOW.toISOString())
      const words = await wordsOf(db, 'trung-luong', cardOn('ntm-2021-2025'))
      expect(words).toEqual(expect.arrayContaining(['15', '52', 'Chưa đánh giá', 'Không áp dụng: 1']))
      expect(words.some((text) => text.includes('30/06/2023') && text.includes('chưa tính'))).toBe(true)
    })
  })

  it('is a file to send; nothing where there are no figures', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ntm-pictures-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const keep = createDraw({ folder, log: silentLog })
    const draw = (picture: Picture) => keep(picture, NOW)
    await withWorlds(async ({ sample: { db } }) => {
      const [commune, without] = await findUnits(db, ['trung-luong']).then(async (found) => [
        ...found,
        ...(await findUnits(db, ['binh-an'])),
      ])
      const file = await statusPicture({ db, say, catalogs, draw }, commune!, SET)
      expect(file).toMatchObject({ kind: 'photo', name: 'Xã Trung Lương – NTM nâng cao 2021–2025.png' })
      expect(existsSync(file!.path)).toBe(true)
      expect(await statusPicture({ db, say, catalogs, draw }, without!, SET)).toBeUndefined()
    })
  })
})

describe('the picture of a digest', () => {
  it('is the card of the set with the newest figures, and with a list', async () => {
    await withWorlds(async ({ sample: { db } }) => {
      expect(await wordsOf(db, 'trung-luong', digestPicture)).toContain('NTM nâng cao 2021–2025')
      expect(await wordsOf(db, 'binh-an', digestPicture)).toEqual([])
      const update = {
        unit_id: 'trung-luong',
        set_id: 'ntm-2021-2025',
        value: null,
        as_of: '2023-06-30',
        source: 'Mẫu',
      }
      await recordStatuses(db, [{ ...update, indicator: '1.1', state: 'met' }], catalogs, NOW.toISOString())
      expect(await wordsOf(db, 'trung-luong', digestPicture)).toContain('NTM 2021–2025')
    })
  })

  it('compares the communes of a district', async () => {
    await withWorlds(async ({ district: { db } }) => {
      const words = await wordsOf(db, DISTRICT, digestPicture)
      expect(words).toEqual(expect.arrayContaining(['Huyện Mẫu Thử', 'Xã Thượng Mẫu', 'xã có số liệu']))
    })
  })
})
