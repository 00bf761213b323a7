import type { Reply, Turn } from '../command/command.ts'
import { defineForm } from '../command/form.ts'
import type { Indicator } from '../criteria/criteria-set.ts'
import { may } from '../people/permissions.ts'
import { aboutTarget } from '../replies/about-target.ts'
import { effectLines } from '../replies/effect.ts'
import { recordedSource } from '../replies/recorded-source.ts'
import { refuse } from '../replies/refusal.ts'
import { thresholdLine } from '../replies/threshold.ts'
import { endNote } from '../replies/unit-notes.ts'
import type { CurrentStatus } from '../store/figures.ts'
import { oneWriter } from '../store/one-writer.ts'
import type { Unit } from '../store/units.ts'
import { day, quantity } from '../wording/figures.ts'
import { unitName } from '../wording/names.ts'
import { valueOf } from './figure.ts'
import { figureSaid } from './figure-words.ts'
import { recordResult } from './record-result.ts'
import { dayStep, figureStep, indicatorStep, sourceStep, unitStep, verdictStep } from './set-status-steps.ts'
import { currentStatus, findUnit, stateFor, type SetValues } from './set-status-values.ts'
import { indicatorOf } from './values.ts'

type FormTurn = Turn<never>

/** An officer sets an indicator of a commune: figure or verdict, of which day, by which source. */
export const setStatusForm = defineForm<SetValues>({
  version: 1,
  steps: [unitStep, indicatorStep, figureStep, verdictStep, sourceStep, dayStep],
  settle,
  leaving: { said: ({ say }) => say('dialog-nothing-changed') },
  confirm: confirmation,
  async submit(turn, values) {
    const { set, code } = values.indicator
    return { ...(await setStatus(turn, values)), about: aboutTarget(values.unit, set, code) }
  },
})

/** A figure does not outlive a change to an indicator that is not measured. */
function settle(values: Partial<SetValues>): Partial<SetValues> {
  const { figure, ...rest } = values
  return figure && rest.indicator && !rest.indicator.measured ? rest : values
}

async function communeOf(turn: FormTurn, { unit }: SetValues): Promise<Unit> {
  const commune = await findUnit(turn, unit)
  if (!commune) throw new Error(`no unit ${unit}`)
  return commune
}

async function confirmation(turn: FormTurn, values: SetValues): Promise<string> {
  const { say } = turn
  const commune = await communeOf(turn, values)
  const { set, indicator } = indicatorOf(turn, values.indicator)
  const { state, by } = stateFor(turn, commune, values)
  const current = await currentStatus(turn, commune.id, set.id, indicator.code)
  const overtaken = current !== undefined && current.as_of > values.asOf
  const verdict = say(`state-${state}`)
  return [
    say('result-check', { code: indicator.code, set: set.short_name, unit: unitName(say, commune) }),
    indicator.name,
    say(by === 'threshold' ? 'result-verdict-threshold' : 'result-verdict', { verdict }),
    ...(values.figure ? [say('result-figure', { figure: figureSaid(say, indicator, values.figure) })] : []),
    thresholdLine(say, indicator, commune, Number(values.asOf.slice(0, 4))),
    say('source-line', { day: day(values.asOf), source: values.source }),
    ...(current
      ? [
          say('result-before', {
            figure: statusSaid(turn, indicator, current),
            source: await recordedSource(turn, current),
          }),
        ]
      : []),
    ...(overtaken
      ? [say('result-overtaken', { day: day(current.as_of) })]
      : await effectLines(turn, commune, set, { code: indicator.code, state })),
    ...(await endNote(turn, commune)),
  ].join('\n')
}

function statusSaid({ say }: FormTurn, { unit }: Indicator, { state, value }: CurrentStatus): string {
  const verdict = say(`state-${state}`)
  return value === null ? verdict : `${verdict} (${quantity(value, unit)})`
}

/** Does it, if the right is still there and nobody was faster. */
async function setStatus(turn: FormTurn, values: SetValues): Promise<Reply> {
  const { db, say, speaker } = turn
  await oneWriter(db)
  const commune = await communeOf(turn, values)
  const { personId } = speaker
  if (!personId || !may(speaker, 'set-status', commune)) return refuse(turn, 'set-status', commune)
  const { set, indicator } = indicatorOf(turn, values.indicator)
  const current = await currentStatus(turn, commune.id, set.id, indicator.code)
  const named = { code: indicator.code, set: set.short_name, unit: unitName(say, commune) }
  if ((current?.status_id ?? null) !== values.indicator.seen && current)
    return {
      text: say('result-changed', {
        ...named,
        figure: statusSaid(turn, indicator, current),
        source: await recordedSource(turn, current),
      }),
      choices: [
        {
          label: say('result-again', { code: indicator.code }),
          ask: { command: 'set-status', unit: commune.id, set: set.id, target: indicator.code },
        },
      ],
    }
  const { state } = stateFor(turn, commune, values)
  const value = values.figure ? valueOf(values.figure) : undefined
  const recorded = await recordResult(turn, {
    action: 'status.set',
    unit: commune.id,
    set: set.id,
    code: indicator.code,
    state,
    value: value === undefined ? null : Math.round(value * 100) / 100,
    asOf: values.asOf,
    source: values.source,
  })
  const verdict = say(`state-${state}`)
  const done = say(recorded ? 'result-done' : 'result-same', { ...named, verdict, day: day(values.asOf) })
  return { text: [done, ...(recorded ?? [])].join('\n') }
}
