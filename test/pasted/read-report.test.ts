import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { runScript } from '../../src/script.ts'
import { openStore } from '../../src/store/store.ts'
import { recordStatuses } from '../../src/store/statuses.ts'
import { loadCatalogs } from '../../src/world/load-catalogs.ts'
import { loadWorld } from '../../src/world/load-world.ts'
import { silentLog } from '../silent-log.ts'
import { onEachDatabase } from '../store/databases.ts'
import { taughtLanguage } from '../taught-language.ts'

const SAMPLE = join(import.meta.dirname, '../../samples/trung-luong')
const SOURCE =
  'Ban chỉ đạo xây dựng NTM xã Trung Lương rà soát, tính đến tháng 4/2023, theo bài báo về hội nghị với Ban chỉ đạo xây dựng NTM nâng cao huyện Bình Lục'
const NOW = new Date('2026-11-23T08:00:00+07:00')
const article = readFileSync(join(import.meta.dirname, '../reading/article.txt'), 'utf8')

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-read-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Says these lines as `ha`, one after the other; what the bot said to them. */
async function talk(databaseUrl: string, dataDir: string, lines: readonly string[]): Promise<string> {
  let said = ''
  const output = new Writable({
    write(chunk, _, done) {
      said += String(chunk)
      done()
    },
  })
  const input = Readable.from(lines.map((text) => `${JSON.stringify({ from: 'ha', text })}\n`))
  const language = await taughtLanguage()
  await runScript({ databaseUrl, dataDir, start: NOW, locale: 'vi', log: silentLog, language, input, output })
  return said
}

async function load(databaseUrl: string, files: readonly string[]): Promise<void> {
  const folder = temporaryFolder()
  for (const file of files) copyFileSync(join(SAMPLE, file), join(folder, file))
  const store = await openStore(databaseUrl)
  await loadWorld(store.db, folder, loadCatalogs(), NOW)
  await store.close()
}

/** All that was told, without who told it and when. */
async function told(databaseUrl: string) {
  const store = await openStore(databaseUrl)
  const statuses = await store.db
    .selectFrom('statuses')
    .select(['unit_id', 'set_id', 'indicator', 'state', 'value', 'as_of', 'source'])
    .orderBy('indicator')
    .execute()
  const summaries = await store.db
    .selectFrom('summaries')
    .select(['unit_id', 'set_id', 'as_of', 'criteria_met', 'indicators_met', 'source'])
    .orderBy('set_id')
    .execute()
  const standings = await store.db.selectFrom('standings').selectAll().orderBy('set_id').execute()
  const audits = await store.db.selectFrom('audit').select(['action', 'subject', 'person_id', 'after']).execute()
  await store.close()
  return { statuses, summaries, standings, audits }
}

onEachDatabase((createDatabase) => {
  test('the article, pasted and confirmed, makes what the sample holds', async () => {
    const imported = await createDatabase()
    await load(
      imported.url,
      readdirSync(SAMPLE).filter((name) => name.endsWith('.csv')),
    )
    const pasted = await createDatabase()
    await load(pasted.url, ['units.csv', 'people.csv'])
    const dataDir = temporaryFolder()

    const said = await talk(pasted.url, dataDir, [article, 'sửa nguồn', SOURCE, 'xác nhận'])
    expect(said).toContain('Đã ghi: 2 dòng tổng số, 14 chỉ tiêu Chưa đạt')

    const [wanted, made] = [await told(imported.url), await told(pasted.url)]
    expect(made.statuses).toEqual(wanted.statuses)
    expect(made.summaries).toEqual(wanted.summaries)
    expect(made.standings).toEqual(wanted.standings)

    // The text itself is kept under its hash, and the audit names it.
    const [{ after, person_id } = { after: null, person_id: null }] = made.audits.filter(
      ({ action }) => action === 'report.read',
    )
    const { text } = JSON.parse(after ?? '{}') as { text: string }
    expect(person_id).toBe('ha')
    const kept = readFileSync(join(dataDir, 'evidence', text.slice(0, 2), `${text}.txt`), 'utf8')
    expect(kept).toContain(article.trim().slice(0, 200))
  })

  test('what was told since it was shown voids the confirmation', async () => {
    const { url } = await createDatabase()
    await load(url, ['units.csv', 'people.csv'])
    const dataDir = temporaryFolder()
    await talk(url, dataDir, [article])
    const store = await openStore(url)
    const row = {
      unit_id: 'trung-luong',
      set_id: 'ntm-nang-cao-2021-2025',
      indicator: '17.5',
      state: 'met' as const,
      value: null,
      as_of: '2025-01-31',
      source: 'Người khác',
    }
    await store.db.transaction().execute((db) => recordStatuses(db, [row], loadCatalogs(), NOW.toISOString()))
    await store.close()

    const said = await talk(url, dataDir, ['xác nhận', '1'])
    expect(said).toContain('số liệu của xã đã được cập nhật thêm')
    // The choice shows it anew, with what stands now.
    expect(said).toContain('17.5 đã có kết quả mới hơn')
    expect((await told(url)).statuses).toHaveLength(1)
    expect((await told(url)).summaries).toEqual([])
  })

  test('a right that was taken away in between is gone', async () => {
    const { url } = await createDatabase()
    await load(url, ['units.csv', 'people.csv'])
    const dataDir = temporaryFolder()
    await talk(url, dataDir, [article])
    const store = await openStore(url)
    await store.db.deleteFrom('roles').where('person_id', '=', 'ha').execute()
    await store.close()
    await talk(url, dataDir, ['xác nhận'])
    expect((await told(url)).statuses).toEqual([])
    expect((await told(url)).summaries).toEqual([])
  })
})
