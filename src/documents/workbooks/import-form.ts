import { z } from 'zod'
import type { Reply, TakenFile, Turn } from '../../command/command.ts'
import { defineForm, type Heard } from '../../command/form.ts'
import { audit } from '../../store/audit.ts'
import { countedAsMet, noteNewlyMet } from '../../store/newly-met.ts'
import { oneWriter } from '../../store/one-writer.ts'
import { recordStatuses } from '../../store/statuses.ts'
import { closeAfterFigure } from '../../tasks/closing.ts'
import { planLines } from './import-words.ts'
import { planImport, type Change, type Plan } from './plan-import.ts'
import { readUnitWorkbook } from './read-unit-workbook.ts'
import { WORKBOOK_MIME } from './write-workbook.ts'

/** A workbook that somebody sent, and what was shown of it to be confirmed. */
const fileShape = z.strictObject({ sha256: z.string(), mark: z.string() })
type ImportValues = { file: z.infer<typeof fileShape> }

type FormTurn = Turn<never>

/** What a workbook that was filled in changes: shown, confirmed, recorded. */
export const importForm = defineForm<ImportValues>({
  version: 1,
  steps: [
    {
      name: 'file',
      label: 'import-label-file',
      value: fileShape,
      ask: ({ say }) => ({ text: say('import-ask-file') }),
      parse: hearFile,
      hear: hearFile,
    },
  ],
  async confirm(turn, { file }) {
    const plan = await planOf(turn, file.sha256)
    return 'problem' in plan ? plan.problem : [...planLines(turn, plan), turn.say('import-check')].join('\n')
  },
  submit: record,
})

/** Reads the workbook that came with the message; what cannot be taken, or changes nothing, is said at once. */
export async function hearFile(turn: FormTurn): Promise<Heard<ImportValues['file']>> {
  const [file] = turn.files
  return file && hearWorkbook(turn, file)
}

/** The same for a file that was sent before. */
export async function hearWorkbook(
  turn: FormTurn,
  file: TakenFile | { kind: 'kept'; sha256: string; mime: string },
): Promise<NonNullable<Heard<ImportValues['file']>>> {
  const { say } = turn
  if (file.kind === 'refused') return { problem: say(`file-${file.why}`) }
  if (file.mime !== WORKBOOK_MIME) return { problem: say('import-not-workbook') }
  const plan = await planOf(turn, file.sha256)
  if ('problem' in plan) return plan
  if (plan.changes.length > 0) return { value: { sha256: file.sha256, mark: plan.mark } }
  if (plan.bad.length > 0) return { problem: [...planLines(turn, plan), say('import-nothing-good')].join('\n') }
  return { problem: say('import-nothing') }
}

/** Whether a file is a workbook that was made to be filled in; one that cannot be read at all may be. */
export async function isFilledIn(turn: FormTurn, { sha256, mime }: { sha256: string; mime: string }): Promise<boolean> {
  if (mime !== WORKBOOK_MIME) return false
  const read = await readUnitWorkbook(await turn.fetch({ sha256, mime }), turn.say)
  return read.kind === 'rows' || read.why !== 'not-ours'
}

async function planOf(turn: FormTurn, sha256: string): Promise<Plan | { problem: string }> {
  const { say } = turn
  let bytes: Uint8Array
  try {
    bytes = await turn.fetch({ sha256, mime: WORKBOOK_MIME })
  } catch (error) {
    turn.log.warn({ error: (error as NodeJS.ErrnoException).code }, 'a workbook that was sent is not there any more')
    return { problem: say('file-unreachable') }
  }
  const read = await readUnitWorkbook(bytes, say)
  return read.kind === 'rows' ? planImport(turn, read.rows) : { problem: say(`import-${read.why}`) }
}

/** Records what was shown: all of it in the turn's transaction, or, where something changed since, nothing. */
async function record(turn: FormTurn, { file }: ImportValues): Promise<Reply> {
  const { db, say, catalogs, now, speaker } = turn
  await oneWriter(db)
  const plan = await planOf(turn, file.sha256)
  if ('problem' in plan) return { text: plan.problem }
  if (plan.mark !== file.mark) return changedSince(turn, file.sha256, plan)
  const rows = plan.changes.map(({ unit, set, indicator, said }) => ({
    unit_id: unit.id,
    set_id: set.id,
    indicator: indicator.code,
    state: said.state,
    value: said.value,
    as_of: said.asOf,
    source: said.source,
    recorded_by: speaker.personId,
  }))
  const newlyMet = await becomingMet(turn, plan.changes)
  const told = await recordStatuses(db, rows, catalogs, now.toISOString())
  for (const change of plan.changes) await noteChange(turn, change, file.sha256)
  for (const { unit, set, indicator, said } of newlyMet)
    await noteNewlyMet(db, { unit: unit.id, set: set.id, code: indicator.code, asOf: said.asOf }, now)
  const places = new Map(plan.changes.map(({ unit, set }) => [`${unit.id}/${set.id}`, { unit, set }]))
  const closed: string[] = []
  for (const { unit, set } of places.values()) closed.push(...(await closeAfterFigure(turn, unit.id, set.id)).here)
  const recorded = told.added + told.changed
  const done = say('import-done', { count: recorded, unchanged: told.unchanged, bad: plan.bad.length })
  return { text: [done, ...closed].join('\n') }
}

/** The changes by which an indicator becomes met that did not count as met before; to be asked before they are recorded. */
async function becomingMet({ db }: FormTurn, changes: readonly Change[]): Promise<Change[]> {
  const found: Change[] = []
  for (const change of changes) {
    const { unit, set, said, current } = change
    const isNewest = current === undefined || said.asOf >= current.as_of
    if (said.state === 'met' && isNewest && !(await countedAsMet(db, unit.id, set.id, current))) found.push(change)
  }
  return found
}

async function noteChange(turn: FormTurn, { unit, set, indicator, said, current }: Change, sha256: string) {
  const { db, now, speaker, channel } = turn
  await audit(db, {
    at: now,
    person_id: speaker.personId ?? null,
    channel,
    action: 'status.set',
    unit_id: unit.id,
    subject: `${set.id}/${indicator.code}`,
    before: current ? JSON.stringify({ state: current.state, value: current.value, as_of: current.as_of }) : null,
    after: JSON.stringify({ state: said.state, value: said.value, as_of: said.asOf, workbook: sha256 }),
  })
}

/** Somebody was faster, or a right is gone: nothing is recorded, and what it would be now can be looked at. */
function changedSince(turn: FormTurn, sha256: string, plan: Plan): Reply {
  const { say } = turn
  if (plan.changes.length === 0)
    return { text: [say('import-changed'), ...(plan.bad.length > 0 ? planLines(turn, plan) : [])].join('\n') }
  return {
    text: say('import-changed'),
    choices: [{ label: say('import-again'), ask: { command: 'import-workbook', subject: sha256 } }],
  }
}
