import type { IndicatorState } from '../../criteria/criteria-set.ts'

/** A state's colours: what is written on its tile stands at least 4.5 to 1 against it (held by a test). */
export interface Tone {
  ground: string
  ink: string
  line: string
}

export const PAPER = '#ffffff'
export const INK = '#15231b'
/** For what is said beside the main thing. */
export const QUIET = '#4a5a51'
export const RULE = '#d5ddd8'
export const TRACK = '#e4eae6'
export const BAND = '#124a2e'
export const BAND_INK = '#ffffff'
export const BAND_QUIET = '#cfe5d8'
export const GREEN = '#1b6e43'
export const RED = '#a8271d'
export const BLUE = '#1d4f91'
export const NOTE: Tone = { ground: '#fff4d6', ink: '#4d3800', line: '#c98a00' }

/** Apart in lightness as well: dark for what is unmet, light for what is met, paper for what nobody knows. */
export const TONES: Record<IndicatorState, Tone> = {
  met: { ground: '#e2f3e8', ink: '#0f4a2b', line: '#5fae80' },
  unmet: { ground: RED, ink: '#ffffff', line: RED },
  unassessed: { ground: PAPER, ink: '#3c4741', line: '#7d8a83' },
  not_applicable: { ground: '#dfe3e6', ink: '#343d44', line: '#a9b1b7' },
}
