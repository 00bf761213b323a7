import type { Picture, PictureNode } from '../../command/picture.ts'
import { day } from '../../wording/figures.ts'
import type { Say } from '../../wording/say.ts'
import { lateIcon, stateIcon } from './icons.ts'
import { column, row, words } from './nodes.ts'
import { INK, QUIET, RED, RULE, TONES } from './palette.ts'
import { sheet } from './sheet.ts'

/** What is to be done about an indicator or a criterion that is not met. */
export interface PlanRow {
  /** `17.5`, or a criterion's number. */
  code: string
  name: string
  /** Undefined where it was given to nobody. */
  person?: string
  task?: string
  /** The village that it is about, where it is not the whole commune. */
  village?: string
  /** Its owner says that it is done; nobody has agreed yet. */
  done?: boolean
  /** ISO day. */
  due?: string
  /** How many days ago it was due; 0 where it is not late. */
  daysLate: number
}

export interface Plan {
  place: string
  within: string
  set: string
  rows: readonly PlanRow[]
  foot: readonly string[]
}

/** More would be too long for a picture; the rest is counted. */
export const MOST_ROWS = 20

/** What is late first, the latest in front; then by the day that it is due; what nobody has last. */
export function inOrder(rows: readonly PlanRow[]): PlanRow[] {
  return rows.toSorted(
    (a, b) =>
      b.daysLate - a.daysLate ||
      Number(a.person === undefined) - Number(b.person === undefined) ||
      (a.due ?? '9').localeCompare(b.due ?? '9'),
  )
}

/** Who does what until when. */
export function planSheet(say: Say, { place, within, set, rows, foot }: Plan): Picture {
  const sorted = inOrder(rows)
  const shown = sorted.slice(0, MOST_ROWS)
  const rest = sorted.length - shown.length
  return sheet({
    name: say('picture-plan-name', { place, set }),
    kind: say('picture-plan-kind', { set }),
    title: place,
    within,
    foot,
    body: [
      facts(say, rows),
      column({ gap: 18 }, [
        ...shown.map((each) => taskNode(say, each)),
        rest > 0 && words(say('picture-plan-more', { count: rest }), 30, { color: QUIET }),
      ]),
    ],
  })
}

function facts(say: Say, rows: readonly PlanRow[]): PictureNode {
  const late = rows.filter(({ daysLate }) => daysLate > 0).length
  const nobodys = rows.filter(({ person }) => person === undefined).length
  const each: [number, string, keyof typeof TONES, PictureNode][] = [
    [
      late,
      say('picture-plan-late'),
      late > 0 ? 'unmet' : 'met',
      lateIcon(48, late > 0 ? TONES.unmet.ink : TONES.met.ink),
    ],
    [rows.length - late - nobodys, say('picture-plan-running'), 'met', stateIcon('met', 48)],
    [nobodys, say('picture-plan-nobody'), 'unassessed', stateIcon('unassessed', 48)],
  ]
  return row(
    { gap: 16 },
    each.map(([count, label, state, icon]) => {
      const { ground, ink, line } = TONES[state]
      const style = state === 'unassessed' ? 'dashed' : 'solid'
      return column(
        {
          flex: 1,
          gap: 4,
          padding: 18,
          borderRadius: 14,
          backgroundColor: ground,
          borderWidth: 3,
          borderStyle: style,
          borderColor: line,
        },
        [
          row({ justifyContent: 'space-between', alignItems: 'center' }, [
            words(String(count), 64, { fontWeight: 700, lineHeight: 1.05, color: ink }),
            icon,
          ]),
          words(label, 28, { fontWeight: 600, lineHeight: 1.2, color: ink }),
        ],
      )
    }),
  )
}

function taskNode(say: Say, { code, name, person, task, village, due, done = false, daysLate }: PlanRow): PictureNode {
  const late = daysLate > 0
  return row(
    {
      gap: 22,
      paddingTop: 18,
      borderTopWidth: 2,
      borderTopStyle: 'solid',
      borderTopColor: RULE,
      alignItems: 'flex-start',
    },
    [
      row(
        {
          width: 118,
          flexShrink: 0,
          justifyContent: 'center',
          paddingTop: 8,
          paddingBottom: 8,
          borderRadius: 12,
          backgroundColor: late ? RED : TONES.not_applicable.ground,
        },
        [words(code, 34, { fontWeight: 700, lineHeight: 1.2, color: late ? TONES.unmet.ink : INK })],
      ),
      column({ flex: 1, gap: 6 }, [
        words(name, 32, { fontWeight: 600, lineHeight: 1.22 }),
        task !== undefined && task !== '' && words(task, 30, { lineHeight: 1.28 }),
        row({ gap: 12, alignItems: 'flex-start', flexWrap: 'wrap' }, [
          person === undefined
            ? row({ gap: 10, alignItems: 'center' }, [
                stateIcon('unassessed', 32),
                words(say('picture-plan-unassigned'), 30, { fontWeight: 600, color: QUIET }),
              ])
            : words(
                village === undefined
                  ? say('picture-plan-person', { person })
                  : say('picture-plan-person-village', { person, village }),
                30,
                { fontWeight: 600 },
              ),
        ]),
        done &&
          row({ gap: 10, alignItems: 'center' }, [
            stateIcon('met', 32),
            words(say('picture-plan-done'), 30, { fontWeight: 600, color: TONES.met.ink }),
          ]),
        due !== undefined &&
          row({ gap: 10, alignItems: 'center' }, [
            late && lateIcon(34, RED),
            words(
              late
                ? say('picture-plan-overdue', { day: day(due), days: daysLate })
                : say('picture-plan-due', { day: day(due) }),
              30,
              { fontWeight: late ? 700 : 400, color: late ? RED : QUIET },
            ),
          ]),
      ]),
    ],
  )
}
