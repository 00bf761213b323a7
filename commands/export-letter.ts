import { defineCommand, type Choice, type Reply, type Turn } from '../src/command/command.ts'
import type { CriteriaSet } from '../src/criteria/criteria-set.ts'
import { keepDocument } from '../src/documents/kept-files.ts'
import { communesLetter } from '../src/documents/letters/communes-letter.ts'
import { fillTemplate, type TemplateProblem } from '../src/documents/letters/fill-template.ts'
import { findTemplate } from '../src/documents/letters/find-template.ts'
import { LETTER_FIELDS, LETTERS, type LetterData, type LetterKind } from '../src/documents/letters/letter-fields.ts'
import { unitLetter } from '../src/documents/letters/unit-letter.ts'
import { unitMeant } from '../src/documents/unit-meant.ts'
import { fold } from '../src/language/fold.ts'
import { may } from '../src/people/permissions.ts'
import { refuse } from '../src/replies/refusal.ts'
import { leadingFigures } from '../src/replies/standing.ts'
import { endNote, noFigures } from '../src/replies/unit-notes.ts'
import { readUnitSets, type UnitSet } from '../src/replies/unit-set.ts'
import { audit } from '../src/store/audit.ts'
import { setsTracked } from '../src/store/figures.ts'
import type { Unit } from '../src/store/units.ts'
import { capitalised, unitName } from '../src/wording/names.ts'
import sentences from './sentences/export-letter.ts'

const WORD_MIME = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const NAMES = { report: 'letter-report', proposal: 'letter-proposal', table: 'letter-table' } as const

export default defineCommand({
  name: 'export-letter',
  slash: ['vanban', 'totrinh'],
  summary: 'summary-export-letter',
  examples: ['xuất báo cáo', 'làm tờ trình', 'biểu tổng hợp'],
  sentences,
  roles: ['viewer', 'village_head', 'commune_officer', 'district_officer', 'admin'],
  needs: ['units'],
  async run(turn): Promise<Reply> {
    const { say, speaker } = turn
    const unit = await unitMeant(turn, 'export')
    if (!unit) return { text: say('no-units') }
    if (!may(speaker, 'export', unit)) return refuse(turn, 'export', unit)
    if (unit.level === 'thon') return { text: say('letter-communes-only', { unit: unitName(say, unit) }) }
    const kind = kindMeant(turn)
    if (unit.level !== 'xa') return kind === 'table' ? regionTable(turn, unit) : regionOnlyTable(turn, unit)
    return kind ? letterOn(turn, unit, kind) : { text: say('letter-which'), choices: kindChoices(turn, unit) }
  },
})

/** The letter that the words name: the proposal by its name, the report where nothing else is. */
function kindMeant({ subject, text }: Turn<'units'>): keyof typeof NAMES | undefined {
  const chosen = (Object.keys(NAMES) as (keyof typeof NAMES)[]).find((kind) => kind === subject)
  if (chosen) return chosen
  const words = fold(text)
  if (/\bto trinh\b|^\/totrinh\b|\bho so de nghi\b/.test(words)) return 'proposal'
  if (/\bbieu\b|\btong hop\b|\bphu luc\b/.test(words)) return 'table'
  return /\bbao cao\b|\bbc\b/.test(words) ? 'report' : undefined
}

function kindChoices({ say, sets }: Turn<'units'>, unit: Unit): Choice[] {
  const set = sets.length === 1 ? sets[0]?.id : undefined
  return Object.entries(NAMES).map(([kind, name]) => ({
    label: say(name),
    ask: { command: 'export-letter', unit: unit.id, set, subject: kind },
  }))
}

async function letterOn(turn: Turn<'units'>, unit: Unit, kind: keyof typeof NAMES): Promise<Reply> {
  const unitSets = await readUnitSets(turn, unit)
  const [unitSet, ...others] = unitSets
  if (!unitSet) return { text: await noFigures(turn, unit) }
  if (others.length > 0)
    return whichSet(
      turn,
      unit,
      unitSets.map(({ set }) => set),
      kind,
    )
  const reply = await draft(turn, unit, kind, unitSet.set, await unitLetter(turn, unit, unitSet))
  if (!reply.file) return reply
  return { ...reply, text: [reply.text, ...warnings(turn, kind, unitSet), ...(await endNote(turn, unit))].join('\n') }
}

/** A proposal says that something is reached: where it is not, whoever asks for one has to know. */
function warnings({ say }: Turn<'units'>, kind: keyof typeof NAMES, { set, standing }: UnitSet): string[] {
  const met = leadingFigures(standing)?.criteria ?? null
  const { criteria } = set.official_counts
  return kind === 'proposal' && met !== null && met < criteria ? [say('letter-not-yet', { met, total: criteria })] : []
}

async function regionTable(turn: Turn<'units'>, region: Unit): Promise<Reply> {
  const { db, say, catalogs } = turn
  const tracked = (await setsTracked(db, region.path)).flatMap(({ set_id }) => catalogs.get(set_id) ?? [])
  const sets = turn.sets.length > 0 ? tracked.filter((set) => turn.sets.includes(set)) : tracked
  const [set, ...others] = sets
  if (!set) return { text: say('ranking-none', { place: unitName(say, region) }) }
  if (others.length > 0) return whichSet(turn, region, sets, 'table')
  return draft(turn, region, 'communes', set, await communesLetter(turn, region, set))
}

function regionOnlyTable({ say }: Turn<'units'>, region: Unit): Reply {
  return {
    text: say('letter-region', { unit: unitName(say, region) }),
    choices: [
      {
        label: capitalised(say('letter-table')),
        ask: { command: 'export-letter', unit: region.id, subject: 'table' },
      },
    ],
  }
}

function whichSet({ say }: Turn<'units'>, unit: Unit, sets: readonly CriteriaSet[], kind: string): Reply {
  return {
    text: say('letter-which-set', { unit: unitName(say, unit) }),
    choices: sets.map((set) => ({
      label: set.short_name,
      ask: { command: 'export-letter', unit: unit.id, set: set.id, subject: kind },
    })),
  }
}

/** Fills the template and sends the draft; what is wrong with a template is told to whoever asks, and to the operator. */
async function draft(
  turn: Turn<'units'>,
  unit: Unit,
  kind: LetterKind,
  set: CriteriaSet,
  data: LetterData,
): Promise<Reply> {
  const { db, say, now, today, speaker, channel, log, dataDir } = turn
  const { template, name } = LETTERS[kind]
  const filled = await fillTemplate(await findTemplate(dataDir, template), LETTER_FIELDS[kind], data)
  if (!filled.ok) {
    log.error({ template, ...filled.problem }, 'a template of a letter cannot be filled')
    return { text: problemSaid(turn, template, filled.problem) }
  }
  const file = await keepDocument(turn, filled.bytes, WORD_MIME, name, unitName(say, unit), today)
  await audit(db, {
    at: now,
    person_id: speaker.personId ?? null,
    channel,
    action: 'export',
    unit_id: unit.id,
    subject: `letter/${kind}/${unit.id}`,
    after: JSON.stringify({ set: set.id }),
  })
  const what = say(NAMES[kind === 'communes' ? 'table' : kind])
  return { text: say('letter-sent', { what: capitalised(what), unit: unitName(say, unit), set: set.short_name }), file }
}

function problemSaid({ say }: Turn<'units'>, template: string, problem: TemplateProblem): string {
  if (problem.why === 'damaged') return say('letter-template-damaged', { template })
  const fields = problem.fields.map((field) => `{${field}}`).join(', ')
  const key = problem.why === 'marks' ? 'letter-template-marks' : 'letter-template-fields'
  return say(key, { template, fields })
}
