import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import { keepDocument } from '../src/documents/kept-files.ts'
import { unitMeant } from '../src/documents/unit-meant.ts'
import { regionWorkbook } from '../src/documents/workbooks/region-workbook.ts'
import { unitWorkbook } from '../src/documents/workbooks/unit-workbook.ts'
import { WORKBOOK_MIME } from '../src/documents/workbooks/write-workbook.ts'
import { may } from '../src/people/permissions.ts'
import { refuse } from '../src/replies/refusal.ts'
import { noFigures } from '../src/replies/unit-notes.ts'
import { readUnitSets } from '../src/replies/unit-set.ts'
import { audit } from '../src/store/audit.ts'
import { setsTracked } from '../src/store/figures.ts'
import type { Unit } from '../src/store/units.ts'
import { unitName } from '../src/wording/names.ts'
import sentences from './sentences/export-workbook.ts'

export default defineCommand({
  name: 'export-workbook',
  slash: ['xuatexcel'],
  summary: 'summary-export-workbook',
  examples: ['xuất Excel', 'xuất excel xã Trung Lương'],
  sentences,
  roles: ['viewer', 'village_head', 'commune_officer', 'district_officer', 'admin'],
  needs: ['units'],
  async run(turn): Promise<Reply> {
    const { say, speaker } = turn
    const unit = await unitMeant(turn, 'export')
    if (!unit) return { text: say('no-units') }
    if (!may(speaker, 'export', unit)) return refuse(turn, 'export', unit)
    return unit.level === 'tinh' || unit.level === 'huyen' ? exportRegion(turn, unit) : exportUnit(turn, unit)
  },
})

async function exportUnit(turn: Turn<'units'>, unit: Unit): Promise<Reply> {
  const { say, speaker, chat } = turn
  const unitSets = await readUnitSets(turn, unit)
  if (unitSets.length === 0) return { text: await noFigures(turn, unit) }
  const seesPeople = may(speaker, 'see-assignments', unit)
  const people = seesPeople && chat.kind === 'private'
  const bytes = await unitWorkbook(turn, unit, unitSets, people)
  const reply = await sendOut(turn, unit, bytes, people)
  // In a group the names of those in charge are nobody's business.
  return seesPeople && !people ? { ...reply, text: `${reply.text}\n${say('export-without-people')}` } : reply
}

async function exportRegion(turn: Turn<'units'>, region: Unit): Promise<Reply> {
  const { db, say, catalogs } = turn
  const tracked = (await setsTracked(db, region.path)).flatMap(({ set_id }) => catalogs.get(set_id) ?? [])
  const sets = turn.sets.length > 0 ? tracked.filter((set) => turn.sets.includes(set)) : tracked
  if (sets.length === 0) return { text: say('ranking-none', { place: unitName(say, region) }) }
  return sendOut(turn, region, await regionWorkbook(turn, region, sets), false)
}

async function sendOut(turn: Turn<'units'>, unit: Unit, bytes: Uint8Array, people: boolean): Promise<Reply> {
  const { db, say, now, today, speaker, channel } = turn
  const file = await keepDocument(turn, bytes, WORKBOOK_MIME, 'chi-tieu', unitName(say, unit), today)
  await audit(db, {
    at: now,
    person_id: speaker.personId ?? null,
    channel,
    action: 'export',
    unit_id: unit.id,
    subject: `workbook/${unit.id}`,
    after: JSON.stringify({ people }),
  })
  return { text: say('export-workbook-sent', { unit: unitName(say, unit) }), file }
}
