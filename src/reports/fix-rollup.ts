import { z } from 'zod'
import type { Reply, Turn } from '../command/command.ts'
import { defineForm, type Heard, type Step } from '../command/form.ts'
import { may } from '../people/permissions.ts'
import { effectLines } from '../replies/effect.ts'
import { recordedSource } from '../replies/recorded-source.ts'
import { refuse } from '../replies/refusal.ts'
import {
  arithmeticLine,
  gapLines,
  isReported,
  judgeRollup,
  readRollup,
  reportIdsOf,
  rollupFigure,
  rollupNote,
  villageLine,
  weightLine,
  type CommuneRollup,
} from '../replies/rollup.ts'
import { thresholdLine } from '../replies/threshold.ts'
import { currentStatuses, type CurrentStatus } from '../store/figures.ts'
import { oneWriter } from '../store/one-writer.ts'
import { findUnits } from '../store/units.ts'
import { day, quantity } from '../wording/figures.ts'
import { capitalised, unitName } from '../wording/names.ts'
import { recordResult } from './record-result.ts'
import { indicatorOf } from './values.ts'

type FormTurn = Turn<never>
type Verdict = 'met' | 'unmet'

/** What the form of fixing a roll-up holds. */
export type FixValues = {
  unit: string
  set: string
  code: string
  /** The reports and the figure that the officer was shown: where they change, nothing is fixed unseen. */
  seen: string
  /** What the confirmed threshold makes of the figure; undecided where a person has to. */
  judged: Verdict | 'undecided'
  verdict: Verdict
}

const verdictShape = z.enum(['met', 'unmet'])

const verdictStep: Step<FixValues, 'verdict'> = {
  name: 'verdict',
  label: 'result-label-verdict',
  value: verdictShape,
  async ask(turn, values) {
    const { say } = turn
    const read = await readFor(turn, values)
    return {
      text: [
        rollupNote(say, read),
        thresholdLine(say, read.indicator, read.commune, yearOf(read)),
        say('rollup-ask-verdict', { code: read.indicator.code, unit: unitName(say, read.commune) }),
      ].join('\n'),
      options: [
        { label: say('state-met'), value: 'met' },
        { label: say('state-unmet'), value: 'unmet' },
      ],
    }
  },
  parse: hearVerdict,
  hear: hearVerdict,
}

/** A confirmed threshold decides by itself: then no words do. */
function hearVerdict({ mentions, say }: FormTurn, { judged }: Partial<FixValues>): Heard<Verdict> {
  if (!mentions.verdict) return undefined
  if (judged === 'undecided' || judged === mentions.verdict) return { value: mentions.verdict }
  return { problem: say('rollup-threshold-decides') }
}

/** An officer fixes what the villages add up to as the commune's figure. */
export const fixForm = defineForm<FixValues>({
  version: 1,
  confirmedBy: /^chot(?: so(?: lieu)?)?(?: di| luon| ngay| nhe)*$/,
  steps: [verdictStep],
  given: {
    unit: z.string(),
    set: z.string(),
    code: z.string(),
    seen: z.string(),
    judged: z.enum(['met', 'unmet', 'undecided']),
  },
  leaving: { said: ({ say }) => say('dialog-nothing-changed') },
  async confirm(turn, values) {
    return confirmation(turn, await readFor(turn, values), values)
  },
  submit: fix,
})

/** What the form begins with: the roll-up as it stands now. */
export function fixValues(read: CommuneRollup): Omit<FixValues, 'verdict'> & { verdict?: Verdict } {
  const judged = judgeRollup(read)
  return {
    unit: read.commune.id,
    set: read.set.id,
    code: read.indicator.code,
    seen: signatureOf(read),
    judged,
    ...(judged === 'undecided' ? {} : { verdict: judged }),
  }
}

async function readFor(turn: FormTurn, { unit, set, code }: Partial<FixValues>): Promise<CommuneRollup> {
  const [commune] = await findUnits(turn.db, unit === undefined ? [] : [unit])
  if (!commune) throw new Error(`no unit ${unit}`)
  const found = indicatorOf(turn, { set: set ?? '', code: code ?? '' })
  return readRollup(turn, commune, found.set, found.indicator)
}

function signatureOf(read: CommuneRollup): string {
  const { covered, total, value, verdicts } = read.rollup
  const figure = verdicts ? `${verdicts.met}+${verdicts.unmet}` : (value ?? '')
  return `${reportIdsOf(read).join(',')};${figure};${covered}/${total}`
}

function yearOf({ to }: CommuneRollup): number {
  return Number((to ?? '').slice(0, 4))
}

async function confirmation(turn: FormTurn, read: CommuneRollup, { verdict }: FixValues): Promise<string> {
  const { say } = turn
  const { commune, set, indicator, rollup, villages } = read
  const judged = judgeRollup(read)
  const state = judged === 'undecided' ? verdict : judged
  const current = await currentOf(turn, read)
  return [
    say('fix-check', { code: indicator.code, set: set.short_name, unit: unitName(say, commune) }),
    indicator.name,
    rollupNote(say, read),
    ...weightLine(say, read),
    ...villages
      .filter(({ report_id }) => report_id !== null)
      .map((village) => `• ${capitalised(villageLine(say, read, village))}`),
    ...arithmeticLine(say, read),
    ...gapLines(say, read),
    ...(rollup.complete ? [] : [say('fix-incomplete', { covered: rollup.covered, total: rollup.total })]),
    thresholdLine(say, indicator, commune, yearOf(read)),
    say(judged === 'undecided' ? 'fix-verdict' : 'fix-verdict-threshold', { verdict: say(`state-${state}`) }),
    ...(current ? [await currentLine(turn, read, current)] : []),
    ...(await effectLines(turn, commune, set, { code: indicator.code, state })),
  ].join('\n')
}

async function currentOf(
  { db }: FormTurn,
  { commune, set, indicator }: CommuneRollup,
): Promise<CurrentStatus | undefined> {
  return (await currentStatuses(db, commune.id, set.id)).find((status) => status.indicator === indicator.code)
}

async function currentLine(turn: FormTurn, { indicator }: CommuneRollup, status: CurrentStatus): Promise<string> {
  const { say } = turn
  const verdict = say(`state-${status.state}`)
  const figure = status.value === null ? verdict : `${quantity(status.value, indicator.unit)}, ${verdict}`
  return say('rollup-official', { figure, source: await recordedSource(turn, status) })
}

/** Fixes it, if the right and the roll-up are still what they were when it was shown. */
async function fix(turn: FormTurn, values: FixValues): Promise<Reply> {
  const { db, say, speaker, today } = turn
  await oneWriter(db)
  const read = await readFor(turn, values)
  const { commune, set, indicator, rollup } = read
  const { personId } = speaker
  if (!personId || !may(speaker, 'fix-rollup', commune)) return refuse(turn, 'fix-rollup', commune)
  if (!isReported(read) || rollup.covered === 0) return { text: say('fix-nothing', { unit: unitName(say, commune) }) }
  if (signatureOf(read) !== values.seen)
    return {
      text: [say('fix-changed'), rollupNote(say, read)].join('\n'),
      choices: [
        {
          label: say('rollup-offer', { code: indicator.code, set: set.short_name }),
          ask: { command: 'fix-rollup', unit: commune.id, set: set.id, target: indicator.code },
        },
      ],
    }
  const judged = judgeRollup(read)
  const state = judged === 'undecided' ? values.verdict : judged
  const current = await currentOf(turn, read)
  // Of the day of the newest report; where the commune already goes by a later day, of that one, so that it holds.
  const asOf = [read.to ?? today, current?.as_of ?? ''].sort().at(-1) ?? today
  const recorded = await recordResult(turn, {
    action: 'rollup.fix',
    unit: commune.id,
    set: set.id,
    code: indicator.code,
    state,
    value: rollup.value === undefined ? null : Math.round(rollup.value * 100) / 100,
    asOf,
    source: say('fix-source', { covered: rollup.covered, total: rollup.total, day: day(today) }),
    reports: reportIdsOf(read),
  })
  const said = {
    code: indicator.code,
    set: set.short_name,
    unit: unitName(say, commune),
    figure: rollupFigure(say, read),
    verdict: say(`state-${state}`),
  }
  return { text: [say(recorded ? 'fix-done' : 'fix-again', said), ...(recorded ?? [])].join('\n') }
}
