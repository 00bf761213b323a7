import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import { keepDocument } from '../src/documents/kept-files.ts'
import { hearWorkbook, importForm, isFilledIn } from '../src/documents/workbooks/import-form.ts'
import { hasList, templateWorkbook } from '../src/documents/workbooks/unit-workbook.ts'
import { WORKBOOK_MIME } from '../src/documents/workbooks/write-workbook.ts'
import type { CriteriaSet } from '../src/criteria/criteria-set.ts'
import { may, rolesThatMay } from '../src/people/permissions.ts'
import { refuse, refuseRole } from '../src/replies/refusal.ts'
import { readUnitSets, type UnitSet } from '../src/replies/unit-set.ts'
import { mayAnywhere, ownCommunes } from '../src/replies/own-communes.ts'
import { audit } from '../src/store/audit.ts'
import type { Unit } from '../src/store/units.ts'
import { capitalised, unitName } from '../src/wording/names.ts'
import sentences from './sentences/import-workbook.ts'

const MOST_CHOICES = 8

export default defineCommand({
  name: 'import-workbook',
  slash: ['mauexcel', 'nhapexcel'],
  summary: 'summary-import-workbook',
  examples: ['mẫu Excel', 'nhập số liệu từ tệp excel'],
  sentences,
  acts: true,
  needs: ['units'],
  form: importForm,
  async run(turn): Promise<Reply | Reply[]> {
    const { say, chat, files, subject } = turn
    if (!mayAnywhere(turn, 'set-status'))
      return refuseRole(turn, say('summary-import-workbook'), rolesThatMay('set-status'))
    if (chat.kind === 'group') return { text: say('import-private') }
    const sent = subject === undefined ? files[0] : { kind: 'kept' as const, sha256: subject, mime: WORKBOOK_MIME }
    if (!sent) return template(turn)
    // Any other document may be a report that is to be read.
    if (subject === undefined && sent.kind === 'kept' && !(await isFilledIn(turn, sent)))
      return turn.instead('read-report')
    const heard = await hearWorkbook(turn, sent)
    if ('problem' in heard) return { text: heard.problem }
    return 'value' in heard ? turn.begin({ file: heard.value }) : []
  },
})

/** The workbook to be filled in, and how it comes back. */
async function template(turn: Turn<'units'>): Promise<Reply> {
  const { db, say, today, now, speaker, channel, takesDocuments, slots } = turn
  const named = slots.units.find(({ level }) => level === 'xa')
  const own = named ? [named] : await ownCommunes(turn, 'set-status')
  const [unit] = own
  if (!unit) return { text: say('no-units') }
  if (!may(speaker, 'set-status', unit)) return refuse(turn, 'set-status', unit)
  if (own.length > 1) return whichCommune(turn, own)
  const unitSets = await readUnitSets({ ...turn, mentions: { ...turn.mentions, dates: [] } }, unit)
  const sets = setsToFill(turn, unitSets)
  if (sets.length === 0) return { text: say('import-no-list') }
  const bytes = await templateWorkbook(turn, unit, sets, unitSets)
  const file = await keepDocument(turn, bytes, WORKBOOK_MIME, 'mau-nhap', unitName(say, unit), today)
  await audit(db, {
    at: now,
    person_id: speaker.personId ?? null,
    channel,
    action: 'export',
    unit_id: unit.id,
    subject: `template/${unit.id}`,
  })
  return {
    text: say(takesDocuments ? 'import-template' : 'import-template-elsewhere', { unit: unitName(say, unit) }),
    file,
  }
}

function whichCommune({ say }: Turn<'units'>, units: readonly Unit[]): Reply {
  const choices = units.slice(0, MOST_CHOICES).map((unit) => ({
    label: capitalised(unitName(say, unit)),
    ask: { command: 'import-workbook', unit: unit.id },
  }))
  return { text: say('import-which'), choices }
}

/** The sets that were named, else those with figures, else all for communes that are known whole. */
function setsToFill({ sets, catalogs }: Turn<'units'>, unitSets: readonly UnitSet[]): CriteriaSet[] {
  const tracked = unitSets.map(({ set }) => set).filter(hasList)
  if (sets.length > 0) return sets.filter(hasList)
  return tracked.length > 0 ? tracked : catalogs.all().filter((set) => set.level === 'xa' && hasList(set))
}
