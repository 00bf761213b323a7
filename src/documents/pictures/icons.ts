import type { PictureNode, Style } from '../../command/picture.ts'
import type { IndicatorState } from '../../criteria/criteria-set.ts'
import { drawing } from './nodes.ts'
import { TONES } from './palette.ts'

const SIZE = 40

/** The shapes alone tell the states apart: a disc with a tick, a square with a cross, an open ring, a bar in a box. */
const SHAPES: Record<IndicatorState, (body: string, sign: string) => string> = {
  met: (body, sign) =>
    `<circle cx="20" cy="20" r="19" fill="${body}"/><path d="M11 20.5l6.5 6.5L29.5 14" fill="none" stroke="${sign}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>`,
  unmet: (body, sign) =>
    `<rect x="1" y="1" width="38" height="38" rx="5" fill="${body}"/><path d="M12 12l16 16M28 12L12 28" fill="none" stroke="${sign}" stroke-width="5.5" stroke-linecap="round"/>`,
  unassessed: (body) =>
    `<circle cx="20" cy="20" r="16.5" fill="none" stroke="${body}" stroke-width="4.5" stroke-dasharray="9 6"/>`,
  not_applicable: (body, sign) =>
    `<rect x="1" y="7" width="38" height="26" rx="13" fill="${body}"/><path d="M11 20h18" fill="none" stroke="${sign}" stroke-width="5.5" stroke-linecap="round"/>`,
}

/** A state's shape in its tile's colours; `plain` where it stands on white. */
export function stateIcon(state: IndicatorState, size: number, plain = false, style: Style = {}): PictureNode {
  const { ground, ink } = TONES[state]
  const dark = state === 'unmet'
  const [body, sign] = dark && plain ? [ground, ink] : [ink, ground]
  return drawing(SHAPES[state](body, sign), { width: SIZE, height: SIZE, scale: size / SIZE }, style)
}

/** A clock hand in a ring: late. */
export function lateIcon(size: number, colour: string): PictureNode {
  return drawing(
    `<circle cx="20" cy="20" r="17" fill="none" stroke="${colour}" stroke-width="4.5"/><path d="M20 10v11l7 5" fill="none" stroke="${colour}" stroke-width="4.5" stroke-linecap="round" stroke-linejoin="round"/>`,
    { width: SIZE, height: SIZE, scale: size / SIZE },
  )
}

/** A triangle with a stroke and a dot: mind this. */
export function noteIcon(size: number, colour: string): PictureNode {
  return drawing(
    `<path d="M20 4L38 36H2Z" fill="none" stroke="${colour}" stroke-width="4" stroke-linejoin="round"/><path d="M20 16v9" stroke="${colour}" stroke-width="4" stroke-linecap="round"/><circle cx="20" cy="30.5" r="2.4" fill="${colour}"/>`,
    { width: SIZE, height: SIZE, scale: size / SIZE },
  )
}
